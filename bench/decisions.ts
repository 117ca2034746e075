// Decisions: how fast "may this person do this to this product of this customer, now?" is answered, and by whom. Parts in bench/decisions.
import { compareEngines } from './decisions/comparison.ts'
import { benchHttp } from './decisions/http.ts'
import type { Bench } from './figure.ts'

const parts: readonly Bench[] = [compareEngines, benchHttp]

export const benchDecisions: Bench = async (chosen) => {
  const figures = []
  for (const part of parts) figures.push(...(await part(chosen)))
  return figures
}
