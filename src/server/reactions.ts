// TABLE: event → what follows from it. Every kind of event has a row, also when nothing follows.
import type { EventKind } from '../domain/event.ts'
import { customerAnswered, customerAsked } from './access-requests/access-request-email.ts'
import { securityChangedEmail } from './account/security-changed-email.ts'
import { jobFinished } from './bulk/job-finished-email.ts'
import {
  carryOutCase,
  fileReport,
  liftAfterConfirmation,
  planCase,
  planLift,
  suspendUnconfirmed,
  takeOverOne,
} from './cases/carry-out-case.ts'
import { disputeReceived } from './cases/dispute-email.ts'
import { askAfterNewPerson, endUnconfirmed, planNewPerson } from './cases/new-legal-person.ts'
import { newLegalPerson } from './cases/new-legal-person-email.ts'
import { representationAsked, representationChanged } from './cases/representation-email.ts'
import { reportReceived, requestDeclined, requestPassedOn } from './consent/request-email.ts'
import { logOutAtConsole, sessionIsOver, visitIsOver } from './consoles/back-channel-logout.ts'
import { writeDigest, writeDigests } from './digest/write-digest.ts'
import { fallBack, remindOfFallback } from './endings/due-fallbacks.ts'
import { paymentFallsBack } from './endings/fallback-email.ts'
import {
  completeDueHandover,
  dropHandover,
  planBeginning,
  planCompletion,
  planDropping,
  planWaitingHandover,
} from './handovers/due-handovers.ts'
import { handoverPlanned } from './handovers/handover-email.ts'
import type { House } from './house.ts'
import { deliverCode } from './identity/send-code.ts'
import { applyRules, planRules } from './managed-customers/assignment-rules.ts'
import { memberInvitedEmail, roleChangedEmail } from './members/member-email.ts'
import { successorNamed } from './members/successor-email.ts'
import { operatorsChanged } from './operator/operators-email.ts'
import { accessDisputed, accessGate, accessGranted, invitationReceived, payerChanged, rightsChanged } from './partners/access-email.ts'
import { accessEnding, accessExtended, yearlyReview } from './partners/ending-email.ts'
import { lapseDuePartnership, planEnd } from './partners/lapse-partnership.ts'
import { askForYearlyReview, planTimes, remindOfEnding } from './partners/plan-times.ts'
import { endDueAssignment, planEndOfAssignment } from './partnerships/timed-assignments.ts'
import type { Delivery } from './platform/mail.ts'
import { criticalChangeEmail } from './products/critical-change-email.ts'
import { limitNear, orderPlaced } from './provider/money-email.ts'
import { type Effect, later, type Mail, mails } from './reaction.ts'
import { closeInPassing, completeLater } from './receipts/complete-receipt.ts'
import { answerCounter, answerDeclined, answerGranted, moreRequested, offerAnswered } from './requests/answer-email.ts'
import { payerAsked, requestChanged } from './requests/changed-email.ts'
import {
  lapseOverdueProposal,
  lapseOverdueRequest,
  planInvitation,
  planProposal,
  remindOfProposal,
  remindOfRequest,
} from './requests/due-requests.ts'
import { partnershipEnded, proposalReminder, proposalWithdrawn } from './requests/ended-email.ts'
import { noteHeldBack, planHeldBack } from './requests/held-back.ts'
import { noteDelivery } from './requests/note-delivery.ts'
import { assignAsPlanned, planAssigning } from './requests/plan-assignments.ts'
import {
  listNeedsRelease,
  releaseNeeded,
  requestReceived,
  requestReminder,
  requestUndeliverable,
  requestWithdrawn,
} from './requests/request-email.ts'
import { requestRevised } from './requests/revised-email.ts'
import { planWithdrawing, withdrawOldOffers } from './requests/withdraw-old-offers.ts'
import { recordFailure } from './sign-in/failed-sign-in.ts'
import { approvalNeeded } from './signatures/approval-email.ts'
import { lapseOverdueSignature, planSignature } from './signatures/lapse-signature.ts'
import { askCustomersOf, lapseSuccession, planAsking } from './successions/ask-customers.ts'
import { carryNotes, planNotes } from './successions/carry-notes.ts'
import { planReminding, remindOfSuccessions } from './successions/remind-customers.ts'
import { successionAsked, successionReminder } from './successions/succession-email.ts'
import { checkDomainOf, noteDomainProof, planCheck } from './verification/check-domain.ts'
import { planRenamed, planRenumbered, tellRenamed, tellRenumbered } from './verification/tell-renamed.ts'
import { partnerRenamed, partnerRenumbered, partnerVerification } from './verification/verification-email.ts'
import { visitStarted } from './visits/visit-started-email.ts'
import type { SystemWork } from './work.ts'

