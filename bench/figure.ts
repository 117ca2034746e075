// One measured figure, as printed and as kept in bench/results.
export type Figure = {
  readonly figure: string
  /** Null: it could not be measured; `against` says why. */
  readonly value: number | null
  readonly unit: string
  /** What it was measured against in the same run, or what it aims at. */
  readonly against?: string
  /** value : against, both of this run. */
  readonly ratio?: number
}
/** What the command asks for; a bench without sizes or engines does not look at it. */
export type Chosen = { readonly sizes?: readonly string[]; readonly engines?: readonly string[] }
export type Bench = (chosen: Chosen) => Promise<readonly Figure[]>

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export const rounded = (value: number, digits = 3): number => Number(value.toPrecision(digits))
