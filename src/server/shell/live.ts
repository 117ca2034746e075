// Live pages: a hint for each thing that happened, so that a page asks again; never the news itself.
import { StreamAnswer } from '../endpoint.ts'
import { hints } from '../journal/hints.ts'
import type { OwnWork } from '../work.ts'

export async function openLive(work: OwnWork): Promise<StreamAnswer> {
  const { organisationId } = work.context
  return new StreamAnswer((live) => hints(live, (event) => event.readers.includes(organisationId)))
}
