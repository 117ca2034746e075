// How a person's mails come: what they chose, and choosing. Security, requests, grants and endings cannot be switched off.
import { type MailKindId, mailKindIds, wayOf, waysOf } from '../../domain/mails/mail-kinds.ts'
import type { Side } from '../../domain/organisation.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Answer, Input } from '../endpoint.ts'
import { organisationsOf } from '../identity/organisations-store.ts'
import { record } from '../journal/record.ts'
import type { PersonalWork } from '../work.ts'
import { findParts, listChoices, saveChoice } from './choices-store.ts'
import type { chooseMail as chooseContract, listMailChoices as listContract } from './contract.ts'

export async function listMailChoices({ tx, person }: PersonalWork): Promise<Answer<typeof listContract>> {
  const chosen = await listChoices(tx, person.id)
  const { isMember, isOfPartner } = await findParts(tx, person.id)
  const choicesOf = (side: Side) =>
    mailKindIds
      .filter((kind) => isChoice(kind, side))
      .map((kind) => ({
        kind,
        ways: [...waysOf(kind, side)],
        way: wayOf(kind, side, chosen.find((one) => one.kind === kind && one.side === side)?.way),
      }))
  return { partner: isOfPartner ? choicesOf('partner') : null, customer: isMember ? choicesOf('customer') : null }
}

export async function chooseMail(work: PersonalWork, { body }: Input<typeof chooseContract>): Promise<Answer<typeof chooseContract>> {
  const { kind, side, way } = body
  if (!isChoice(kind, side) || !waysOf(kind, side).includes(way)) throw new Refusal('mail_always_comes')
  await saveChoice(work.tx, work.person.id, { kind, side, way })
  const readers = await organisationsOf(work.tx, work.person.id)
  record(work, { kind: 'person.changed', readers, data: { personId: work.person.id, settings: ['mails'] } })
  return {}
}

const isChoice = (kind: MailKindId, side: Side) => waysOf(kind, side).length > 1