export const reactions: Readonly<Record<EventKind, readonly Effect[]>> = {
  'request.prepared': [mails(releaseNeeded)],
  'request.released': [],
  'request.sent': [mails(requestReceived), later(planInvitation), later(planHeldBack)],
  'request.resent': [mails(requestReceived), later(planInvitation), later(planHeldBack)],
  'request.revised': [mails(requestRevised), later(planInvitation), later(planHeldBack)],
  'request.reminded': [mails(requestReminder)],
  'request.address_corrected': [mails(requestReceived), later(planHeldBack)],
  'request.link_shown': [],
  'request.delivered': [],
  'request.not_delivered': [mails(requestUndeliverable)],
  'request.suggested': [],
  'request.passed_on': [mails(requestPassedOn)],
  'request.claimed': [],
  'request.withdrawn': [mails(requestWithdrawn)],
  'request.expired': [],
  'request.reported': [mails(reportReceived), fileReport],
  'proposal.prepared': [mails(releaseNeeded)],
  'proposal.made': [mails(moreRequested), mails(payerAsked), mails(invitationReceived), later(planProposal)],
  'proposal.reminded': [mails(proposalReminder)],
  'proposal.passed_on': [],
  'proposal.accepted': [mails(answerGranted), mails(offerAnswered)],
  'proposal.countered': [mails(answerCounter), mails(requestChanged)],
  'proposal.declined': [mails(answerDeclined), mails(requestDeclined), mails(offerAnswered)],
  'proposal.withdrawn': [mails(proposalWithdrawn)],
  'proposal.expired': [],
  'partnership.proposed': [],
  'partnership.granted': [
    mails(accessGranted),
    mails(rightsChanged),
    later(planEnd),
    planTimes,
    later(planAssigning),
    later(planRules),
    later(planBeginning),
  ],
  'partnership.narrowed': [mails(rightsChanged), later(planEnd), planTimes],
  'partnership.extended': [mails(accessExtended), later(planEnd), planTimes],
  'partnership.secured': [],
  'partnership.payer_changed': [mails(payerChanged)],
  'partnership.limit_changed': [],
  'partnership.suspended': [mails(accessGate)],
  'partnership.resumed': [mails(accessGate)],
  'partnership.ended': [later(planLift), mails(partnershipEnded)],
  'partnership.not_concluded': [later(planDropping)],
  'partnership.ending_reminded': [mails(accessEnding)],
  'partnership.review_asked': [mails(yearlyReview), planTimes],
  'partnership.reviewed': [planTimes],
  'partnership.strictness_changed': [],
  'partnership.second_factor_changed': [],
  'partnership.visit_limits_changed': [],
  'partnership.visit_reason_changed': [],
  'partnership.visit_notices_changed': [],
  'partnership.person_admitted': [],
  'partnership.person_excluded': [],
  'partnership.successor_named': [mails(successorNamed)],
  'partnership.handed_over': [later(planNotes)],
  'partnership.disputed': [mails(disputeReceived), mails(accessDisputed)],
  'partnership.confirmed': [later(planLift)],
  'partnership.taken_over': [],
  'partnership.payment_falls_back': [mails(paymentFallsBack)],
  'partnership.fallback_reminded': [mails(paymentFallsBack)],
  'partnership.payment_fell_back': [],
  'handover.asked': [],
  'handover.withdrawn': [],
  'handover.planned': [mails(handoverPlanned), later(planCompletion)],
  'handover.called_off': [mails(handoverPlanned)],
  'partner.new_legal_person': [later(planNewPerson), later(planWithdrawing)],
  'partner.customers_asked': [],
  'partnership.new_legal_person': [mails(newLegalPerson)],
  'succession.named': [],
  'succession.withdrawn': [],
  'succession.agreed': [later(planAsking), later(planReminding)],
  'succession.refused': [],
  'succession.asked': [mails(successionAsked)],
  'succession.reminded': [mails(successionReminder)],
  'succession.granted': [],
  'succession.declined': [],
  'succession.lapsed': [],
  'signature.asked': [mails(approvalNeeded), later(planSignature)],
  'signature.given': [],
  'signature.refused': [],
  'signature.withdrawn': [],
  'signature.void': [],
  'signature.expired': [],
  'managed_customer.checked': [],
  'managed_customer.noted': [later(planRules)],
  'assignment.changed': [],
  'assignment.given_for_a_time': [later(planEndOfAssignment)],
  'assignment.time_over': [],
  'assignment.teams_changed': [],
  'assignment.asked': [mails(customerAsked)],
  'assignment.ask_withdrawn': [],
  'assignment.approved': [],
  'assignment.answered': [mails(customerAnswered)],
  'assignment.rights_raised': [],
  'assignment_rule.made': [later(planRules)],
  'assignment_rule.stopped': [],
  'team.created': [],
  'team.changed': [],
  'team.deleted': [],
  'template.created': [],
  'template.changed': [],
  'template.deleted': [],
  'bulk.prepared': [mails(listNeedsRelease)],
  'bulk.started': [],
  'bulk.finished': [mails(jobFinished)],
  'bulk.stopped': [mails(jobFinished)],
  'campaign.started': [],
  'campaign.held': [],
  'campaign.resumed': [],
  'campaign.finished': [mails(jobFinished)],
  'visit.started': [mails(visitStarted)],
  'visit.read': [],
  'visit.console_opened': [],
  'visit.refused': [],
  'visit.ended': [visitIsOver],
  'product.ordered': [],
  'product.created': [],
  'product.changed': [],
  'product.renewed': [],
  'product.payer_change_confirmed': [],
  'product.deleted': [mails(criticalChangeEmail)],
  'domain.record_added': [mails(criticalChangeEmail)],
  'domain.record_changed': [mails(criticalChangeEmail)],
  'domain.record_removed': [mails(criticalChangeEmail)],
  'domain.name_servers_changed': [mails(criticalChangeEmail)],
  'mailbox.created': [],
  'mailbox.changed': [],
  'mailbox.password_set': [mails(criticalChangeEmail)],
  'mailbox.closed': [mails(criticalChangeEmail)],
  'mailbox.deleted': [mails(criticalChangeEmail)],
  'alias.created': [],
  'alias.deleted': [],
  'forwarding.set': [mails(criticalChangeEmail)],
  'forwarding.removed': [],
  'forwarding.closed': [],
  'forwarding.kept': [],
  'site.created': [],
  'site.changed': [],
  'site.deleted': [mails(criticalChangeEmail)],
  'site.content_changed': [],
  'folder.created': [],
  'folder.changed': [],
  'folder.deleted': [mails(criticalChangeEmail)],
  'folder.link_made': [mails(criticalChangeEmail)],
  'folder.link_ended': [],
  'file.added': [],
  'file.changed': [],
  'file.opened': [],
  'file.deleted': [],
  'server.started': [],
  'server.stopped': [],
  'server.restarted': [],
  'server.snapshot_taken': [],
  'server.snapshot_restored': [mails(criticalChangeEmail)],
  'server.snapshot_deleted': [mails(criticalChangeEmail)],
  'server.firewall_changed': [],
  'server.ssh_key_added': [mails(criticalChangeEmail)],
  'server.ssh_key_removed': [],
  'server.console_opened': [],
  'order.placed': [mails(orderPlaced)],
  'invoice.issued': [],
  'invoice.changed': [],
  'invoice.cancelled': [],
  'invoice.paid': [],
  'billing.address_changed': [],
  'billing.reference_changed': [],
  'billing.recipients_changed': [],
  'billing.limit_near': [mails(limitNear)],
  'payment_method.added': [],
  'payment_method.changed': [],
  'payment_method.removed': [],
  'export.made': [],
  'export.downloaded': [],
  'review.started': [],
  'review.closed': [],
  'review.cancelled': [],
  'organisation.created': [],
  'organisation.renamed': [later(planRenamed)],
  'organisation.address_changed': [],
  'organisation.settings_changed': [],
  'organisation.sensitive_suspended': [],
  'organisation.sensitive_resumed': [],
  'partner.applied': [later(planCheck)],
  'partner.verified': [mails(partnerVerification)],
  'partner.refused': [mails(partnerVerification)],
  'partner.domain_checked': [],
  'partner.application_withdrawn': [],
  'partner.verification_due': [mails(partnerVerification)],
  'partner.verification_lapsed': [mails(partnerVerification)],
  'partner.blocked': [],
  'partner.unblocked': [],
  'partner.renamed': [mails(partnerRenamed)],
  'partner.same_legal_person': [later(planRenumbered)],
  'partner.register_number_changed': [mails(partnerRenumbered)],
  'member.invited': [mails(memberInvitedEmail)],
  'member.invitation_withdrawn': [],
  'member.confirmed': [],
  'member.joined': [],
  'member.role_changed': [mails(roleChangedEmail)],
  'member.removed': [mails(roleChangedEmail)],
  'member.left': [],
  'member.signed_in': [],
  'member.signed_out': [sessionIsOver],
  'person.registered': [],
  'person.changed': [],
  'person.sign_in_failed': [],
  'person.authenticated_again': [],
  'person.credential_added': [mails(securityChangedEmail)],
  'person.credential_removed': [mails(securityChangedEmail)],
  'person.address_added': [],
  'person.address_removed': [],
  'person.session_revoked': [sessionIsOver],
  'operator.added': [mails(operatorsChanged)],
  'operator.took_over': [],
  'organisation.representation_changed': [mails(representationChanged)],
  'operator.removed': [mails(operatorsChanged)],
  'organisation.looked_at': [],
  'case.opened': [mails(representationAsked), later(planCase)],
  'case.view_stated': [],
  'case.closed': [later(planCase)],
  'api_key.created': [],
  'api_key.revoked': [],
  'webhook.created': [],
  'webhook.removed': [],
}

