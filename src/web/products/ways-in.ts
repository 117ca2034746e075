// Ways in, in one line: the first of them by name, and how many there are besides.
import type { z } from 'zod'
import type { endingShown } from '../../server/partnerships/ending-contract.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'

type WayIn = z.output<typeof endingShown>['waysIn'][number]

const namedAtMost = 5

export function useWaysIn(): (ways: readonly WayIn[]) => string {
  const t = useTexts()
  const formats = useFormats()
  return (ways) => {
    const named = ways.slice(0, namedAtMost).map(({ kind, name, product }) => t(`products.way_in.${kind}`, { name, product }))
    const more = ways.length - named.length
    return formats.list(more > 0 ? [...named, t('products.way_in.more', { count: more })] : named)
  }
}
