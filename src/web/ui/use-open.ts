// What is behind a button begins open: it comes only when it was asked for. From then on whoever uses it may decide, or it does so itself.
import { useState } from 'react'

type Opening = { readonly open?: boolean | undefined; readonly onOpenChange?: ((open: boolean) => void) | undefined }

export function useOpen({ open, onOpenChange }: Opening): { open: boolean; onOpenChange: (open: boolean) => void } {
  const [isOpen, show] = useState(true)
  return {
    open: open ?? isOpen,
    onOpenChange: (next) => {
      show(next)
      onOpenChange?.(next)
    },
  }
}