/** What was put off to a later moment: kind of job → what to do then. */
export const scheduled: Readonly<Record<string, (house: House, payload: unknown) => Promise<void>>> = {
  'send-code': deliverCode,
  'check-domain': checkDomainOf,
  'note-failed-sign-in': recordFailure,
  'log-out-at-console': logOutAtConsole,
  'close-receipt': closeInPassing,
  'complete-receipt': completeLater,
  'write-digests': writeDigests,
  'write-digest': writeDigest,
}

/** The same for commands of the clock: each runs in a transaction of its own, as prokura_system, and is sealed. */
export const dueCommands: Readonly<Record<string, (work: SystemWork, payload: unknown) => Promise<void>>> = {
  'remind-request': remindOfRequest,
  'note-domain-proof': noteDomainProof,
  'tell-renamed': tellRenamed,
  'tell-renumbered': tellRenumbered,
  'lapse-request': lapseOverdueRequest,
  'remind-proposal': remindOfProposal,
  'lapse-proposal': lapseOverdueProposal,
  'lapse-partnership': lapseDuePartnership,
  'assign-as-planned': assignAsPlanned,
  'apply-rules': applyRules,
  'remind-of-ending': remindOfEnding,
  'ask-for-review': askForYearlyReview,
  'lapse-signature': lapseOverdueSignature,
  'end-assignment': endDueAssignment,
  'carry-out-case': carryOutCase,
  'suspend-unconfirmed': suspendUnconfirmed,
  'lift-after-confirmation': liftAfterConfirmation,
  'take-over': takeOverOne,
  'note-held-back': noteHeldBack,
  'remind-of-fallback': remindOfFallback,
  'fall-back': fallBack,
  'plan-handover': planWaitingHandover,
  'drop-handover': dropHandover,
  'complete-handover': completeDueHandover,
  'ask-after-new-person': askAfterNewPerson,
  'end-unconfirmed': endUnconfirmed,
  'withdraw-old-offers': withdrawOldOffers,
  'ask-customers': askCustomersOf,
  'remind-of-succession': remindOfSuccessions,
  'lapse-succession': lapseSuccession,
  'carry-notes': carryNotes,
}

/** What the delivery of a mail, or its refusal, means to what the mail was about. */
export async function delivered(work: SystemWork, mail: Mail, delivery: Delivery): Promise<void> {
  await noteDelivery(work, mail, delivery)
}
