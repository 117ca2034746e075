// Two partners between themselves: one names who shall follow it, the other one agrees or refuses. Customers are asked only then.
import { asId, type OrganisationId, type SuccessionId } from '../../domain/ids.ts'
import { decideSuccession, type Firm, nameSuccessor as name, type SuccessionCommand } from '../../domain/partnership/decide-succession.ts'
import { successionDays } from '../../domain/partnership/succession.ts'
import { Refusal } from '../../domain/refusal.ts'
import { mayDo } from '../../domain/who-may.ts'
import { asPartner } from '../actor.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { calendar } from '../partnerships/calendar.ts'
import { findPartnerShown } from '../partnerships/customer-store.ts'
import { getPartner, lockPartner, type PartnerOrganisation } from '../partnerships/organisation-store.ts'
import {
  countAnswers,
  insertSuccession,
  listSuccessions as listAll,
  lockSuccession,
  nameOf,
  type StoredSuccession,
  saveSuccession,
} from '../partnerships/succession-store.ts'
import { newId, type OwnWork } from '../work.ts'
import type {
  agreeToSucceed as agreeContract,
  listSuccessions as listContract,
  nameSuccessor as nameContract,
  refuseToSucceed as refuseContract,
  withdrawSuccession as withdrawContract,
} from './contract.ts'

type Nothing = Record<string, never>
type Shown = Answer<typeof listContract>['successions'][number]

export async function listSuccessions(work: OwnWork, _input: Input<typeof listContract>): Promise<Answer<typeof listContract>> {
  const all = await listAll(work.tx, work.context.organisationId)
  const successions: Shown[] = []
  for (const one of all) successions.push(await shown(work, one))
  const { isEnrolled } = await getPartner(work.tx, work.context.organisationId)
  return { successions, mayName: isEnrolled && mayDo('answer', ofPartner(work)) && !all.some((one) => isUnderWay(work, one)) }
}

export async function nameSuccessor(work: OwnWork, { body }: Input<typeof nameContract>): Promise<Answer<typeof nameContract>> {
  const own = await lockPartner(work.tx, work.context.organisationId)
  if (!own.isEnrolled) throw new Refusal('not_entitled')
  if ((await listAll(work.tx, own.id)).some((one) => isUnderWay(work, one))) throw new Refusal('already_open')
  const successorId = asId<OrganisationId>(body.successorId)
  if (successorId !== own.id && !(await findPartnerShown(work.tx, successorId))) throw new Refusal('not_found')
  const successor = asFirm(await getPartner(work.tx, successorId))
  const id = newId<SuccessionId>()
  const named = name(id, { predecessor: asFirm(own), successor }, ofPartner(work), work.now)
  if (named.kind === 'refused') throw new Refusal(named.code)
  await insertSuccession(work.tx, named.succession)
  for (const event of named.events) record(work, event)
  return { id }
}

export async function agreeToSucceed(work: OwnWork, { params }: Input<typeof agreeContract>): Promise<Nothing> {
  const { isVerified, name: own } = await getPartner(work.tx, work.context.organisationId)
  if (!isVerified) throw new Refusal('partner_not_verified')
  return answer(work, params.succession, {
    kind: 'agree',
    by: ofPartner(work),
    until: calendar.plusDays(work.now, successionDays),
    name: own,
  })
}

export async function refuseToSucceed(work: OwnWork, { params }: Input<typeof refuseContract>): Promise<Nothing> {
  const { name: own } = await getPartner(work.tx, work.context.organisationId)
  return answer(work, params.succession, { kind: 'refuse', by: ofPartner(work), name: own })
}

export async function withdrawSuccession(work: OwnWork, { params }: Input<typeof withdrawContract>): Promise<Nothing> {
  const succession = await lockOwn(work, params.succession)
  const command = { kind: 'withdraw', by: ofPartner(work), name: await nameOf(work.tx, succession.successorId) } as const
  return write(work, succession, command)
}

async function answer(work: OwnWork, id: string, command: SuccessionCommand): Promise<Nothing> {
  return write(work, await lockOwn(work, id), command)
}

async function write(work: OwnWork, succession: StoredSuccession, command: SuccessionCommand): Promise<Nothing> {
  const decided = decideSuccession(succession, command, work.now)
  if (decided.kind === 'refused') throw new Refusal(decided.code)
  const answeredIn = command.kind === 'withdraw' ? null : work.person.sessionId
  await saveSuccession(work.tx, { ...decided.succession, answeredIn })
  for (const event of decided.events) record(work, event)
  return {}
}

async function lockOwn(work: OwnWork, id: string): Promise<StoredSuccession> {
  const succession = await lockSuccession(work.tx, id)
  const { organisationId } = work.context
  if (!succession || ![succession.predecessorId, succession.successorId].includes(organisationId)) throw new Refusal('not_found')
  return succession
}

/** Named and not answered, or agreed and customers may still answer. Only of the partner that goes. */
function isUnderWay({ context, now }: OwnWork, { predecessorId, state, until }: StoredSuccession): boolean {
  return predecessorId === context.organisationId && (state === 'named' || (state === 'agreed' && until !== null && until > now))
}

async function shown(work: OwnWork, succession: StoredSuccession): Promise<Shown> {
  const { id, state, predecessorId, successorId, namedAt, until } = succession
  const isFrom = predecessorId === work.context.organisationId
  const otherId = isFrom ? successorId : predecessorId
  const by = ofPartner(work)
  const commands: readonly SuccessionCommand[] = [
    { kind: 'agree', by, until: work.now, name: '' },
    { kind: 'refuse', by, name: '' },
    { kind: 'withdraw', by, name: '' },
  ]
  return {
    ...{ id, state, role: isFrom ? 'from' : 'to', other: { id: otherId, name: await nameOf(work.tx, otherId) } },
    namedAt: new Date(namedAt).toISOString(),
    until: until === null ? null : new Date(until).toISOString(),
    counts: await countAnswers(work.tx, id),
    may: commands.filter((command) => decideSuccession(succession, command, work.now).kind === 'done').map(({ kind }) => kind),
  }
}

/** Only the number that the operator verified says who it is. */
const asFirm = ({ id, name: called, isVerified, asker }: PartnerOrganisation): Firm => ({
  ...{ id, name: called, isVerified, registerNumber: asker.registerNumber },
})

const ofPartner = (work: OwnWork) => ({ ...asPartner(work), organisationId: work.context.organisationId })
