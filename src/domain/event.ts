// Everything that can happen, one line for each kind: what the journal records of it for good, and what may be erased from it.

import type {
  ApiKeyId,
  CampaignId,
  CaseId,
  CredentialId,
  ExportId,
  ImportId,
  InvitationId,
  InvoiceId,
  ItemId,
  ManagedCustomerId,
  MemberInvitationId,
  OrderId,
  OrganisationId,
  PartnershipId,
  PaymentMethodId,
  PersonId,
  ProductId,
  ProposalId,
  SessionId,
  TeamId,
  TemplateId,
  VisitId,
  WebhookId,
} from './ids.ts'
import type { Language } from './language.ts'
import type { Role, Side } from './organisation.ts'
import type { CounterReason } from './partnership/answer.ts'
import type { EndedBy, Gatekeeper } from './partnership/partnership.ts'
import type { Payer } from './partnership/terms.ts'
import type { Family, RightId } from './rights/catalogue.ts'
import type { Instant } from './time.ts'
import type { VisitEnder } from './visit.ts'

type Request = { readonly invitationId: InvitationId }
type Proposed = { readonly proposalId: ProposalId; readonly side: Side }
type Rights = { readonly rights: readonly RightId[] }
type Version = { readonly version: number }
type Paying = { readonly payer: Payer | null; readonly paymentMethodId: PaymentMethodId | null }
type Item = { readonly itemId: ItemId }
type Name = { readonly name: string }
type Address = { readonly address: string }
type Change = { readonly before: string; readonly after: string }
type Reason = { readonly reason: string }
type Visiting = { readonly personId: PersonId }
type Person = { readonly personId: PersonId }
type Nothing = Readonly<Record<never, never>>

/** The shape of one kind: `Data` holds ids and plain facts and is hashed; `Detail` holds personal text and can be erased. */
type Shape<Data, Detail> = { readonly data?: Data; readonly detail?: Detail }
function says<Data, Detail = never>(): Shape<Data, Detail> {
  return {}
}

