// An access for a time ends before its time: whoever has the customer only by it is out at once.
import { asId } from '../../domain/ids.ts'
import type { Input } from '../endpoint.ts'
import { endForATime } from '../partnerships/timed-assignments.ts'
import type { OwnWork } from '../work.ts'
import type { endTimedAssignment as contract } from './contract.ts'

export async function endTimedAssignment(work: OwnWork, { params }: Input<typeof contract>): Promise<Record<string, never>> {
  await endForATime(work, asId(params.assignment))
  return {}
}
