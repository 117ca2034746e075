// What a command makes of an application: every state and every command, in one table.

import type { DomainEvent } from '../event.ts'
import type { PersonId } from '../ids.ts'
import type { RefusalCode } from '../refusal.ts'
import type { Instant } from '../time.ts'
import type { Application, ApplicationState } from './application.ts'
import type { ProofWay } from './proof-of-domain.ts'

/** An operator; `belongs`: they are a member of the organisation that applies. */
export type Deciding = { readonly personId: PersonId; readonly belongs: boolean }

export type ApplicationCommand =
  /** What was found at the domain; null: nothing that proves anything. */
  | { readonly kind: 'prove'; readonly proof: ProofWay | null }
  /** `lookAlikes`: how many known firms could be taken for this one. They are passed over only by somebody who saw them. */
  | {
      readonly kind: 'verify'
      readonly by: Deciding
      readonly lookAlikes: number
      readonly isAcknowledged: boolean
      readonly until: Instant
    }
  | { readonly kind: 'refuse'; readonly by: Deciding; readonly reason: string }
  | { readonly kind: 'withdraw' }

export const applicationCommands = ['prove', 'verify', 'refuse', 'withdraw'] as const satisfies readonly ApplicationCommand['kind'][]

export type ApplicationDecided =
  | { readonly kind: 'done'; readonly application: Application; readonly events: readonly DomainEvent[] }
  | { readonly kind: 'refused'; readonly code: RefusalCode }

const table: Readonly<Record<ApplicationState, Readonly<Record<ApplicationCommand['kind'], 'may' | RefusalCode>>>> = {
  open: { prove: 'may', verify: 'may', refuse: 'may', withdraw: 'may' },
  verified: { prove: 'already_answered', verify: 'already_answered', refuse: 'already_answered', withdraw: 'already_answered' },
  refused: { prove: 'already_answered', verify: 'already_answered', refuse: 'already_answered', withdraw: 'already_answered' },
  withdrawn: { prove: 'request_withdrawn', verify: 'request_withdrawn', refuse: 'request_withdrawn', withdraw: 'request_withdrawn' },
}

/** Refusals: see the table; `asker_cannot_answer`, `domain_not_proven`, `look_alike`, `nothing_changed`. */
export function decideApplication(application: Application, command: ApplicationCommand, now: Instant): ApplicationDecided {
  const cell = table[application.state][command.kind]
  const code = cell === 'may' ? refusalOf(application, command) : cell
  return code === null ? carryOut(application, command, now) : { kind: 'refused', code }
}

function refusalOf({ proof, appliedBy }: Application, command: ApplicationCommand): RefusalCode | null {
  if (command.kind === 'prove') return command.proof === proof ? 'nothing_changed' : null
  if (command.kind === 'withdraw') return null
  if (command.by.belongs || command.by.personId === appliedBy) return 'asker_cannot_answer'
  if (command.kind === 'refuse') return null
  if (proof === null) return 'domain_not_proven'
  return command.lookAlikes > 0 && !command.isAcknowledged ? 'look_alike' : null
}

function carryOut(application: Application, command: ApplicationCommand, now: Instant): ApplicationDecided {
  const { id: applicationId, organisationId } = application
  const about = { readers: [organisationId] }
  switch (command.kind) {
    case 'prove':
      return done({ ...application, proof: command.proof }, { ...about, kind: 'partner.domain_checked', data: { proof: command.proof } })
    case 'withdraw':
      return done(
        { ...application, state: 'withdrawn', decidedAt: now },
        { ...about, kind: 'partner.application_withdrawn', data: { applicationId } },
      )
    case 'refuse':
      return done(
        { ...application, state: 'refused', decidedBy: command.by.personId, decidedAt: now, reason: command.reason },
        { ...about, kind: 'partner.refused', data: { applicationId }, detail: { reason: command.reason } },
      )
    case 'verify':
      return done(
        { ...application, state: 'verified', decidedBy: command.by.personId, decidedAt: now },
        { ...about, kind: 'partner.verified', data: { until: command.until } },
      )
  }
}

const done = (application: Application, event: DomainEvent): ApplicationDecided => ({ kind: 'done', application, events: [event] })
