// What happens between a partner and a customer: requests, proposals, partnerships, and what the partner keeps to itself.

import type { BulkReason } from '../bulk/bulk-job.ts'
import type {
  AccessRequestId,
  AssignmentId,
  AssignmentRuleId,
  BulkId,
  CaseId,
  HandoverId,
  InvitationId,
  ManagedCustomerId,
  OrganisationId,
  PartnershipId,
  PaymentMethodId,
  PersonId,
  ProductId,
  ProposalId,
  SignatureId,
  TeamId,
  TemplateId,
} from '../ids.ts'
import type { Side } from '../organisation.ts'
import type { CounterReason } from '../partnership/answer.ts'
import type { SignatureReason } from '../partnership/enlargement.ts'
import type { EndedBy, Gatekeeper } from '../partnership/partnership.ts'
import type { FallbackReason } from '../partnership/payer-fallback.ts'
import type { SignedAct } from '../partnership/signature.ts'
import type { Strictness } from '../partnership/strictness.ts'
import type { Payer } from '../partnership/terms.ts'
import type { RightId } from '../rights/catalogue.ts'
import type { Instant, LocalDate } from '../time.ts'
import { type Address, type Change, type Name, type Nothing, type Person, type Reason, type Rights, says } from './says.ts'

type Request = { readonly invitationId: InvitationId }
type Proposed = { readonly proposalId: ProposalId; readonly side: Side }
/** `rights` null: the customer, with all that was granted; `hours` null: until it is taken away. */
type Wanted = Person & { readonly requestId: AccessRequestId; readonly rights: readonly RightId[] | null; readonly hours: number | null }
type ForATime = { readonly assignmentId: AssignmentId; readonly personId: PersonId | null; readonly teamId: TeamId | null }
type Version = { readonly version: number }
type Paying = { readonly payer: Payer | null; readonly paymentMethodId: PaymentMethodId | null }

type Signed = { readonly signatureId: SignatureId; readonly act: SignedAct }
type HandingOver = { readonly handoverId: HandoverId }
/** The other partner is named only if the customer says so. */
type HandoverRole = { readonly role: 'from' | 'to'; readonly otherPartnerId: OrganisationId | null }
type FirstSigner = { readonly firstBy: PersonId }
type Bulk = { readonly bulkId: BulkId; readonly action: string }

