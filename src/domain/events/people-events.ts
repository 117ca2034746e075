// What happens to organisations, their people, and how these sign in; cases, keys and webhooks.

import type { RepresentationReason } from '../case.ts'
import type {
  ApiKeyId,
  ApplicationId,
  CaseId,
  CredentialId,
  MemberInvitationId,
  OrganisationId,
  PersonId,
  ReviewId,
  SessionId,
  WebhookId,
} from '../ids.ts'
import type { Language } from '../language.ts'
import type { Role } from '../organisation.ts'
import type { ReviewSide } from '../review.ts'
import type { Instant } from '../time.ts'
import type { ApplicationKind } from '../verification/application.ts'
import type { ProofWay } from '../verification/proof-of-domain.ts'
import { type Address, type Change, type Name, type Nothing, type Person, type Reason, says } from './says.ts'

type Review = { readonly reviewId: ReviewId; readonly side: ReviewSide }

export const peopleEvents = {
  // who has what, looked at one by one
  'review.started': says<Review & { readonly items: number }>(),
  'review.closed': says<Review & { readonly kept: number; readonly dropped: number }>(),
  'review.cancelled': says<Review>(),
  // organisations and their people
  'organisation.created': says<{ readonly country: string; readonly language: Language }, Name>(),
  'organisation.renamed': says<Nothing, Change>(),
  'organisation.address_changed': says<Nothing, Change>(),
  'organisation.settings_changed': says<{ readonly settings: readonly string[] }>(),
  /** The sensitive rights of all its partners, by the operator. */
  'organisation.sensitive_suspended': says<Nothing, Reason>(),
  'organisation.sensitive_resumed': says<Nothing>(),
  'partner.applied': says<{ readonly applicationId: ApplicationId; readonly application: ApplicationKind }>(),
  /** `proof` null: nothing was found that proves the domain. */
  'partner.domain_checked': says<{ readonly proof: ProofWay | null }>(),
  'partner.application_withdrawn': says<{ readonly applicationId: ApplicationId }>(),
  'partner.verified': says<{ readonly until: Instant }>(),
  'partner.refused': says<{ readonly applicationId: ApplicationId }, Reason>(),
  'partner.verification_due': says<{ readonly daysLeft: number }>(),
  'partner.verification_lapsed': says<Nothing>(),
  /** Told to the customer alone. */
  'partner.blocked': says<{ readonly partnerId: OrganisationId }>(),
  'partner.unblocked': says<{ readonly partnerId: OrganisationId }>(),
  /** Told to its customers. */
  'partner.renamed': says<{ readonly partnerId: OrganisationId }, Change>(),
  /** By the operator, who found another register number to be of the same firm: told to the partner. The numbers. */
  'partner.same_legal_person': says<Nothing, Change>(),
  /** The same, told to its customers. The partner's name and the numbers. */
  'partner.register_number_changed': says<{ readonly partnerId: OrganisationId }, Name & Change>(),
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
  /** `personId` null: the address was nobody's. */
  'person.sign_in_failed': says<{ readonly personId: PersonId | null; readonly method: string }>(),
  'person.authenticated_again': says<Person & { readonly sessionId: SessionId; readonly method: string }>(),
  'person.credential_added': says<Person & { readonly credentialId: CredentialId; readonly method: string }>(),
  'person.credential_removed': says<Person & { readonly credentialId: CredentialId; readonly method: string }>(),
  'person.address_added': says<Person, Address>(),
  'person.address_removed': says<Person, Address>(),
  'person.session_revoked': says<Person & { readonly sessionId: SessionId }>(),
  // the provider's operators
  'operator.added': says<Person, Name>(),
  'operator.took_over': says<{ readonly partnerId: OrganisationId; readonly customers: number }>(),
  'operator.removed': says<Person, Name>(),
  /** By the operators, on documents: somebody else represents it from now on. */
  'organisation.representation_changed': says<Person & { readonly why: RepresentationReason }, Name>(),
  'organisation.looked_at': says<Nothing>(),
  // cases of the operator, keys and webhooks
  'case.opened': says<{ readonly caseId: CaseId }, Reason>(),
  'case.view_stated': says<{ readonly caseId: CaseId }>(),
  'case.closed': says<{ readonly caseId: CaseId; readonly outcome: string }, Reason>(),
  'api_key.created': says<{ readonly apiKeyId: ApiKeyId }, Name>(),
  'api_key.revoked': says<{ readonly apiKeyId: ApiKeyId }, Name>(),
  'webhook.created': says<{ readonly webhookId: WebhookId }>(),
  'webhook.removed': says<{ readonly webhookId: WebhookId }>(),
}
