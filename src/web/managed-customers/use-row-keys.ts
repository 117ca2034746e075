// Keys on the rows of the list: j and k go from one to the next, x ticks, s opens the customer's Manager. Enter opens the profile, since the name has the focus.
import { useEffect } from 'react'
import { isTyping } from '../ui/is-typing.ts'
import { useSameFunction } from '../unchanged.ts'

export type RowKeysProps = {
  isOn: boolean
  list: { readonly current: HTMLElement | null }
  /** So many rows further, or back. */
  move: (step: 1 | -1) => void
  length: number
}

export function useRowKeys({ isOn, list, move, length }: RowKeysProps): void {
  const step = useSameFunction(move)
  const hasRows = useSameFunction(() => length > 0)
  useEffect(() => {
    if (!isOn) return
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const row = document.activeElement?.closest('[data-index]')
      const act = {
        j: () => step(1),
        k: () => step(-1),
        x: clicked(row, 'input[type="checkbox"]'),
        s: clicked(row, '[data-act="enter"]'),
      }[event.key]
      if (!act || !hasRows() || (row && !list.current?.contains(row))) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [isOn, list, step, hasRows])
}

/** What is seen in the row is pressed, and nothing that is not there. */
function clicked(row: Element | null | undefined, what: string): (() => void) | undefined {
  const control = row?.querySelector<HTMLElement>(what)
  return control ? () => control.click() : undefined
}
