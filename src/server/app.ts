// TABLE: method · path · contract · who may · use case. Everything the API does stands here; who.* is explained in endpoint.ts.

import { approveAccess, declineAccess } from './access-requests/answer-access.ts'
import { askForAccess, withdrawAccess } from './access-requests/ask-for-access.ts'
import * as accessRequests from './access-requests/contract.ts'
import { getAccessRules, listAccessRequests, listOtherCustomers, setAccessRules } from './access-requests/list-access-requests.ts'
import * as account from './account/contract.ts'
import { createOrganisation } from './account/create-organisation.ts'
import { changeMe, getMe, setLanguage } from './account/me.ts'
import { addPasskey, beginAddingPasskey, removePasskey, renamePasskey } from './account/passkeys.ts'
import { beginSecondFactor, confirmSecondFactor, removeSecondFactor, renewRecoveryCodes } from './account/second-factor.ts'
import { endOtherSessions, endSession, getSignIn, listSessions } from './account/sessions.ts'
import { setPassword } from './account/set-password.ts'
import { listActivity as listActivityContract, listActivityOfVisit as listActivityOfVisitContract } from './activity/contract.ts'
import { listActivity } from './activity/list-activity.ts'
import { assignPeople, listAssignable } from './assignments/assign-people.ts'
import * as assignmentContracts from './assignments/contract.ts'
import { endTimedAssignment as endTimedContract } from './assignments/contract.ts'
import { endTimedAssignment } from './assignments/end-timed-assignment.ts'
import * as billing from './billing/contract.ts'
import { getInvoice, listInvoices, listOrders } from './billing/list-documents.ts'
import { getBilling } from './billing/read-billing.ts'
import { setBillingProfile } from './billing/set-profile.ts'
import { blockPartner, listBlockedPartners, unblockPartner } from './blocked-partners/block-partners.ts'
import * as blockedPartners from './blocked-partners/contract.ts'
import * as lists from './bulk/contract.ts'
import * as finishedLists from './bulk/finished-contract.ts'
import { listFinished, seeFinished } from './bulk/list-finished.ts'
import { checkList, chooseForList, createList, putListRows, undoList } from './bulk/put-list.ts'
import { getList, getListRows, listLists } from './bulk/read-list.ts'
import { downloadResult, downloadTemplate } from './bulk/result-file.ts'
import { cancelList, holdList, resumeList, startList } from './bulk/start-list.ts'
import * as cases from './cases/contract.ts'
import { askForRepresentative, closeCase, takeOver } from './cases/decide-cases.ts'
import { confirmPartnership, openDispute, stateView, withdrawDispute } from './cases/dispute.ts'
import { listConfirmations } from './cases/list-confirmations.ts'
import { getCase, getOwnCase, listCases, listOwnCases } from './cases/show-cases.ts'
import { getCatalogue as getCatalogueContract, getWholeCatalogue as getWholeCatalogueContract } from './catalogue/contract.ts'
import { getCatalogue } from './catalogue/get-catalogue.ts'
import { getWholeCatalogue } from './catalogue/get-whole-catalogue.ts'
import { answerRequest } from './consent/answer-request.ts'
import {
  answerRequest as answerRequestContract,
  getConsent as getConsentContract,
  openRequest as openRequestContract,
  passOnRequest as passOnRequestContract,
  previewRequested as previewRequestedContract,
  sendRequestCode as sendRequestCodeContract,
  suggestAnswer as suggestAnswerContract,
  verifyRequestCode as verifyRequestCodeContract,
} from './consent/contract.ts'
import { declineRequest as declineRequestContract, reportRequest as reportRequestContract } from './consent/decline-contract.ts'
import { declineRequest } from './consent/decline-request.ts'
import { getConsent } from './consent/get-consent.ts'
import { noteOpening } from './consent/note-opening.ts'
import { openRequest } from './consent/open-request.ts'
import { noteOpening as noteOpeningContract } from './consent/opening-contract.ts'
import { passOnRequest } from './consent/pass-on-request.ts'
import { previewRequested } from './consent/preview-request.ts'
import { reportRequest } from './consent/report-request.ts'
import { sendRequestCode } from './consent/send-request-code.ts'
import { suggestAnswer } from './consent/suggest-answer.ts'
import { verifyRequestCode } from './consent/verify-request-code.ts'
import { showOnBehalf as onBehalfContract, openConsole as openConsoleContract } from './consoles/contract.ts'
import { openConsole } from './consoles/open-console.ts'
import { showOnBehalf } from './consoles/show-on-behalf.ts'
import { noteCustomer as noteContract } from './customer-notes/contract.ts'
import { noteCustomer } from './customer-notes/note-customer.ts'
import * as profileContracts from './customer-profile/contract.ts'
import { getConversation as getConversationWithCustomer } from './customer-profile/show-conversation.ts'
import { checkCustomer, getProfile } from './customer-profile/show-customer.ts'
import * as endings from './endings/contract.ts'
import { downloadHandback, downloadHandbackFileAsPartner, getHandback, getHandbackAsPartner } from './endings/show-handback.ts'
import { alsoAtConsoles, both, type Endpoint, endpoint, inBothManagers, who } from './endpoint.ts'
import { exportCustomer as exportCustomerContract } from './exports/contract.ts'
import { exportCustomer } from './exports/export-customer.ts'
import * as handovers from './handovers/contract.ts'
import { beginHandover, callOffHandover, endNow } from './handovers/hand-over.ts'
import { getHandover, getHandoverAsPartner } from './handovers/show-handover.ts'
import { getArticleContract, listArticlesContract } from './help/contract.ts'
import { getArticle } from './help/get-article.ts'
import { listArticles } from './help/list-articles.ts'
import { chooseMail, listMailChoices } from './mail-choices/choose-mail.ts'
import * as mailChoices from './mail-choices/contract.ts'
import { listRules, makeRule, stopRule } from './managed-customers/assignment-rules.ts'
import {
  countFound as countFoundContract,
  exportList as exportListContract,
  getCounts as getCountsContract,
  getCustomerRow as getCustomerRowContract,
  listCustomers as listCustomersContract,
} from './managed-customers/contract.ts'
import { exportList } from './managed-customers/export-list.ts'
import { countFound, getCounts, getCustomerRow, listCustomers } from './managed-customers/list-customers.ts'
import { getListView, listPeople, setListView } from './managed-customers/list-view.ts'
import {
  getListView as getListViewContract,
  listPeople as listPeopleContract,
  setListView as setListViewContract,
} from './managed-customers/look-contract.ts'
import { getCustomersOverview as getOverviewOfCustomers } from './managed-customers/overview-contract.ts'
import * as saved from './managed-customers/saved-contract.ts'
import { changeView, deleteView, listViews, saveView, setDefaultView } from './managed-customers/saved-views.ts'
import { getCustomersOverview } from './managed-customers/show-overview.ts'
import { getSwitcher, pinCustomer } from './managed-customers/switcher.ts'
import { acceptInvitation, openMemberInvitation } from './members/accept-invitation.ts'
import { changeRole, leaveOrganisation, removeMember } from './members/change-member.ts'
import * as members from './members/contract.ts'
import { inviteMember, resendInvitation, withdrawInvitation } from './members/invite-member.ts'
import { listMembers } from './members/list-members.ts'
import { coverMember, offBoardMember, previewOffBoarding } from './members/off-board.ts'
import * as offBoarding from './members/off-boarding-contract.ts'
import * as operator from './operator/contract.ts'
import { getConsole, getHealth } from './operator/get-health.ts'
import { addOperator, listOperators, removeOperator } from './operator/name-operators.ts'
import { getOrganisationAsOperator, listOrganisations } from './operator/organisations.ts'
import { changeOrganisation } from './organisation/change-organisation.ts'
import * as organisation from './organisation/contract.ts'
import { getOrganisation } from './organisation/read-organisation.ts'
import {
  answerProposal as answerAsCustomer,
  declineProposal as declineAsCustomer,
  withdrawProposal as withdrawAsCustomer,
} from './partners/answer-proposal.ts'
import { answerSuccession, listSuccessionQuestions } from './partners/answer-succession.ts'
import * as partnerChanges from './partners/change-contract.ts'
import { changeGrant, changePayment, narrowRights } from './partners/change-rights.ts'
import * as partnersContracts from './partners/contract.ts'
import { getConversation as getConversationContract } from './partners/conversation-contract.ts'
import { admitPeople, endVisit as endOneVisit } from './partners/end-one-visit.ts'
import { getPartnership } from './partners/get-partnership.ts'
import { listPartnerships } from './partners/list-partnerships.ts'
import { noteOpeningOfProposal } from './partners/note-opening.ts'
import { askToPay, beginOffer, findPartners, offerPartnership } from './partners/offer-partnership.ts'
import { previewAccess } from './partners/preview-access.ts'
import { previewNarrowing, previewStopping } from './partners/preview-closing.ts'
import { renewAccess, reviewAccess } from './partners/renew-access.ts'
import * as renewal from './partners/renewal-contract.ts'
import { getConversation } from './partners/show-conversation.ts'
import { getRenewal } from './partners/show-renewal.ts'
import {
  endPartnership as endAsCustomer,
  previewEnding as previewEndingAsCustomer,
  resumeAccess,
  stopAccess,
} from './partners/stop-access.ts'
import * as successionQuestions from './partners/succession-contract.ts'
import { undoNarrowing } from './partners/undo-narrowing.ts'
import { signedByTwo } from './partnerships/signing.ts'
import { createAlias, deleteAlias } from './products/change-aliases.ts'
import { changeFolder, createFolder, deleteFolder } from './products/change-folders.ts'
import { createLink, removeLink } from './products/change-links.ts'
import { changeMailbox, createMailbox, deleteMailbox } from './products/change-mailboxes.ts'
import { deleteSnapshot, orderPower, restoreSnapshot, takeSnapshot } from './products/change-server.ts'
import { changeSite, createSite, deleteSite } from './products/change-sites.ts'
import { addRecord, changeRecord, removeRecord, setNameServers } from './products/change-zone.ts'
import { connectDomain } from './products/connect-domain.ts'
import * as products from './products/contract.ts'
import { listFolders } from './products/drive.ts'
import * as drives from './products/drive-contract.ts'
import { keepForwarding, removeForwarding, setForwarding } from './products/forwardings.ts'
import { listSites } from './products/hosting.ts'
import * as hosting from './products/hosting-contract.ts'
import { listMailboxes } from './products/list-mailboxes.ts'
import { getProduct, listProducts } from './products/list-products.ts'
import * as mail from './products/mail-contract.ts'
import { closeKnownMailboxes, closeMailbox, setMailboxPassword } from './products/mailbox-password.ts'
import { getZoneFile, listRecords } from './products/read-zone.ts'
import { addFirewallRule, addSshKey, removeFirewallRule, removeSshKey, restoreFirewallRule } from './products/server-access.ts'
import * as servers from './products/server-contract.ts'
import { getServer } from './products/server-inside.ts'
import { listStillWorking } from './products/still-working.ts'
import * as provider from './provider/contract.ts'
import { confirmMailboxPassword, listMailboxPasswords } from './provider/hand-over-passwords.ts'
import { confirmPayerChange, listPayerChanges } from './provider/payer-changes.ts'
import * as payerChanges from './provider/payer-changes-contract.ts'
import * as providerProducts from './provider/products-contract.ts'
import { showDriveLink } from './provider/show-drive-link.ts'
import { showForwardings } from './provider/show-forwardings.ts'
import { showSshKeys } from './provider/show-ssh-keys.ts'
import { cancelInvoice, tellInvoice } from './provider/tell-invoice.ts'
import { removePaymentMethod, tellPaymentMethod } from './provider/tell-payment-method.ts'
import { cancelProduct, tellProduct } from './provider/tell-product.ts'
import { tellUsage } from './provider/tell-usage.ts'
import * as receipts from './receipts/contract.ts'
import { downloadReceipt, getReceipt, listReceipts } from './receipts/get-receipt.ts'
import { acceptProposal, counterProposal, declineProposal } from './requests/answer-offer.ts'
import { askForMore } from './requests/ask-for-more.ts'
import * as requestContracts from './requests/contract.ts'
import { endPartnership, previewEnding, stopPaying } from './requests/end-partnership.ts'
import { correctAddress, resendRequest, showLink } from './requests/keep-asking.ts'
import { listPrepared } from './requests/list-prepared.ts'
import * as preparedContracts from './requests/prepared-contract.ts'
import { previewRequest } from './requests/preview-request.ts'
import { proposeExtension } from './requests/propose-extension.ts'
import { releaseRequests } from './requests/release-requests.ts'
import { reviseRequest as reviseContract } from './requests/revise-contract.ts'
import { reviseRequest } from './requests/revise-request.ts'
import { sendRequest } from './requests/send-request.ts'
import { withdrawProposal, withdrawRequest } from './requests/withdraw-request.ts'
import { closeReview } from './reviews/close-review.ts'
import * as reviews from './reviews/contract.ts'
import { decideItems } from './reviews/decide-items.ts'
import { exportReview } from './reviews/review-file.ts'
import { getReview, listReviews } from './reviews/show-reviews.ts'
import { cancelReview, startReview } from './reviews/start-review.ts'
import {
  getMe as getMeContract,
  getOverview as getOverviewContract,
  getOwnShell as getOwnShellContract,
  getSwitcher as getSwitcherContract,
  live as liveContract,
  pinCustomer as pinCustomerContract,
  setLanguage as setLanguageContract,
} from './shell/contract.ts'
import { openLive } from './shell/live.ts'
import { getOverview, getOwnShell } from './shell/own-shell.ts'
import * as signIn from './sign-in/contract.ts'
import { beginSecondFactorByPasskey, giveSecondFactor, giveSecondFactorByPasskey } from './sign-in/give-second-factor.ts'
import { beginSignInAgainByPasskey, getWaysToProve, sendCodeAgain, signInAgain } from './sign-in/sign-in-again.ts'
import { sendSignInCode, signInByCode } from './sign-in/sign-in-by-code.ts'
import { beginSignInByPasskey, signInByPasskey } from './sign-in/sign-in-by-passkey.ts'
import { signInByPassword } from './sign-in/sign-in-by-password.ts'
import { signOut, signOutEverywhere } from './sign-in/sign-out.ts'

