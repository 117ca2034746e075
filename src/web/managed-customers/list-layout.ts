// How wide the columns are: each at least so many rem, and its part of what is left. Every row is a grid of its own, so all must say the same.
import type { ListColumn } from '../../server/managed-customers/look-contract.ts'

type Width = readonly [atLeastRem: number, part: number]

const widths: Readonly<Record<ListColumn | 'name', Width>> = {
  name: [11, 3.2],
  number: [7.5, 0.8],
  reference: [8, 1],
  status: [12, 0.5],
  access: [10, 1.3],
  payer: [5.5, 0.7],
  payment_method: [8, 1],
  products: [5.5, 0.5],
  starts_on: [6.5, 0.7],
  until: [7, 0.8],
  people: [5.75, 0.7],
  teams: [8, 1],
  tags: [8, 1],
  last_visit: [8, 1],
  requested: [8, 1],
  sent_to: [11, 1.4],
  language: [6.5, 0.7],
  country: [4.5, 0.5],
  status_since: [7, 0.8],
  delivery: [8, 0.9],
  answered: [7, 0.8],
  open_request: [9, 1],
  request_until: [7, 0.8],
  rights_requested: [6.5, 0.6],
  rights_granted: [6.5, 0.6],
  missing: [11, 1.3],
  limit: [8, 0.9],
  note: [13, 1.8],
}
/**
 * How high a row usually is, in pixels of a text that is not enlarged; lines of a table at least. A row that is as high as was expected moves no other,
 * and of 100,000 rows all that follow are counted anew for each one that does.
 */
export const rowHeights = { card: 173, compact: 37, comfortable: 53 } as const

const selectRem = 2.5
const actionsRem = 4.75

export type ListLayout = { readonly columns: string; readonly atLeast: string; readonly nameLeft: string }

/** So wide that the longest word for a status stands on one line, in every language. */
export function statusRemFor(words: readonly string[]): number {
  const [mostRem] = widths.status
  return Math.min(mostRem, 2.1 + 0.42 * Math.max(...words.map((word) => word.length)))
}

export function layoutOf(columns: readonly (ListColumn | 'name')[], isSelectable: boolean, statusRem: number): ListLayout {
  const parts = columns.map((id): Width => (id === 'status' ? [statusRem, widths.status[1]] : widths[id]))
  const least = parts.reduce((sum, [rem]) => sum + rem, actionsRem + (isSelectable ? selectRem : 0))
  const tracks = parts.map(([rem, part]) => `minmax(${rem}rem, ${part}fr)`)
  return {
    columns: [...(isSelectable ? [`${selectRem}rem`] : []), ...tracks, `${actionsRem}rem`].join(' '),
    atLeast: `${least}rem`,
    nameLeft: isSelectable ? `${selectRem}rem` : '0rem',
  }
}
