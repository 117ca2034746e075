// One measured figure, as printed and as kept in bench/results.
export type Figure = {
  readonly figure: string
  readonly value: number
  readonly unit: string
  /** What it was measured against in the same run, or what it aims at. */
  readonly against?: string
  /** value : against, both of this run. */
  readonly ratio?: number
}
export type Bench = () => Promise<readonly Figure[]>

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export const rounded = (value: number, digits = 3): number => Number(value.toPrecision(digits))