import * as signatures from './signatures/contract.ts'
import { getSignature, listSignatures } from './signatures/list-signatures.ts'
import { refuseSignature, signingSecond, withdrawSignature } from './signatures/sign.ts'
import { getSignatureRule, setSignatureRule } from './signatures/signature-rule.ts'
import { signedActs } from './signed-acts.ts'
import * as strictness from './strictness/contract.ts'
import { dropRequestCode, getRequestCode, renewRequestCode } from './strictness/request-code.ts'
import * as requestCodes from './strictness/request-code-contract.ts'
import { getDefaultStrictness, setDefaultStrictness } from './strictness/set-default-strictness.ts'
import { getStrictness, setStrictness } from './strictness/set-strictness.ts'
import * as successions from './successions/contract.ts'
import { agreeToSucceed, listSuccessions, nameSuccessor, refuseToSucceed, withdrawSuccession } from './successions/name-successor.ts'
import { changeTeam, createTeam, deleteTeam, listTeams } from './teams/change-team.ts'
import * as teams from './teams/contract.ts'
import * as templates from './templates/contract.ts'
import { changeTemplate, createTemplate, deleteTemplate, getTemplate, listTemplates } from './templates/templates.ts'
import * as unused from './unused/contract.ts'
import { listUnused, listUnusedAtCustomer } from './unused/list-unused.ts'

