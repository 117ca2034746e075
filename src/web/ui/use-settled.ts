// A value as it is once it has stayed the same for a moment; until then as it was before.
import { useEffect, useState } from 'react'

export function useSettled(value: string | undefined, afterMs: number): string | undefined {
  const [settled, settle] = useState(value)
  useEffect(() => {
    const calm = setTimeout(() => settle(value), afterMs)
    return () => clearTimeout(calm)
  }, [value, afterMs])
  return settled
}
