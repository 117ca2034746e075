// TABLE: what two legal representatives may have to sign → the use case that carries it out once both did. app.ts names the same acts.
import { confirmPartnership, withdrawDispute } from './cases/dispute.ts'
import { changeRole, removeMember } from './members/change-member.ts'
import { inviteMember } from './members/invite-member.ts'
import { offBoardMember } from './members/off-board.ts'
import { answerProposal } from './partners/answer-proposal.ts'
import { answerSuccession } from './partners/answer-succession.ts'
import { changeGrant, changePayment } from './partners/change-rights.ts'
import { admitPeople } from './partners/end-one-visit.ts'
import { askToPay, offerPartnership } from './partners/offer-partnership.ts'
import { renewAccess } from './partners/renew-access.ts'
import { resumeAccess } from './partners/stop-access.ts'
import type { SignedActs } from './signatures/sign.ts'
import { setSignatureRule } from './signatures/signature-rule.ts'
import { setDefaultStrictness } from './strictness/set-default-strictness.ts'
import { setStrictness } from './strictness/set-strictness.ts'
import { setVisitLimits, setVisitRules } from './visits/set-visit-rules.ts'

export const signedActs: SignedActs = {
  answer: answerProposal,
  change_grant: changeGrant,
  renew: renewAccess,
  change_payment: changePayment,
  offer: offerPartnership,
  succession: answerSuccession,
  ask_to_pay: askToPay,
  resume: resumeAccess,
  loosen: admitPeople,
  set_strictness: setStrictness,
  default_strictness: setDefaultStrictness,
  one_signature: setSignatureRule,
  visit_rules: setVisitRules,
  visit_limits: setVisitLimits,
  withdraw_dispute: withdrawDispute,
  confirm: confirmPartnership,
  invite_member: inviteMember,
  change_role: changeRole,
  remove_member: removeMember,
  off_board: offBoardMember,
}