const events = {
  // requests to somebody who is not yet known to be a customer
  'request.prepared': says<Request & Rights, Address>(),
  'request.released': says<Request>(),
  'request.sent': says<Request & Rights & { readonly expiresAt: Instant }, Address>(),
  'request.resent': says<Request & { readonly expiresAt: Instant }, Address>(),
  'request.reminded': says<Request & { readonly daysLeft: number }>(),
  'request.address_corrected': says<Request, Change>(),
  'request.not_delivered': says<Request, Address & Reason>(),
  'request.passed_on': says<Request & { readonly toPersonId: PersonId | null }, Address>(),
  'request.claimed': says<Request & { readonly partnershipId: PartnershipId; readonly customerId: OrganisationId }, Address>(),
  'request.declined': says<Request>(),
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
  'proposal.countered': says<
    Proposed & { readonly counterId: ProposalId; readonly reasons: readonly CounterReason[]; readonly leftOut: readonly RightId[] }
  >(),
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
  'partnership.ending_reminded': says<{ readonly daysLeft: number }>(),
  'partnership.review_asked': says<Rights>(),
  'partnership.reviewed': says<Version>(),
  'partnership.strictness_changed': says<{ readonly namedPeopleOnly: boolean; readonly idleMinutes: number; readonly hours: number }>(),
  'partnership.person_admitted': says<Person>(),
  'partnership.person_excluded': says<Person>(),
  'partnership.handed_over': says<{ readonly toPartnershipId: PartnershipId }>(),
  'partnership.disputed': says<{ readonly caseId: CaseId }, Reason>(),
  'partnership.taken_over': says<Version & Rights>(),
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
  'assignment.asked': says<Person>(),
  'assignment.answered': says<Person & { readonly granted: boolean }>(),
  'team.created': says<{ readonly teamId: TeamId }, Name>(),
  'team.changed': says<{ readonly teamId: TeamId; readonly added: readonly PersonId[]; readonly removed: readonly PersonId[] }, Name>(),
  'team.deleted': says<{ readonly teamId: TeamId }, Name>(),
  'template.created': says<{ readonly templateId: TemplateId } & Rights, Name>(),
  'template.changed': says<{ readonly templateId: TemplateId } & Rights, Name>(),
  'template.deleted': says<{ readonly templateId: TemplateId }, Name>(),
  'campaign.started': says<{ readonly campaignId: CampaignId; readonly customers: number }>(),
  'campaign.finished': says<{ readonly campaignId: CampaignId; readonly sent: number; readonly failed: number }>(),
  'import.started': says<{ readonly importId: ImportId; readonly rows: number }>(),
  'import.finished': says<{ readonly importId: ImportId; readonly sent: number; readonly failed: number }>(),
  // visits
  'visit.started': says<Visiting, Reason>(),
  'visit.read': says<Visiting & { readonly right: RightId; readonly what: string }>(),
  'visit.refused': says<Visiting & { readonly right: RightId | null; readonly missing: string }>(),
  'visit.ended': says<Visiting & { readonly endedBy: VisitEnder }>(),
  // products and what is inside them
  'product.ordered': says<{ readonly orderId: OrderId; readonly family: Family; readonly payer: Payer }, Name>(),
  'product.created': says<{ readonly family: Family }, Name>(),
  'product.changed': says<{ readonly settings: readonly string[] }, Change>(),
  'product.renewed': says<{ readonly orderId: OrderId | null }>(),
  'product.deleted': says<{ readonly family: Family }, Name>(),
  'domain.record_added': says<Item & { readonly type: string }, Change>(),
  'domain.record_changed': says<Item & { readonly type: string }, Change>(),
  'domain.record_removed': says<Item & { readonly type: string }, Change>(),
  'domain.name_servers_changed': says<Nothing, Change>(),
  'mailbox.created': says<Item, Address>(),
  'mailbox.changed': says<Item & { readonly settings: readonly string[] }, Address>(),
  'mailbox.password_set': says<Item, Address>(),
  'mailbox.deleted': says<Item, Address>(),
  'alias.created': says<Item, Address>(),
  'alias.deleted': says<Item, Address>(),
  'forwarding.set': says<Item, Change>(),
  'forwarding.removed': says<Item, Address>(),
  'site.created': says<Item, Name>(),
  'site.changed': says<Item & { readonly settings: readonly string[] }, Name>(),
  'site.deleted': says<Item, Name>(),
  'site.content_changed': says<Item & { readonly area: 'files' | 'database' | 'tasks' | 'backup' }, Name>(),
  'folder.created': says<Item, Name>(),
  'folder.changed': says<Item & { readonly settings: readonly string[] }, Name>(),
  'folder.deleted': says<Item, Name>(),
  'file.added': says<Item, Name>(),
  'file.changed': says<Item, Name>(),
  'file.opened': says<Item, Name>(),
  'file.deleted': says<Item, Name>(),
  'server.started': says<Nothing>(),
  'server.stopped': says<Nothing>(),
  'server.restarted': says<Nothing>(),
  'server.snapshot_taken': says<Item, Name>(),
  'server.snapshot_restored': says<Item, Name>(),
  'server.firewall_changed': says<Item, Change>(),
  'server.ssh_key_added': says<Item, Name>(),
  'server.ssh_key_removed': says<Item, Name>(),
  'server.console_opened': says<Nothing>(),
  // money
  'invoice.issued': says<{ readonly invoiceId: InvoiceId }>(),
  'invoice.paid': says<{ readonly invoiceId: InvoiceId; readonly payer: Payer; readonly amount: number; readonly currency: string }>(),
  'billing.address_changed': says<Nothing, Change>(),
  'billing.reference_changed': says<Nothing, Change>(),
  'billing.recipients_changed': says<Nothing, Change>(),
  'billing.limit_near': says<{ readonly percent: number; readonly amount: number; readonly currency: string }>(),
  'payment_method.added': says<{ readonly paymentMethodId: PaymentMethodId }>(),
  'payment_method.changed': says<{ readonly paymentMethodId: PaymentMethodId }>(),
  'payment_method.removed': says<{ readonly paymentMethodId: PaymentMethodId }>(),
  // exports
  'export.made': says<{ readonly exportId: ExportId; readonly file: string; readonly rows: number }>(),
  'export.downloaded': says<{ readonly exportId: ExportId; readonly file: string }>(),
  // organisations and their people
  'organisation.created': says<{ readonly country: string; readonly language: Language }, Name>(),
  'organisation.renamed': says<Nothing, Change>(),
  'organisation.address_changed': says<Nothing, Change>(),
  'organisation.settings_changed': says<{ readonly settings: readonly string[] }>(),
  'partner.applied': says<Nothing>(),
  'partner.verified': says<Nothing>(),
  'partner.refused': says<Nothing, Reason>(),
  'member.invited': says<
    { readonly memberInvitationId: MemberInvitationId; readonly role: Role; readonly byPartnerId: OrganisationId | null },
    Address
  >(),
  'member.invitation_withdrawn': says<{ readonly memberInvitationId: MemberInvitationId }, Address>(),
  'member.confirmed': says<{ readonly memberInvitationId: MemberInvitationId }>(),
  'member.joined': says<Person & { readonly role: Role }, Name>(),
  'member.role_changed': says<Person & { readonly before: Role; readonly after: Role }, Name>(),
  'member.removed': says<Person, Name>(),
  'member.left': says<Person, Name>(),
  'member.signed_in': says<Person & { readonly sessionId: SessionId; readonly method: string }>(),
  'member.signed_out': says<Person & { readonly sessionId: SessionId }>(),
  // a person's own sign-in
  'person.registered': says<Person & { readonly language: Language }, Name & Address>(),
  'person.changed': says<Person & { readonly settings: readonly string[] }>(),
  'person.sign_in_failed': says<Person & { readonly method: string }>(),
  'person.authenticated_again': says<Person & { readonly sessionId: SessionId; readonly method: string }>(),
  'person.credential_added': says<Person & { readonly credentialId: CredentialId; readonly method: string }>(),
  'person.credential_removed': says<Person & { readonly credentialId: CredentialId; readonly method: string }>(),
  'person.address_added': says<Person, Address>(),
  'person.address_removed': says<Person, Address>(),
  'person.session_revoked': says<Person & { readonly sessionId: SessionId }>(),
  // cases of the operator, keys and webhooks
  'case.opened': says<{ readonly caseId: CaseId }, Reason>(),
  'case.closed': says<{ readonly caseId: CaseId; readonly outcome: string }, Reason>(),
  'api_key.created': says<{ readonly apiKeyId: ApiKeyId }, Name>(),
  'api_key.revoked': says<{ readonly apiKeyId: ApiKeyId }, Name>(),
  'webhook.created': says<{ readonly webhookId: WebhookId }>(),
  'webhook.removed': says<{ readonly webhookId: WebhookId }>(),
}

export type EventKind = keyof typeof events
export const eventKinds = Object.keys(events) as readonly EventKind[]

export type EventData<Kind extends EventKind> = NonNullable<(typeof events)[Kind]['data']>
export type EventDetail<Kind extends EventKind> = NonNullable<(typeof events)[Kind]['detail']>

/** One kind of event. `readers` are the organisations that may read it, all of it; what is private to one side is an event of its own. */
export type EventOf<Kind extends EventKind> = {
  readonly kind: Kind
  readonly readers: readonly OrganisationId[]
  readonly partnershipId?: PartnershipId
  readonly customerId?: OrganisationId
  readonly visitId?: VisitId
  readonly productId?: ProductId
  readonly data: EventData<Kind>
  readonly detail?: EventDetail<Kind>
}

/** What happened; who did it, when, in which session and on whose behalf is added at the server's edge. */
export type DomainEvent = { [Kind in EventKind]: EventOf<Kind> }[EventKind]

export function isEventKind(text: string): text is EventKind {
  return Object.hasOwn(events, text)
}
