// One bar of a chart: what it says, how much it is, and where the things themselves can be seen.
import type { LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'

export type ChartItem = Readonly<{
  key: string
  label: ReactNode
  /** Under a narrow bar; the label where there is none. */
  short?: string | undefined
  value: number
  link: LinkProps
}>

/** The largest value is the whole length; something is never nothing. */
export const shareOf = (value: number, items: readonly ChartItem[]): number => {
  const most = Math.max(1, ...items.map((item) => item.value))
  return value === 0 ? 0 : Math.max(0.02, value / most)
}