import { applyForVerification, checkDomain, getApplication, withdrawApplication } from './verification/apply-as-partner.ts'
import * as verification from './verification/contract.ts'
import {
  checkDomainAsOperator,
  getApplicationAsOperator,
  listApplications,
  refusePartner,
  verifyPartner,
} from './verification/decide-partner.ts'
import { getActingShell } from './visits/acting-shell.ts'
import {
  enterVisit as enterVisitContract,
  getActingShell as getActingShellContract,
  getEntry as getEntryContract,
  leaveVisit as leaveVisitContract,
  liveVisit as liveVisitContract,
} from './visits/contract.ts'
import * as customerVisits from './visits/customer-contract.ts'
import { enterVisit, getEntry, leaveVisit } from './visits/enter-visit.ts'
import { listVisits } from './visits/list-visits.ts'
import { openLiveVisit } from './visits/live-visit.ts'
import { getVisitLimits, getVisitRules, setVisitLimits, setVisitRules } from './visits/set-visit-rules.ts'
import * as whoHasAccess from './who-has-access/contract.ts'
import { listAccess, listProductAccess } from './who-has-access/list-access.ts'

export const app: readonly Endpoint[] = [
  // ── signing in, one's own account
  endpoint('POST', '/sign-in/password', signIn.signInByPassword, who.signingIn, signInByPassword),
  endpoint('POST', '/sign-in/code', signIn.sendSignInCode, who.signingIn, sendSignInCode),
  endpoint('POST', '/sign-in/code/verify', signIn.signInByCode, who.signingIn, signInByCode),
  endpoint('POST', '/sign-in/passkey/begin', signIn.beginSignInByPasskey, who.signingIn, beginSignInByPasskey),
  endpoint('POST', '/sign-in/passkey', signIn.signInByPasskey, who.signingIn, signInByPasskey),
  endpoint('POST', '/sign-in/second-factor', signIn.giveSecondFactor, who.signingIn, giveSecondFactor),
  endpoint('POST', '/sign-in/second-factor/passkey/begin', signIn.beginSecondFactorByPasskey, who.signingIn, beginSecondFactorByPasskey),
  endpoint('POST', '/sign-in/second-factor/passkey', signIn.giveSecondFactorByPasskey, who.signingIn, giveSecondFactorByPasskey),
  endpoint('POST', '/sign-out', signIn.signOut, who.signingIn, signOut),
  endpoint('POST', '/sign-out-everywhere', signIn.signOutEverywhere, who.oneself(), signOutEverywhere),
  endpoint('GET', '/sign-in/again', signIn.getWaysToProve, who.oneself(), getWaysToProve),
  endpoint('POST', '/sign-in/again', signIn.signInAgain, who.oneself(), signInAgain),
  endpoint('POST', '/sign-in/again/passkey/begin', signIn.beginSignInAgainByPasskey, who.oneself(), beginSignInAgainByPasskey),
  endpoint('POST', '/sign-in/again/code', signIn.sendCodeAgain, who.oneself(), sendCodeAgain),
  endpoint('GET', '/me', getMeContract, who.signedIn(), getMe),
  endpoint('PATCH', '/me', account.changeMe, who.signedIn(), changeMe),
  endpoint('PUT', '/me/language', setLanguageContract, who.signedIn(), setLanguage),
  endpoint('POST', '/organisations', account.createOrganisation, who.signedIn(), createOrganisation),
  endpoint('GET', '/account/sign-in', account.getSignIn, who.oneself(), getSignIn),
  endpoint('PUT', '/account/password', account.setPassword, who.oneself({ fresh: true }), setPassword),
  endpoint('POST', '/account/passkeys/begin', account.beginAddingPasskey, who.oneself({ fresh: true }), beginAddingPasskey),
  endpoint('POST', '/account/passkeys', account.addPasskey, who.oneself(), addPasskey),
  endpoint('PATCH', '/account/passkeys/{passkey}', account.renamePasskey, who.oneself(), renamePasskey),
  endpoint('DELETE', '/account/passkeys/{passkey}', account.removePasskey, who.oneself({ fresh: true }), removePasskey),
  endpoint('POST', '/account/second-factor', account.beginSecondFactor, who.oneself({ fresh: true }), beginSecondFactor),
  endpoint('POST', '/account/second-factor/confirm', account.confirmSecondFactor, who.oneself(), confirmSecondFactor),
  endpoint('DELETE', '/account/second-factor', account.removeSecondFactor, who.oneself({ fresh: true }), removeSecondFactor),
  endpoint('POST', '/account/recovery-codes', account.renewRecoveryCodes, who.oneself({ fresh: true }), renewRecoveryCodes),
  endpoint('GET', '/account/sessions', account.listSessions, who.oneself(), listSessions),
  endpoint('DELETE', '/account/sessions', account.endOtherSessions, who.oneself(), endOtherSessions),
  endpoint('DELETE', '/account/sessions/{session}', account.endSession, who.oneself(), endSession),
  endpoint('GET', '/account/mails', mailChoices.listMailChoices, who.signedIn(), listMailChoices),
  endpoint('PUT', '/account/mails', mailChoices.chooseMail, who.signedIn(), chooseMail),
  // ── the frame: who am I, where am I, what is live
  endpoint('GET', '/o/{organisation}/shell', getOwnShellContract, who.anyMember, getOwnShell),
  endpoint('GET', '/o/{organisation}/overview', getOverviewContract, who.anyMember, getOverview),
  endpoint('GET', '/o/{organisation}/live', liveContract, who.anyMember, openLive),
  // ── requests (partner)
  endpoint('POST', '/o/{organisation}/requests', requestContracts.sendRequest, who.managing(), sendRequest),
  endpoint('POST', '/o/{organisation}/requests/preview', requestContracts.previewRequest, who.managing(), previewRequest),
  endpoint('GET', '/o/{organisation}/requests/prepared', preparedContracts.listPrepared, who.anyMember, listPrepared),
  endpoint(
    'POST',
    '/o/{organisation}/requests/release',
    requestContracts.releaseRequests,
    who.representing({ fresh: true }),
    releaseRequests,
  ),
  endpoint('POST', '/o/{organisation}/customers/{managedCustomer}/resend', requestContracts.resendRequest, who.managing(), resendRequest),
  endpoint(
    'POST',
    '/o/{organisation}/customers/{managedCustomer}/correct-address',
    requestContracts.correctAddress,
    who.managing(),
    correctAddress,
  ),
  endpoint(
    'POST',
    '/o/{organisation}/customers/{managedCustomer}/withdraw',
    requestContracts.withdrawRequest,
    who.managing(),
    withdrawRequest,
  ),
  endpoint('POST', '/o/{organisation}/customers/{managedCustomer}/revise', reviseContract, who.managing(), reviseRequest),
  endpoint('GET', '/o/{organisation}/customers/{managedCustomer}/link', requestContracts.showLink, who.managing(), showLink),
  endpoint('POST', '/o/{organisation}/customers/{managedCustomer}/more', requestContracts.askForMore, who.managing(), askForMore),
  endpoint(
    'POST',
    '/o/{organisation}/customers/{managedCustomer}/proposal/accept',
    requestContracts.acceptProposal,
    who.representing({ fresh: true }),
    acceptProposal,
  ),
  endpoint(
    'POST',
    '/o/{organisation}/customers/{managedCustomer}/proposal/counter',
    requestContracts.counterProposal,
    who.representing(),
    counterProposal,
  ),
  endpoint(
    'POST',
    '/o/{organisation}/customers/{managedCustomer}/proposal/decline',
    requestContracts.declineProposal,
    who.representing(),
    declineProposal,
  ),
  endpoint(
    'POST',
    '/o/{organisation}/customers/{managedCustomer}/proposal/withdraw',
    requestContracts.withdrawProposal,
    who.managing(),
    withdrawProposal,
  ),
  endpoint('GET', '/o/{organisation}/customers/{managedCustomer}/profile', profileContracts.getProfile, who.anyMember, getProfile),
  endpoint(
    'GET',
    '/o/{organisation}/customers/{managedCustomer}/conversation',
    profileContracts.getConversation,
    who.anyMember,
    getConversationWithCustomer,
  ),
  endpoint('POST', '/o/{organisation}/customers/{managedCustomer}/check', profileContracts.checkCustomer, who.anyMember, checkCustomer),
  endpoint(
    'GET',
    '/o/{organisation}/customers/{managedCustomer}/assignable',
    assignmentContracts.listAssignable,
    who.managing(),
    listAssignable,
  ),
  endpoint(
    'POST',
    '/o/{organisation}/customers/{managedCustomer}/assign',
    assignmentContracts.assignPeople,
    who.managing({ fresh: true }),
    assignPeople,
  ),
  endpoint(
    'POST',
    '/o/{organisation}/customers/{managedCustomer}/propose-extension',
    requestContracts.proposeExtension,
    who.managing(),
    proposeExtension,
  ),
  endpoint(
    'GET',
    '/o/{organisation}/customers/{managedCustomer}/unused',
    unused.listUnusedAtCustomer,
    who.managing(),
    listUnusedAtCustomer,
  ),
  endpoint('PUT', '/o/{organisation}/customers/{managedCustomer}/notes', noteContract, who.anyMember, noteCustomer),
  endpoint('GET', '/o/{organisation}/customers/{managedCustomer}/ending', requestContracts.previewEnding, who.managing(), previewEnding),
  endpoint(
    'POST',
    '/o/{organisation}/customers/{managedCustomer}/end',
    requestContracts.endPartnership,
    who.managing({ fresh: true }),
    endPartnership,
  ),
  // ── consent and partners (customer)
  endpoint('GET', '/requests/{token}', openRequestContract, who.anybody, openRequest),
  endpoint('POST', '/requests/{token}/code', sendRequestCodeContract, who.signingIn, sendRequestCode),
  endpoint('POST', '/requests/{token}/verify', verifyRequestCodeContract, who.signingIn, verifyRequestCode),
  endpoint('GET', '/requests/{token}/consent', getConsentContract, who.signedIn(), getConsent),
  endpoint('POST', '/requests/{token}/answer', answerRequestContract, who.signedIn({ fresh: true }), answerRequest),
  endpoint('POST', '/requests/{token}/preview', previewRequestedContract, who.signedIn(), previewRequested),
  endpoint('POST', '/requests/{token}/decline', declineRequestContract, who.signedIn(), declineRequest),
  endpoint('POST', '/requests/{token}/pass-on', passOnRequestContract, who.signedIn(), passOnRequest),
  endpoint('POST', '/requests/{token}/suggest', suggestAnswerContract, who.signedIn(), suggestAnswer),
  endpoint('POST', '/requests/{token}/opened', noteOpeningContract, who.anybody, noteOpening),
  endpoint('POST', '/requests/{token}/report', reportRequestContract, who.anybody, reportRequest),
  endpoint('GET', '/o/{organisation}/partnerships', partnersContracts.listPartnerships, who.managing(), listPartnerships),
  endpoint(
    'POST',
    '/o/{organisation}/partnerships',
    partnerChanges.offerPartnership,
    who.representing({ fresh: true }),
    signedByTwo('offer', offerPartnership),
  ),
  endpoint('GET', '/o/{organisation}/verified-partners', partnersContracts.findPartners, who.managing(), findPartners),
  endpoint('GET', '/o/{organisation}/verified-partners/{partner}', partnersContracts.beginOffer, who.representing(), beginOffer),
  endpoint('GET', '/o/{organisation}/partnerships/{partnership}', partnersContracts.getPartnership, who.managing(), getPartnership),
  endpoint('POST', '/o/{organisation}/partnerships/{partnership}/preview', partnersContracts.previewAccess, who.managing(), previewAccess),
  endpoint('GET', '/o/{organisation}/partnerships/{partnership}/conversation', getConversationContract, who.managing(), getConversation),
  endpoint(
    'POST',
    '/o/{organisation}/partnerships/{partnership}/undo',
    partnerChanges.undoNarrowing,
    who.representing({ fresh: true }),
    undoNarrowing,
  ),
  endpoint('POST', '/o/{organisation}/partnerships/{partnership}/narrow', partnerChanges.narrowRights, who.representing(), narrowRights),
  endpoint(
    'POST',
    '/o/{organisation}/partnerships/{partnership}/narrow/preview',
    partnerChanges.previewNarrowing,
    who.representing(),
    previewNarrowing,
  ),
  endpoint(
    'PUT',
    '/o/{organisation}/partnerships/{partnership}/grant',
    partnerChanges.changeGrant,
    who.representing({ fresh: true }),
    signedByTwo('change_grant', changeGrant),
  ),
  endpoint(
    'PUT',
    '/o/{organisation}/partnerships/{partnership}/payment',
    partnerChanges.changePayment,
    who.representing({ fresh: true }),
    signedByTwo('change_payment', changePayment),
  ),
  endpoint(
    'POST',
    '/o/{organisation}/partnerships/{partnership}/ask-to-pay',
    partnerChanges.askToPay,
    who.representing({ fresh: true }),
    signedByTwo('ask_to_pay', askToPay),
  ),
  endpoint(
    'POST',
    '/o/{organisation}/partnerships/{partnership}/opened',
    partnerChanges.noteOpeningOfProposal,
    who.managing(),
    noteOpeningOfProposal,
  ),
  endpoint('GET', '/o/{organisation}/partnerships/{partnership}/stopping', partnerChanges.previewStopping, who.managing(), previewStopping),
  endpoint('POST', '/o/{organisation}/partnerships/{partnership}/stop', partnerChanges.stopAccess, who.managing(), stopAccess),
  endpoint(
    'POST',
    '/o/{organisation}/partnerships/{partnership}/resume',
    partnerChanges.resumeAccess,
    who.representing({ fresh: true }),
    signedByTwo('resume', resumeAccess),
  ),
  endpoint(
    'GET',
    '/o/{organisation}/partnerships/{partnership}/ending',
    partnersContracts.previewEnding,
    who.representing(),
    previewEndingAsCustomer,
  ),
  endpoint(
    'POST',
    '/o/{organisation}/partnerships/{partnership}/end',
    partnerChanges.endPartnership,
    who.representing({ fresh: true }),
    endAsCustomer,
  ),
  endpoint('GET', '/o/{organisation}/partnerships/{partnership}/renewal', renewal.getRenewal, who.representing(), getRenewal),
  endpoint(
    'POST',
    '/o/{organisation}/partnerships/{partnership}/renew',
    renewal.renewAccess,
    who.representing({ fresh: true }),
    signedByTwo('renew', renewAccess),
  ),
  endpoint('POST', '/o/{organisation}/partnerships/{partnership}/review', renewal.reviewAccess, who.representing(), reviewAccess),
  endpoint('GET', '/o/{organisation}/partnerships/{partnership}/unused', unused.listUnused, who.managing(), listUnused),
  endpoint(
    'PUT',
    '/o/{organisation}/partnerships/{partnership}/people',
    partnerChanges.admitPeople,
    who.representing(),
    signedByTwo('loosen', admitPeople),
  ),
  endpoint('DELETE', '/o/{organisation}/partnerships/{partnership}/visits/{visit}', partnerChanges.endVisit, who.managing(), endOneVisit),
  endpoint(
    'POST',
    '/o/{organisation}/partnerships/{partnership}/proposal/answer',
    partnerChanges.answerProposal,
    who.representing({ fresh: true }),
    signedByTwo('answer', answerAsCustomer),
  ),
  endpoint(
    'POST',
    '/o/{organisation}/partnerships/{partnership}/proposal/decline',
    partnerChanges.declineProposal,
    who.representing(),
    declineAsCustomer,
  ),
  endpoint(
    'POST',
    '/o/{organisation}/partnerships/{partnership}/proposal/withdraw',
    partnerChanges.withdrawProposal,
    who.representing(),
    withdrawAsCustomer,
  ),
  endpoint('GET', '/o/{organisation}/receipts', receipts.listReceipts, who.managing(), listReceipts),
  endpoint('GET', '/o/{organisation}/receipts/{receipt}', receipts.getReceipt, who.managing(), getReceipt),
  endpoint('GET', '/o/{organisation}/receipts/{receipt}/file', receipts.downloadReceipt, who.managing(), downloadReceipt),
  endpoint('GET', '/o/{organisation}/access', whoHasAccess.listAccess, who.managing(), listAccess),
  endpoint('GET', '/o/{organisation}/products/{product}/access', whoHasAccess.listProductAccess, who.managing(), listProductAccess),
  // ── Standard or Strict (customer)
  endpoint('GET', '/o/{organisation}/strictness', strictness.getDefaultStrictness, who.managing(), getDefaultStrictness),
  endpoint(
    'PUT',
    '/o/{organisation}/strictness',
    strictness.setDefaultStrictness,
    who.representing({ fresh: true }),
    signedByTwo('default_strictness', setDefaultStrictness),
  ),
  endpoint('GET', '/o/{organisation}/partnerships/{partnership}/strictness', strictness.getStrictness, who.managing(), getStrictness),
  endpoint(
    'PUT',
    '/o/{organisation}/partnerships/{partnership}/strictness',
    strictness.setStrictness,
    who.representing({ fresh: true }),
    signedByTwo('set_strictness', setStrictness),
  ),
  endpoint('GET', '/o/{organisation}/request-code', requestCodes.getRequestCode, who.managing(), getRequestCode),
  endpoint('POST', '/o/{organisation}/request-code', requestCodes.renewRequestCode, who.representing({ fresh: true }), renewRequestCode),
  endpoint('DELETE', '/o/{organisation}/request-code', requestCodes.dropRequestCode, who.representing({ fresh: true }), dropRequestCode),
  // ── handing over, and what was handed back
  endpoint('GET', '/o/{organisation}/partnerships/{partnership}/handover', handovers.getHandover, who.managing(), getHandover),
  endpoint(
    'POST',
    '/o/{organisation}/partnerships/{partnership}/handover',
    handovers.beginHandover,
    who.representing({ fresh: true }),
    beginHandover,
  ),
  endpoint(
    'POST',
    '/o/{organisation}/partnerships/{partnership}/handover/call-off',
    handovers.callOffHandover,
    who.representing({ fresh: true }),
    callOffHandover,
  ),
  endpoint(
    'POST',
    '/o/{organisation}/partnerships/{partnership}/handover/end-now',
    handovers.endNow,
    who.representing({ fresh: true }),
    endNow,
  ),
  endpoint(
    'GET',
    '/o/{organisation}/customers/{managedCustomer}/handover',
    handovers.getHandoverAsPartner,
    who.managing(),
    getHandoverAsPartner,
  ),
  // ── a partner that gives its business up
  endpoint('GET', '/o/{organisation}/successions', successions.listSuccessions, who.managing(), listSuccessions),
  endpoint('POST', '/o/{organisation}/successions', successions.nameSuccessor, who.representing({ fresh: true }), nameSuccessor),
  endpoint(
    'POST',
    '/o/{organisation}/successions/{succession}/agree',
    successions.agreeToSucceed,
    who.representing({ fresh: true }),
    agreeToSucceed,
  ),
  endpoint('POST', '/o/{organisation}/successions/{succession}/refuse', successions.refuseToSucceed, who.representing(), refuseToSucceed),
  endpoint(
    'POST',
    '/o/{organisation}/successions/{succession}/withdraw',
    successions.withdrawSuccession,
    who.managing(),
    withdrawSuccession,
  ),
  endpoint(
    'GET',
    '/o/{organisation}/succession-questions',
    successionQuestions.listSuccessionQuestions,
    who.managing(),
    listSuccessionQuestions,
  ),
  endpoint(
    'POST',
    '/o/{organisation}/partnerships/{partnership}/succession',
    successionQuestions.answerSuccession,
    who.representing({ fresh: true }),
    signedByTwo('succession', answerSuccession),
  ),
  endpoint('GET', '/o/{organisation}/partnerships/{partnership}/handback', endings.getHandback, who.managing(), getHandback),
  endpoint('GET', '/o/{organisation}/partnerships/{partnership}/handback/file', endings.downloadHandback, who.managing(), downloadHandback),
  endpoint(
    'GET',
    '/o/{organisation}/customers/{managedCustomer}/handback',
    endings.getHandbackAsPartner,
    who.managing(),
    getHandbackAsPartner,
  ),
  endpoint(
    'GET',
    '/o/{organisation}/customers/{managedCustomer}/handback/file',
    endings.downloadHandbackAsPartner,
    who.managing(),
    downloadHandbackFileAsPartner,
  ),
  endpoint(
    'POST',
    '/o/{organisation}/customers/{managedCustomer}/stop-paying',
    requestContracts.stopPaying,
    who.representing({ fresh: true }),
    stopPaying,
  ),
  // ── two signatures (customer)
  endpoint('GET', '/o/{organisation}/signature-rule', signatures.getSignatureRule, who.managing(), getSignatureRule),
  endpoint(
    'PUT',
    '/o/{organisation}/signature-rule',
    signatures.setSignatureRule,
    who.representing({ fresh: true }),
    signedByTwo('one_signature', setSignatureRule),
  ),
  endpoint('GET', '/o/{organisation}/signatures', signatures.listSignatures, who.managing(), listSignatures),
  endpoint('GET', '/o/{organisation}/signatures/{signature}', signatures.getSignature, who.managing(), getSignature),
  endpoint(
    'POST',
    '/o/{organisation}/signatures/{signature}/sign',
    signatures.signSecond,
    who.representing({ fresh: true }),
    signingSecond(signedActs),
  ),
  endpoint('POST', '/o/{organisation}/signatures/{signature}/refuse', signatures.refuseSignature, who.representing(), refuseSignature),
  endpoint(
    'POST',
    '/o/{organisation}/signatures/{signature}/withdraw',
    signatures.withdrawSignature,
    who.representing(),
    withdrawSignature,
  ),
  // ── disputes, and what is to be confirmed
  endpoint('GET', '/o/{organisation}/cases', cases.listOwnCases, who.managing(), listOwnCases),
  endpoint('GET', '/o/{organisation}/cases/{case}', cases.getOwnCase, who.managing(), getOwnCase),
  endpoint('POST', '/o/{organisation}/cases/{case}/view', cases.stateView, who.representing(), stateView),
  endpoint(
    'POST',
    '/o/{organisation}/cases/{case}/withdraw',
    cases.withdrawDispute,
    who.representing({ fresh: true }),
    signedByTwo('withdraw_dispute', withdrawDispute),
  ),
  endpoint('POST', '/o/{organisation}/partnerships/{partnership}/dispute', cases.openDispute, who.managing(), openDispute),
  endpoint(
    'POST',
    '/o/{organisation}/partnerships/{partnership}/confirm',
    cases.confirmPartnership,
    who.representing({ fresh: true }),
    signedByTwo('confirm', confirmPartnership),
  ),
  endpoint('GET', '/o/{organisation}/confirmations', cases.listConfirmations, who.managing(), listConfirmations),
  endpoint('GET', '/operator/cases', cases.listCases, who.operator(), listCases),
  endpoint('GET', '/operator/cases/{case}', cases.getCase, who.operator(), getCase),
  endpoint('POST', '/operator/cases/{case}/close', cases.closeCase, who.operator({ fresh: true }), closeCase),
  endpoint(
    'POST',
    '/operator/organisations/{organisation}/representation',
    cases.askForRepresentative,
    who.operator({ fresh: true }),
    askForRepresentative,
  ),
  endpoint('POST', '/operator/taken-over', cases.takeOver, who.operator({ fresh: true }), takeOver),
  // ── reviews of access, for both sides
  endpoint('GET', '/o/{organisation}/reviews', reviews.listReviews, who.managing(), listReviews),
  endpoint('POST', '/o/{organisation}/reviews', reviews.startReview, who.managing(), startReview),
  endpoint('GET', '/o/{organisation}/reviews/{review}', reviews.getReview, who.managing(), getReview),
  endpoint('PUT', '/o/{organisation}/reviews/{review}/decisions', reviews.decideItems, who.managing(), decideItems),
  endpoint('POST', '/o/{organisation}/reviews/{review}/close', reviews.closeReview, who.managing({ fresh: true }), closeReview),
  endpoint('POST', '/o/{organisation}/reviews/{review}/cancel', reviews.cancelReview, who.managing(), cancelReview),
  endpoint('GET', '/o/{organisation}/reviews/{review}/file', reviews.exportReview, who.managing(), exportReview),
  // ── managed customers, exports, switcher
  endpoint('GET', '/o/{organisation}/customers', listCustomersContract, who.anyMember, listCustomers),
  endpoint('GET', '/o/{organisation}/customers/found', countFoundContract, who.anyMember, countFound),
  endpoint('GET', '/o/{organisation}/customers/overview', getOverviewOfCustomers, who.anyMember, getCustomersOverview),
  endpoint('GET', '/o/{organisation}/customers/counts', getCountsContract, who.anyMember, getCounts),
  endpoint('GET', '/o/{organisation}/customers/export', exportListContract, who.managing(), exportList),
  endpoint('GET', '/o/{organisation}/customers/view', getListViewContract, who.anyMember, getListView),
  endpoint('PUT', '/o/{organisation}/customers/view', setListViewContract, who.anyMember, setListView),
  endpoint('GET', '/o/{organisation}/customers/people', listPeopleContract, who.anyMember, listPeople),
  endpoint('GET', '/o/{organisation}/customers/{managedCustomer}/row', getCustomerRowContract, who.anyMember, getCustomerRow),
  endpoint('GET', '/o/{organisation}/customers/{managedCustomer}/export', exportCustomerContract, who.managing(), exportCustomer),
  // ── templates
  endpoint('GET', '/o/{organisation}/templates', templates.listTemplates, who.managing(), listTemplates),
  endpoint('POST', '/o/{organisation}/templates', templates.createTemplate, who.managing(), createTemplate),
  endpoint('GET', '/o/{organisation}/templates/{template}', templates.getTemplate, who.managing(), getTemplate),
  endpoint('PUT', '/o/{organisation}/templates/{template}', templates.changeTemplate, who.managing(), changeTemplate),
  endpoint('DELETE', '/o/{organisation}/templates/{template}', templates.deleteTemplate, who.managing(), deleteTemplate),
  // ── lists: one action on many rows
  endpoint('GET', '/o/{organisation}/lists', lists.listLists, who.managing(), listLists),
  endpoint('POST', '/o/{organisation}/lists', lists.createList, who.managing(), createList),
  endpoint('GET', '/o/{organisation}/lists/template', lists.downloadTemplate, who.managing(), downloadTemplate),
  endpoint('GET', '/o/{organisation}/lists/finished', finishedLists.listFinished, who.managing(), listFinished),
  endpoint('POST', '/o/{organisation}/lists/{bulk}/seen', finishedLists.seeFinished, who.managing(), seeFinished),
  endpoint('GET', '/o/{organisation}/lists/{bulk}', lists.getList, who.managing(), getList),
  endpoint('PUT', '/o/{organisation}/lists/{bulk}', lists.chooseForList, who.managing(), chooseForList),
  endpoint('GET', '/o/{organisation}/lists/{bulk}/rows', lists.getListRows, who.managing(), getListRows),
  endpoint('PUT', '/o/{organisation}/lists/{bulk}/rows', lists.putListRows, who.managing(), putListRows),
  endpoint('POST', '/o/{organisation}/lists/{bulk}/check', lists.checkList, who.managing(), checkList),
  endpoint('POST', '/o/{organisation}/lists/{bulk}/start', lists.startList, who.managing({ fresh: true }), startList),
  endpoint('POST', '/o/{organisation}/lists/{bulk}/hold', lists.holdList, who.managing(), holdList),
  endpoint('POST', '/o/{organisation}/lists/{bulk}/resume', lists.resumeList, who.managing({ fresh: true }), resumeList),
  endpoint('POST', '/o/{organisation}/lists/{bulk}/cancel', lists.cancelList, who.managing(), cancelList),
  endpoint('POST', '/o/{organisation}/lists/{bulk}/undo', lists.undoList, who.managing(), undoList),
  endpoint('GET', '/o/{organisation}/lists/{bulk}/result', lists.downloadResult, who.managing(), downloadResult),
  endpoint('GET', '/o/{organisation}/switcher', getSwitcherContract, who.anyMember, getSwitcher),
  endpoint('PUT', '/o/{organisation}/switcher/{partnership}', pinCustomerContract, who.anyMember, pinCustomer),
  // ── visits
  endpoint('GET', '/o/{organisation}/visits', customerVisits.listVisits, who.managing(), listVisits),
  endpoint('GET', '/o/{organisation}/visit-limits', customerVisits.getVisitLimits, who.managing(), getVisitLimits),
  endpoint(
    'PUT',
    '/o/{organisation}/visit-limits',
    customerVisits.setVisitLimits,
    who.representing(),
    signedByTwo('visit_limits', setVisitLimits),
  ),
  endpoint('GET', '/o/{organisation}/partnerships/{partnership}/visit-rules', customerVisits.getVisitRules, who.managing(), getVisitRules),
  endpoint(
    'PUT',
    '/o/{organisation}/partnerships/{partnership}/visit-rules',
    customerVisits.setVisitRules,
    who.representing(),
    signedByTwo('visit_rules', setVisitRules),
  ),
  endpoint('GET', '/c/{partnership}/entry', getEntryContract, who.entering, getEntry),
  endpoint('POST', '/c/{partnership}/visit', enterVisitContract, who.entering, enterVisit),
  endpoint('DELETE', '/c/{partnership}/visit', leaveVisitContract, who.entering, leaveVisit),
  endpoint('GET', '/c/{partnership}/shell', getActingShellContract, who.inside(), getActingShell),
  endpoint('GET', '/c/{partnership}/live', liveVisitContract, who.inside(), openLiveVisit),
  // ── products
  ...inBothManagers(
    'GET',
    '/products',
    products.listProducts,
    { own: who.anyMember, acting: who.inside({ reads: 'products' }) },
    listProducts,
  ),
  ...inBothManagers(
    'GET',
    '/products/{product}',
    products.getProduct,
    { own: who.anyMember, acting: who.inside({ reads: 'product' }) },
    getProduct,
  ),
  ...inBothManagers(
    'GET',
    '/products/{product}/console',
    openConsoleContract,
    { own: who.anyMember, acting: who.inside({ reads: 'product' }) },
    openConsole,
  ),
  ...alsoAtConsoles(
    'any',
    inBothManagers('GET', '/on-behalf', onBehalfContract, { own: who.anyMember, acting: who.inside() }, showOnBehalf),
  ),
  ...alsoAtConsoles('domain', [
    ...inBothManagers('GET', '/products/{product}/records', products.listRecords, both.reading('domain.view', 'records'), listRecords),
    ...inBothManagers('POST', '/products/{product}/records', products.addRecord, both.changing('domain.manage'), addRecord),
    ...inBothManagers('PUT', '/products/{product}/records/{item}', products.changeRecord, both.changing('domain.manage'), changeRecord),
    ...inBothManagers('DELETE', '/products/{product}/records/{item}', products.removeRecord, both.changing('domain.manage'), removeRecord),
    ...inBothManagers('PUT', '/products/{product}/name-servers', products.setNameServers, both.changing('domain.manage'), setNameServers),
    ...inBothManagers('GET', '/products/{product}/zone-file', products.getZoneFile, both.reading('domain.view', 'zone_file'), getZoneFile),
  ]),
  ...inBothManagers('GET', '/products/{product}/mailboxes', mail.listMailboxes, both.reading('mail.view', 'mailboxes'), listMailboxes),
  ...inBothManagers('POST', '/products/{product}/mailboxes', mail.createMailbox, both.changing('mail.manage'), createMailbox),
  ...inBothManagers('PUT', '/products/{product}/mailboxes/{item}', mail.changeMailbox, both.changing('mail.manage'), changeMailbox),
  ...inBothManagers('DELETE', '/products/{product}/mailboxes/{item}', mail.deleteMailbox, both.sensitive('product.delete'), deleteMailbox),
  ...inBothManagers(
    'PUT',
    '/products/{product}/mailboxes/{item}/password',
    mail.setMailboxPassword,
    both.sensitive('mail.content'),
    setMailboxPassword,
  ),
  ...inBothManagers(
    'PUT',
    '/products/{product}/mailboxes/{item}/forwarding',
    mail.setForwarding,
    both.sensitive('mail.content'),
    setForwarding,
  ),
  ...inBothManagers(
    'DELETE',
    '/products/{product}/mailboxes/{item}/password',
    mail.closeMailbox,
    both.sensitive('mail.content'),
    closeMailbox,
  ),
  endpoint('GET', '/o/{organisation}/partnerships/{partnership}/still-working', mail.listStillWorking, who.managing(), listStillWorking),
  endpoint(
    'POST',
    '/o/{organisation}/partnerships/{partnership}/close-mailboxes',
    mail.closeKnownMailboxes,
    who.managing({ fresh: true }),
    closeKnownMailboxes,
  ),
  ...inBothManagers(
    'DELETE',
    '/products/{product}/forwardings/{item}',
    mail.removeForwarding,
    both.sensitive('mail.content'),
    removeForwarding,
  ),
  endpoint(
    'POST',
    '/o/{organisation}/products/{product}/forwardings/{item}/keep',
    mail.keepForwarding,
    who.managing({ fresh: true }),
    keepForwarding,
  ),
  ...inBothManagers('POST', '/products/{product}/aliases', mail.createAlias, both.changing('mail.manage'), createAlias),
  ...inBothManagers('DELETE', '/products/{product}/aliases/{item}', mail.deleteAlias, both.changing('mail.manage'), deleteAlias),
  ...inBothManagers('GET', '/products/{product}/sites', hosting.listSites, both.reading('hosting.view', 'sites'), listSites),
  ...inBothManagers('POST', '/products/{product}/sites', hosting.createSite, both.changing('hosting.manage'), createSite),
  ...inBothManagers('PUT', '/products/{product}/sites/{item}', hosting.changeSite, both.changing('hosting.manage'), changeSite),
  ...inBothManagers(
    'PUT',
    '/products/{product}/sites/{item}/domain',
    hosting.connectDomain,
    both.changing('hosting.manage'),
    connectDomain,
  ),
  ...inBothManagers('DELETE', '/products/{product}/sites/{item}', hosting.deleteSite, both.sensitive('product.delete'), deleteSite),
  ...inBothManagers('GET', '/products/{product}/folders', drives.listFolders, both.reading('drive.view', 'drive'), listFolders),
  ...inBothManagers('POST', '/products/{product}/folders', drives.createFolder, both.changing('drive.manage'), createFolder),
  ...inBothManagers('PUT', '/products/{product}/folders/{item}', drives.changeFolder, both.changing('drive.manage'), changeFolder),
  ...inBothManagers('DELETE', '/products/{product}/folders/{item}', drives.deleteFolder, both.sensitive('product.delete'), deleteFolder),
  ...inBothManagers('POST', '/products/{product}/folders/{item}/links', drives.createLink, both.sensitive('drive.content'), createLink),
  ...inBothManagers('DELETE', '/products/{product}/links/{item}', drives.removeLink, both.changing('drive.manage'), removeLink),
  ...inBothManagers('GET', '/products/{product}/server', servers.getServer, both.reading('server.view', 'server'), getServer),
  ...inBothManagers('POST', '/products/{product}/power', servers.orderPower, both.changing('server.manage'), orderPower),
  ...inBothManagers('POST', '/products/{product}/snapshots', servers.takeSnapshot, both.changing('server.manage'), takeSnapshot),
  ...inBothManagers(
    'POST',
    '/products/{product}/snapshots/{item}/restore',
    servers.restoreSnapshot,
    both.sensitive('server.content'),
    restoreSnapshot,
  ),
  ...inBothManagers(
    'DELETE',
    '/products/{product}/snapshots/{item}',
    servers.deleteSnapshot,
    both.sensitive('product.delete'),
    deleteSnapshot,
  ),
  ...inBothManagers('POST', '/products/{product}/firewall-rules', servers.addFirewallRule, both.changing('server.manage'), addFirewallRule),
  ...inBothManagers(
    'DELETE',
    '/products/{product}/firewall-rules/{item}',
    servers.removeFirewallRule,
    both.changing('server.manage'),
    removeFirewallRule,
  ),
  ...inBothManagers(
    'POST',
    '/products/{product}/firewall-rules/{item}/restore',
    servers.restoreFirewallRule,
    both.changing('server.manage'),
    restoreFirewallRule,
  ),
  ...inBothManagers('POST', '/products/{product}/ssh-keys', servers.addSshKey, both.sensitive('server.content'), addSshKey),
  ...inBothManagers('DELETE', '/products/{product}/ssh-keys/{item}', servers.removeSshKey, both.sensitive('server.content'), removeSshKey),
  // ── billing, the organisation itself
  ...inBothManagers('GET', '/billing', billing.getBilling, both.reading('billing.view', 'billing'), getBilling),
  ...inBothManagers('PUT', '/billing/profile', billing.setBillingProfile, both.sensitive('billing.manage'), setBillingProfile),
  ...inBothManagers('GET', '/billing/invoices', billing.listInvoices, both.reading('billing.view', 'invoices'), listInvoices),
  ...inBothManagers('GET', '/billing/invoices/{invoice}', billing.getInvoice, both.reading('billing.view', 'invoices'), getInvoice),
  ...inBothManagers('GET', '/billing/orders', billing.listOrders, both.reading('billing.view', 'orders'), listOrders),
  ...inBothManagers(
    'GET',
    '/organisation',
    organisation.getOrganisation,
    both.reading('organisation.view', 'organisation'),
    getOrganisation,
  ),
  endpoint('PUT', '/o/{organisation}/organisation', organisation.changeOrganisation, who.representing(), changeOrganisation),
  // ── members
  endpoint('GET', '/o/{organisation}/members', members.listMembers, who.anyMember, listMembers),
  endpoint('GET', '/c/{partnership}/members', members.listMembers, who.acting('members.view', { reads: 'members' }), listMembers),
  endpoint(
    'POST',
    '/o/{organisation}/member-invitations',
    members.inviteMember,
    who.managing({ fresh: true }),
    signedByTwo('invite_member', inviteMember),
  ),
  endpoint('POST', '/o/{organisation}/member-invitations/{invitation}/resend', members.resendInvitation, who.managing(), resendInvitation),
  endpoint('DELETE', '/o/{organisation}/member-invitations/{invitation}', members.withdrawInvitation, who.managing(), withdrawInvitation),
  endpoint(
    'PATCH',
    '/o/{organisation}/members/{person}',
    members.changeRole,
    who.managing({ fresh: true }),
    signedByTwo('change_role', changeRole),
  ),
  endpoint(
    'DELETE',
    '/o/{organisation}/members/{person}',
    members.removeMember,
    who.managing({ fresh: true }),
    signedByTwo('remove_member', removeMember),
  ),
  endpoint('POST', '/o/{organisation}/members/leave', members.leaveOrganisation, who.anyMember, leaveOrganisation),
  endpoint('GET', '/member-invitations/{token}', members.openMemberInvitation, who.anybody, openMemberInvitation),
  endpoint('POST', '/member-invitations/{token}/accept', members.acceptInvitation, who.signedIn(), acceptInvitation),
  endpoint('GET', '/o/{organisation}/members/{person}/off-boarding', offBoarding.previewOffBoarding, who.managing(), previewOffBoarding),
  endpoint(
    'POST',
    '/o/{organisation}/members/{person}/off-board',
    offBoarding.offBoardMember,
    who.managing({ fresh: true }),
    signedByTwo('off_board', offBoardMember),
  ),
  endpoint('POST', '/o/{organisation}/members/{person}/cover', offBoarding.coverMember, who.managing({ fresh: true }), coverMember),
  // ── what collaborators ask their own partner for
  endpoint('GET', '/o/{organisation}/access-rules', accessRequests.getAccessRules, who.anyMember, getAccessRules),
  endpoint('PUT', '/o/{organisation}/access-rules', accessRequests.setAccessRules, who.representing({ fresh: true }), setAccessRules),
  endpoint('GET', '/o/{organisation}/other-customers', accessRequests.listOtherCustomers, who.anyMember, listOtherCustomers),
  endpoint('GET', '/o/{organisation}/access-requests', accessRequests.listAccessRequests, who.anyMember, listAccessRequests),
  endpoint('POST', '/o/{organisation}/access-requests', accessRequests.askForAccess, who.anyMember, askForAccess),
  endpoint(
    'POST',
    '/o/{organisation}/access-requests/{request}/approve',
    accessRequests.approveAccess,
    who.managing({ fresh: true }),
    approveAccess,
  ),
  endpoint('POST', '/o/{organisation}/access-requests/{request}/decline', accessRequests.declineAccess, who.managing(), declineAccess),
  endpoint('POST', '/o/{organisation}/access-requests/{request}/withdraw', accessRequests.withdrawAccess, who.anyMember, withdrawAccess),
  endpoint('DELETE', '/o/{organisation}/timed-assignments/{assignment}', endTimedContract, who.managing(), endTimedAssignment),
  // ── saved views of the list, and rules that assign
  endpoint('GET', '/o/{organisation}/customer-views', saved.listViews, who.anyMember, listViews),
  endpoint('POST', '/o/{organisation}/customer-views', saved.saveView, who.anyMember, saveView),
  endpoint('PUT', '/o/{organisation}/customer-views/{view}', saved.changeView, who.anyMember, changeView),
  endpoint('PUT', '/o/{organisation}/default-customer-view', saved.setDefaultView, who.anyMember, setDefaultView),
  endpoint('DELETE', '/o/{organisation}/customer-views/{view}', saved.deleteView, who.anyMember, deleteView),
  endpoint('GET', '/o/{organisation}/assignment-rules', saved.listRules, who.managing(), listRules),
  endpoint('POST', '/o/{organisation}/assignment-rules', saved.makeRule, who.managing({ fresh: true }), makeRule),
  endpoint('DELETE', '/o/{organisation}/assignment-rules/{rule}', saved.stopRule, who.managing(), stopRule),
  // ── teams
  endpoint('GET', '/o/{organisation}/teams', teams.listTeams, who.anyMember, listTeams),
  endpoint('POST', '/o/{organisation}/teams', teams.createTeam, who.managing({ fresh: true }), createTeam),
  endpoint('PATCH', '/o/{organisation}/teams/{team}', teams.changeTeam, who.managing({ fresh: true }), changeTeam),
  endpoint('DELETE', '/o/{organisation}/teams/{team}', teams.deleteTeam, who.managing({ fresh: true }), deleteTeam),
  // ── activity
  endpoint('GET', '/o/{organisation}/activity', listActivityContract, who.managing(), listActivity),
  endpoint('GET', '/c/{partnership}/activity', listActivityOfVisitContract, who.inside(), listActivity),
  // ── the catalogue
  endpoint('GET', '/catalogue', getCatalogueContract, who.anybody, getCatalogue),
  // ── help
  endpoint('GET', '/help', listArticlesContract, who.anybody, listArticles),
  endpoint('GET', '/help/{slug}', getArticleContract, who.anybody, getArticle),
  // ── the provider's systems
  endpoint('PUT', '/provider/organisations/{number}/products/{reference}', providerProducts.tellProduct, who.provider, tellProduct),
  endpoint('DELETE', '/provider/organisations/{number}/products/{reference}', providerProducts.cancelProduct, who.provider, cancelProduct),
  endpoint('PUT', '/provider/organisations/{number}/products/{reference}/usage', providerProducts.tellUsage, who.provider, tellUsage),
  endpoint(
    'PUT',
    '/provider/organisations/{number}/payment-methods/{reference}',
    provider.tellPaymentMethod,
    who.provider,
    tellPaymentMethod,
  ),
  endpoint(
    'DELETE',
    '/provider/organisations/{number}/payment-methods/{reference}',
    provider.removePaymentMethod,
    who.provider,
    removePaymentMethod,
  ),
  endpoint('PUT', '/provider/organisations/{number}/invoices/{reference}', provider.tellInvoice, who.provider, tellInvoice),
  endpoint('DELETE', '/provider/organisations/{number}/invoices/{reference}', provider.cancelInvoice, who.provider, cancelInvoice),
  endpoint('GET', '/provider/drive-links/{reference}', providerProducts.showDriveLink, who.provider, showDriveLink),
  endpoint(
    'GET',
    '/provider/organisations/{number}/products/{reference}/ssh-keys',
    providerProducts.showSshKeys,
    who.provider,
    showSshKeys,
  ),
  endpoint(
    'GET',
    '/provider/organisations/{number}/products/{reference}/forwardings',
    providerProducts.showForwardings,
    who.provider,
    showForwardings,
  ),
  endpoint('GET', '/provider/payer-changes', payerChanges.listPayerChanges, who.provider, listPayerChanges),
  endpoint('DELETE', '/provider/payer-changes/{reference}', payerChanges.confirmPayerChange, who.provider, confirmPayerChange),
  endpoint('GET', '/provider/mailbox-passwords', provider.listMailboxPasswords, who.provider, listMailboxPasswords),
  endpoint('DELETE', '/provider/mailbox-passwords/{reference}', provider.confirmMailboxPassword, who.provider, confirmMailboxPassword),
  // ── partners a customer wants no requests of
  endpoint('GET', '/o/{organisation}/blocked-partners', blockedPartners.listBlockedPartners, who.managing(), listBlockedPartners),
  endpoint('POST', '/o/{organisation}/blocked-partners', blockedPartners.blockPartner, who.managing(), blockPartner),
  endpoint('DELETE', '/o/{organisation}/blocked-partners/{block}', blockedPartners.unblockPartner, who.managing(), unblockPartner),
  // ── being a verified partner
  endpoint('GET', '/o/{organisation}/partner-application', verification.getApplication, who.managing(), getApplication),
  endpoint(
    'POST',
    '/o/{organisation}/partner-application',
    verification.applyForVerification,
    who.representing({ fresh: true }),
    applyForVerification,
  ),
  endpoint('POST', '/o/{organisation}/partner-application/check', verification.checkDomain, who.managing(), checkDomain),
  endpoint('DELETE', '/o/{organisation}/partner-application', verification.withdrawApplication, who.representing(), withdrawApplication),
  // ── the provider's operators
  endpoint('GET', '/operator/applications', verification.listApplications, who.operator(), listApplications),
  endpoint('GET', '/operator/applications/{application}', verification.getApplicationAsOperator, who.operator(), getApplicationAsOperator),
  endpoint('POST', '/operator/applications/{application}/verify', verification.verifyPartner, who.operator({ fresh: true }), verifyPartner),
  endpoint('POST', '/operator/applications/{application}/refuse', verification.refusePartner, who.operator({ fresh: true }), refusePartner),
  endpoint('POST', '/operator/applications/{application}/check', verification.checkDomainAsOperator, who.operator(), checkDomainAsOperator),
  endpoint('GET', '/operator/shell', operator.getConsole, who.operator(), getConsole),
  endpoint('GET', '/operator/health', operator.getHealth, who.operator(), getHealth),
  endpoint('GET', '/operator/catalogue', getWholeCatalogueContract, who.operator(), getWholeCatalogue),
  endpoint('GET', '/operator/organisations', operator.listOrganisations, who.operator(), listOrganisations),
  endpoint('GET', '/operator/organisations/{organisation}', operator.getOrganisationAsOperator, who.operator(), getOrganisationAsOperator),
  endpoint('GET', '/operator/operators', operator.listOperators, who.operator(), listOperators),
  endpoint('POST', '/operator/operators', operator.addOperator, who.operator({ fresh: true }), addOperator),
  endpoint('DELETE', '/operator/operators/{person}', operator.removeOperator, who.operator({ fresh: true }), removeOperator),
]