export const partnershipEvents = {
  // requests to somebody who is not yet known to be a customer
  'request.prepared': says<Request, Address>(),
  'request.released': says<Request>(),
  'request.sent': says<Request & { readonly expiresAt: Instant }, Address>(),
  'request.resent': says<Request & { readonly expiresAt: Instant }, Address>(),
  /** `expiresAt` null: it waits for release. */
  'request.revised': says<Request & { readonly number: number; readonly expiresAt: Instant | null }, Address>(),
  'request.reminded': says<Request & { readonly daysLeft: number }>(),
  'request.address_corrected': says<Request, Change>(),
  'request.delivered': says<Request>(),
  'request.link_shown': says<Request>(),
  'request.not_delivered': says<Request, Address & Reason>(),
  'request.passed_on': says<Request & { readonly toPersonId: PersonId | null }, Address>(),
  'request.suggested': says<Request>(),
  /** `answeredWith`: the sign-in address, where the request was sent to another one. */
  'request.claimed': says<
    Request & { readonly partnershipId: PartnershipId; readonly customerId: OrganisationId },
    Address & { readonly answeredWith?: string }
  >(),
  'request.withdrawn': says<Request>(),
  'request.expired': says<Request>(),
  'request.reported': says<Request & { readonly caseId: CaseId | null }, Reason>(),
  // proposals on a partnership
  'proposal.prepared': says<Proposed & Rights>(),
  'proposal.made': says<Proposed & Rights & { readonly expiresAt: Instant; readonly baseVersion: number | null }>(),
  'proposal.reminded': says<Proposed & { readonly daysLeft: number }>(),
  'proposal.passed_on': says<Proposed & { readonly toPersonId: PersonId }>(),
  'proposal.accepted': says<
    Proposed & { readonly asAsked: boolean; readonly leftOut: readonly RightId[]; readonly added: readonly RightId[] }
  >(),
  'proposal.countered': says<Proposed & { readonly counterId: ProposalId; readonly reasons: readonly CounterReason[] }>(),
  'proposal.declined': says<Proposed, Reason>(),
  'proposal.withdrawn': says<Proposed>(),
  'proposal.expired': says<Proposed>(),
  // the partnership and its grant
  'partnership.proposed': says<{ readonly by: Side }>(),
  'partnership.granted': says<
    Version & { readonly added: readonly RightId[]; readonly removed: readonly RightId[]; readonly notAfter: Instant | null }
  >(),
  'partnership.narrowed': says<Version & { readonly by: Side; readonly removed: readonly RightId[]; readonly notAfter: Instant | null }>(),
  'partnership.extended': says<Version & { readonly notAfter: Instant | null }>(),
  'partnership.secured': says<Version>(),
  'partnership.payer_changed': says<Version & Paying>(),
  'partnership.limit_changed': says<Version & { readonly amount: number | null; readonly currency: string | null }>(),
  'partnership.suspended': says<{ readonly by: Gatekeeper }, Reason>(),
  'partnership.resumed': says<{ readonly by: Gatekeeper }>(),
  'partnership.ended': says<{ readonly by: EndedBy }, Reason>(),
  'partnership.not_concluded': says<Nothing>(),
  /** `rights`: some of them end while the rest goes on, those in `parts`. */
  'partnership.ending_reminded': says<{
    readonly daysLeft: number
    readonly endsAt: Instant
    readonly type: 'access' | 'rights'
    readonly parts: readonly RightId[]
  }>(),
  'partnership.review_asked': says<Rights>(),
  'partnership.reviewed': says<Version>(),
  /** With all its parts where the customer chose between Standard and Strict. */
  'partnership.strictness_changed': says<Pick<Strictness, 'namedPeopleOnly'> & Partial<Strictness>>(),
  'partnership.second_factor_changed': says<{ readonly secondFactorNeeded: boolean }>(),
  'partnership.visit_reason_changed': says<{ readonly reasonNeeded: boolean }>(),
  'partnership.visit_notices_changed': says<{ readonly added: readonly PersonId[]; readonly removed: readonly PersonId[] }>(),
  'partnership.visit_limits_changed': says<{ readonly idleMinutes: number; readonly hours: number }>(),
  'partnership.person_admitted': says<Person>(),
  'partnership.person_excluded': says<Person>(),
  /** `personId` has left the partner, `successorId` shall have the customer, which admits people by name. */
  'partnership.successor_named': says<Person & { readonly successorId: PersonId }>(),
  'partnership.handed_over': says<{ readonly toPartnershipId: PartnershipId }>(),
  /** `wasClosed`: the operator’s gate had closed before, so that no suspension follows. */
  'partnership.disputed': says<{ readonly caseId: CaseId; readonly wasClosed: boolean }>(),
  /** Taken over, or agreed to by a former representative: by whoever represents the customer now. */
  'partnership.confirmed': says<Nothing>(),
  'partnership.taken_over': says<Version & Rights>(),
  /** What the partner paid: from `firstOn` on, day by day, the customer pays. */
  'partnership.payment_falls_back': says<{
    readonly reason: FallbackReason
    readonly products: readonly ProductId[]
    readonly firstOn: LocalDate
  }>(),
  'partnership.fallback_reminded': says<{ readonly products: readonly ProductId[]; readonly on: LocalDate }>(),
  'partnership.payment_fell_back': says<{ readonly products: readonly ProductId[]; readonly on: LocalDate }>(),
  // the customer goes from one partner to another; each partner reads an event of its own
  'handover.asked': says<HandingOver>(),
  'handover.withdrawn': says<HandingOver>(),
  'handover.planned': says<HandingOver & HandoverRole & { readonly endsAt: Instant }>(),
  'handover.called_off': says<HandingOver & HandoverRole>(),
  // what two legal representatives sign
  'signature.asked': says<Signed & { readonly reason: SignatureReason; readonly expiresAt: Instant }>(),
  'signature.given': says<Signed & FirstSigner>(),
  'signature.refused': says<Signed & FirstSigner>(),
  'signature.withdrawn': says<Signed & FirstSigner>(),
  'signature.void': says<Signed & FirstSigner>(),
  'signature.expired': says<Signed & FirstSigner>(),
  // the partner's own view of its customers, private to it
  'managed_customer.checked': says<{ readonly managedCustomerId: ManagedCustomerId }>(),
  'managed_customer.noted': says<
    { readonly managedCustomerId: ManagedCustomerId },
    { readonly reference: string; readonly tags: string }
  >(),
  'assignment.changed': says<{
    readonly added: readonly PersonId[]
    readonly changed: readonly PersonId[]
    readonly removed: readonly PersonId[]
  }>(),
  /** Of a person, or of a team, whose name is the detail. `rights` null: all that was granted. */
  'assignment.given_for_a_time': says<
    ForATime & { readonly rights: readonly RightId[] | null; readonly startsAt: Instant; readonly notAfter: Instant },
    Name
  >(),
  'assignment.time_over': says<ForATime & { readonly by: 'person' | 'time' }, Name>(),
  'assignment.teams_changed': says<{
    readonly added: readonly TeamId[]
    readonly changed: readonly TeamId[]
    readonly removed: readonly TeamId[]
  }>(),
  /** Between the people of a partner: a collaborator asks, others answer. */
  'assignment.asked': says<Wanted>(),
  'assignment.ask_withdrawn': says<Person & { readonly requestId: AccessRequestId }>(),
  'assignment.approved': says<Wanted>(),
  'assignment.answered': says<Wanted & { readonly granted: boolean; readonly notAfter: Instant | null }>(),
  /** For the customer too: more of the granted rights for a time. */
  'assignment.rights_raised': says<Person & Rights & { readonly notAfter: Instant }>(),
  'assignment_rule.made': says<
    { readonly ruleId: AssignmentRuleId; readonly personId: PersonId | null; readonly teamId: TeamId | null },
    Name
  >(),
  'assignment_rule.stopped': says<{ readonly ruleId: AssignmentRuleId }, Name>(),
  'team.created': says<{ readonly teamId: TeamId }, Name>(),
  'team.changed': says<{ readonly teamId: TeamId; readonly added: readonly PersonId[]; readonly removed: readonly PersonId[] }, Name>(),
  'team.deleted': says<{ readonly teamId: TeamId }, Name>(),
  'template.created': says<{ readonly templateId: TemplateId } & Rights, Name>(),
  'template.changed': says<{ readonly templateId: TemplateId } & Rights, Name>(),
  'template.deleted': says<{ readonly templateId: TemplateId }, Name>(),
  // one action on many rows; a campaign is one in waves
  'bulk.prepared': says<Bulk & { readonly rows: number }>(),
  'bulk.started': says<Bulk & { readonly rows: number }>(),
  'bulk.finished': says<Bulk & { readonly sent: number; readonly failed: number }>(),
  'bulk.stopped': says<Bulk & { readonly sent: number; readonly left: number; readonly because: BulkReason | null }>(),
  'campaign.started': says<Bulk & { readonly customers: number }, Name>(),
  'campaign.held': says<Bulk & { readonly because: BulkReason }, Name>(),
  'campaign.resumed': says<Bulk, Name>(),
  'campaign.finished': says<Bulk & { readonly sent: number; readonly failed: number }, Name>(),
}
