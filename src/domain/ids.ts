// Identifiers: UUIDv7 texts made by the application, branded so that one kind never passes for another.

/** Exists in types only. */
export type Branded<Kind extends string> = { readonly idOf: Kind }
type Id<Kind extends string> = string & Branded<Kind>

export type OrganisationId = Id<'organisation'>
export type PersonId = Id<'person'>
export type MemberInvitationId = Id<'member_invitation'>
export type TeamId = Id<'team'>
export type InvitationId = Id<'invitation'>
export type PartnershipId = Id<'partnership'>
export type ProposalId = Id<'proposal'>
/** The partner's row for one customer: it begins with an invitation or a partnership and outlives neither. */
export type ManagedCustomerId = Id<'managed_customer'>
export type VisitId = Id<'visit'>
export type SessionId = Id<'session'>
export type ProductId = Id<'product'>
export type PaymentMethodId = Id<'payment_method'>
export type InvoiceId = Id<'invoice'>
export type OrderId = Id<'order'>
export type TemplateId = Id<'template'>
/** One action on many rows; a campaign is one in waves. */
export type BulkId = Id<'bulk'>
export type AccessRequestId = Id<'access_request'>
export type AssignmentRuleId = Id<'assignment_rule'>
export type SavedViewId = Id<'saved_view'>
export type ExportId = Id<'export'>
export type ApplicationId = Id<'application'>
export type CaseId = Id<'case'>
export type SignatureId = Id<'signature'>
export type HandoverId = Id<'handover'>
export type SuccessionId = Id<'succession'>
export type SuccessionQuestionId = Id<'succession_question'>
export type ApiKeyId = Id<'api_key'>
export type WebhookId = Id<'webhook'>
export type ReceiptId = Id<'receipt'>
export type ReviewId = Id<'review'>
export type CredentialId = Id<'credential'>
/** A thing inside a product: a DNS record, a mailbox, an alias, a website, a folder, an SSH key. */
export type ItemId = Id<'item'>
/** An assignment for a time; one without an end is known by whose it is. */
export type AssignmentId = Id<'assignment'>

export type AnyId =
  | OrganisationId
  | PersonId
  | MemberInvitationId
  | TeamId
  | InvitationId
  | PartnershipId
  | ProposalId
  | ManagedCustomerId
  | VisitId
  | SessionId
  | ProductId
  | PaymentMethodId
  | InvoiceId
  | OrderId
  | TemplateId
  | BulkId
  | AccessRequestId
  | AssignmentRuleId
  | SavedViewId
  | ExportId
  | ApplicationId
  | CaseId
  | SignatureId
  | HandoverId
  | SuccessionId
  | SuccessionQuestionId
  | ApiKeyId
  | WebhookId
  | ReceiptId
  | ReviewId
  | CredentialId
  | ItemId
  | AssignmentId

/**
 * The one place where a text becomes an identifier, at an edge that has already checked its form:
 * `asId<PersonId>(row.person_id)`.
 */
export function asId<Wanted extends AnyId>(text: string): Wanted {
  return text as Wanted
}
