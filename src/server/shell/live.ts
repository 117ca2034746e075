// Live pages: a hint for each thing that happened, so that a page asks again; never the news itself.
import { type Input, StreamAnswer } from '../endpoint.ts'
import { hints } from '../journal/hints.ts'
import type { OwnWork } from '../work.ts'
import type { live as contract } from './contract.ts'

export async function openLive(work: OwnWork, { query }: Input<typeof contract>): Promise<StreamAnswer> {
  const { organisationId } = work.context
  return new StreamAnswer((live) => hints(live, (event) => event.readers.includes(organisationId), query.since))
}
