// What a command makes of a signature that waits for a second one: every state and every command, in one table.

import type { DomainEvent } from '../event.ts'
import type { PersonId } from '../ids.ts'
import type { RefusalCode } from '../refusal.ts'
import { type Instant, isOver } from '../time.ts'
import { type Actor, mayDo } from '../who-may.ts'
import { type Signature, type SignatureState, stateOfSignature } from './signature.ts'

export type SignatureCommand =
  /** `digest`: of what the second one saw. */
  | { readonly kind: 'sign'; readonly by: Actor; readonly digest: string }
  | { readonly kind: 'refuse'; readonly by: Actor }
  | { readonly kind: 'withdraw'; readonly by: Actor }
  /** What it was about changed meanwhile, or whoever signed first may not sign any more. */
  | { readonly kind: 'spoil' }
  | { readonly kind: 'lapse' }

export type SignatureDecided =
  | { readonly kind: 'done'; readonly signature: Signature; readonly events: readonly DomainEvent[] }
  | { readonly kind: 'refused'; readonly code: RefusalCode }

type Cell = 'may' | RefusalCode

const table: Readonly<Record<SignatureState, Readonly<Record<SignatureCommand['kind'], Cell>>>> = {
  waiting: { sign: 'may', refuse: 'may', withdraw: 'may', spoil: 'may', lapse: 'may' },
  given: everyCommand('already_answered'),
  refused: everyCommand('already_answered'),
  withdrawn: everyCommand('request_withdrawn'),
  void: everyCommand('changed_meanwhile'),
  expired: everyCommand('request_expired'),
}

/**
 * What a command makes of a signature at that instant; one that is overdue counts as expired, whatever is stored. Refusals: see the table;
 * `not_entitled`, `asker_cannot_answer` (nobody is the second of their own), `changed_meanwhile` (another version was on screen), `not_over_yet`.
 */
export function decideSignature(signature: Signature, command: SignatureCommand, now: Instant): SignatureDecided {
  const state = command.kind === 'lapse' ? signature.state : stateOfSignature(signature, now)
  const cell = table[state][command.kind]
  const code = cell === 'may' ? refusalOf(signature, command, now) : cell
  return code === null ? carryOut(signature, command, now) : { kind: 'refused', code }
}

/** A first signature, as it begins to wait. */
export function askForSecond(signature: Signature): readonly DomainEvent[] {
  const { id, act, reason, expiresAt } = signature
  return [{ ...about(signature), kind: 'signature.asked', data: { signatureId: id, act, reason, expiresAt } }]
}

function refusalOf(signature: Signature, command: SignatureCommand, now: Instant): RefusalCode | null {
  switch (command.kind) {
    case 'sign':
      if (signature.firstBy === command.by.personId) return 'asker_cannot_answer'
      if (!isRepresentative(command.by)) return 'not_entitled'
      return command.digest === signature.digest ? null : 'changed_meanwhile'
    case 'refuse':
      if (signature.firstBy === command.by.personId) return 'asker_cannot_answer'
      return isRepresentative(command.by) ? null : 'not_entitled'
    case 'withdraw':
      return signature.firstBy === command.by.personId && isRepresentative(command.by) ? null : 'not_entitled'
    case 'spoil':
      return null
    case 'lapse':
      return isOver(signature.expiresAt, now) ? null : 'not_over_yet'
  }
}

function isRepresentative(by: Actor): boolean {
  return by.side === 'customer' && mayDo('change_grant', by)
}

function carryOut(signature: Signature, command: SignatureCommand, now: Instant): SignatureDecided {
  const data = { signatureId: signature.id, act: signature.act, firstBy: signature.firstBy }
  const told = about(signature)
  switch (command.kind) {
    case 'sign':
      return done(second(signature, 'given', command.by.personId, now), [{ ...told, kind: 'signature.given', data }])
    case 'refuse':
      return done(second(signature, 'refused', command.by.personId, now), [{ ...told, kind: 'signature.refused', data }])
    case 'withdraw':
      return done({ ...signature, state: 'withdrawn' }, [{ ...told, kind: 'signature.withdrawn', data }])
    case 'spoil':
      return done({ ...signature, state: 'void' }, [{ ...told, kind: 'signature.void', data }])
    case 'lapse':
      return done({ ...signature, state: 'expired' }, [{ ...told, kind: 'signature.expired', data }])
  }
}

function second(signature: Signature, state: 'given' | 'refused', secondBy: PersonId, secondAt: Instant): Signature {
  return { ...signature, state, secondBy, secondAt }
}

function done(signature: Signature, events: readonly DomainEvent[]): SignatureDecided {
  return { kind: 'done', signature, events }
}

function about({ customerId, partnerId, partnershipId }: Signature) {
  const readers = partnerId === null ? [customerId] : [customerId, partnerId]
  return { readers, customerId, ...(partnershipId === null ? {} : { partnershipId }) }
}

function everyCommand(code: RefusalCode): Readonly<Record<SignatureCommand['kind'], Cell>> {
  return { sign: code, refuse: code, withdraw: code, spoil: code, lapse: code }
}
