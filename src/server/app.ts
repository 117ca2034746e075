// TABLE: method · path · contract · who may · use case. Everything the API does stands here; who.* is explained in endpoint.ts.

import * as account from './account/contract.ts'
import { createOrganisation } from './account/create-organisation.ts'
import { changeMe, getMe, setLanguage } from './account/me.ts'
import { beginSecondFactor, confirmSecondFactor, removeSecondFactor, renewRecoveryCodes } from './account/second-factor.ts'
import { endOtherSessions, endSession, getSignIn, listSessions } from './account/sessions.ts'
import { setPassword } from './account/set-password.ts'
import { listActivity as listActivityContract, listActivityOfVisit as listActivityOfVisitContract } from './activity/contract.ts'
import { listActivity } from './activity/list-activity.ts'
import { answerRequest } from './consent/answer-request.ts'
import {
  answerRequest as answerRequestContract,
  declineRequest as declineRequestContract,
  getConsent as getConsentContract,
  openRequest as openRequestContract,
  passOnRequest as passOnRequestContract,
  reportRequest as reportRequestContract,
  sendRequestCode as sendRequestCodeContract,
  verifyRequestCode as verifyRequestCodeContract,
} from './consent/contract.ts'
import { declineRequest } from './consent/decline-request.ts'
import { getConsent } from './consent/get-consent.ts'
import { openRequest } from './consent/open-request.ts'
import { passOnRequest } from './consent/pass-on-request.ts'
import { reportRequest } from './consent/report-request.ts'
import { sendRequestCode } from './consent/send-request-code.ts'
import { verifyRequestCode } from './consent/verify-request-code.ts'
import { answerProposal as answerAsCustomer, declineProposal as declineAsCustomer, withdrawProposal as withdrawAsCustomer } from './partners/answer-proposal.ts'
import { changeGrant, changePayment, narrowRights } from './partners/change-rights.ts'
import * as partnersContracts from './partners/contract.ts'
import { admitPeople, endVisit as endOneVisit } from './partners/end-one-visit.ts'
import { getPartnership } from './partners/get-partnership.ts'
import { listPartnerships } from './partners/list-partnerships.ts'
import { askToPay, findPartners, offerPartnership } from './partners/offer-partnership.ts'
import { endPartnership as endAsCustomer, previewEnding as previewEndingAsCustomer, resumeAccess, stopAccess } from './partners/stop-access.ts'
import { type Endpoint, endpoint, inBothManagers, who } from './endpoint.ts'
import { exportCustomer as exportCustomerContract } from './exports/contract.ts'
import { exportCustomer } from './exports/export-customer.ts'
import { getArticleContract, listArticlesContract } from './help/contract.ts'
import { getArticle } from './help/get-article.ts'
import { listArticles } from './help/list-articles.ts'
import {
  exportList as exportListContract,
  getCustomerRow as getCustomerRowContract,
  getListView as getListViewContract,
  listCustomers as listCustomersContract,
  listPeople as listPeopleContract,
  setListView as setListViewContract,
} from './managed-customers/contract.ts'
import { exportList } from './managed-customers/export-list.ts'
import { getCustomerRow, listCustomers } from './managed-customers/list-customers.ts'
import { getListView, listPeople, setListView } from './managed-customers/list-view.ts'
import { getSwitcher, pinCustomer } from './managed-customers/switcher.ts'
import { acceptInvitation, openMemberInvitation } from './members/accept-invitation.ts'
import { changeRole, leaveOrganisation, removeMember } from './members/change-member.ts'
import * as members from './members/contract.ts'
import { inviteMember, resendInvitation, withdrawInvitation } from './members/invite-member.ts'
import { listMembers } from './members/list-members.ts'
import { addRecord, changeRecord, removeRecord, setNameServers } from './products/change-zone.ts'
import {
  addRecord as addRecordContract,
  changeRecord as changeRecordContract,
  getProduct as getProductContract,
  getZoneFile as getZoneFileContract,
  listProducts as listProductsContract,
  listRecords as listRecordsContract,
  removeRecord as removeRecordContract,
  setNameServers as setNameServersContract,
} from './products/contract.ts'
import { getProduct, listProducts } from './products/list-products.ts'
import { getZoneFile, listRecords } from './products/read-zone.ts'
import { acceptProposal, counterProposal, declineProposal } from './requests/answer-offer.ts'
import { askForMore } from './requests/ask-for-more.ts'
import * as requestContracts from './requests/contract.ts'
import { endPartnership, previewEnding } from './requests/end-partnership.ts'
import { correctAddress, resendRequest, showLink } from './requests/keep-asking.ts'
import { listPrepared } from './requests/list-prepared.ts'
import { previewRequest } from './requests/preview-request.ts'
import { releaseRequests } from './requests/release-requests.ts'
import { sendRequest } from './requests/send-request.ts'
import { withdrawProposal, withdrawRequest } from './requests/withdraw-request.ts'
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
import { giveSecondFactor } from './sign-in/give-second-factor.ts'
import { getWaysToProve, sendCodeAgain, signInAgain } from './sign-in/sign-in-again.ts'
import { sendSignInCode, signInByCode } from './sign-in/sign-in-by-code.ts'
import { signInByPassword } from './sign-in/sign-in-by-password.ts'
import { signOut, signOutEverywhere } from './sign-in/sign-out.ts'
import { getActingShell } from './visits/acting-shell.ts'
import {
  enterVisit as enterVisitContract,
  getActingShell as getActingShellContract,
  leaveVisit as leaveVisitContract,
  liveVisit as liveVisitContract,
} from './visits/contract.ts'
import { enterVisit, leaveVisit } from './visits/enter-visit.ts'
import { openLiveVisit } from './visits/live-visit.ts'

export const app: readonly Endpoint[] = [
  // ── signing in, one's own account
  endpoint('POST', '/sign-in/password', signIn.signInByPassword, who.signingIn, signInByPassword),
  endpoint('POST', '/sign-in/code', signIn.sendSignInCode, who.signingIn, sendSignInCode),
  endpoint('POST', '/sign-in/code/verify', signIn.signInByCode, who.signingIn, signInByCode),
  endpoint('POST', '/sign-in/second-factor', signIn.giveSecondFactor, who.signingIn, giveSecondFactor),
  endpoint('POST', '/sign-out', signIn.signOut, who.signingIn, signOut),
  endpoint('POST', '/sign-out-everywhere', signIn.signOutEverywhere, who.oneself(), signOutEverywhere),
  endpoint('GET', '/sign-in/again', signIn.getWaysToProve, who.oneself(), getWaysToProve),
  endpoint('POST', '/sign-in/again', signIn.signInAgain, who.oneself(), signInAgain),
  endpoint('POST', '/sign-in/again/code', signIn.sendCodeAgain, who.oneself(), sendCodeAgain),
  endpoint('GET', '/me', getMeContract, who.signedIn(), getMe),
  endpoint('PATCH', '/me', account.changeMe, who.signedIn(), changeMe),
  endpoint('PUT', '/me/language', setLanguageContract, who.signedIn(), setLanguage),
  endpoint('POST', '/organisations', account.createOrganisation, who.signedIn(), createOrganisation),
  endpoint('GET', '/account/sign-in', account.getSignIn, who.oneself(), getSignIn),
  endpoint('PUT', '/account/password', account.setPassword, who.oneself({ fresh: true }), setPassword),
  endpoint('POST', '/account/second-factor', account.beginSecondFactor, who.oneself({ fresh: true }), beginSecondFactor),
  endpoint('POST', '/account/second-factor/confirm', account.confirmSecondFactor, who.oneself(), confirmSecondFactor),
  endpoint('DELETE', '/account/second-factor', account.removeSecondFactor, who.oneself({ fresh: true }), removeSecondFactor),
  endpoint('POST', '/account/recovery-codes', account.renewRecoveryCodes, who.oneself({ fresh: true }), renewRecoveryCodes),
  endpoint('GET', '/account/sessions', account.listSessions, who.oneself(), listSessions),
  endpoint('DELETE', '/account/sessions', account.endOtherSessions, who.oneself(), endOtherSessions),
  endpoint('DELETE', '/account/sessions/{session}', account.endSession, who.oneself(), endSession),
  // ── the frame: who am I, where am I, what is live
  endpoint('GET', '/o/{organisation}/shell', getOwnShellContract, who.anyMember, getOwnShell),
  endpoint('GET', '/o/{organisation}/overview', getOverviewContract, who.anyMember, getOverview),
  endpoint('GET', '/o/{organisation}/live', liveContract, who.anyMember, openLive),
  // ── requests (partner)
  endpoint('POST', '/o/{organisation}/requests', requestContracts.sendRequest, who.managing(), sendRequest),
  endpoint('POST', '/o/{organisation}/requests/preview', requestContracts.previewRequest, who.managing(), previewRequest),
  endpoint('GET', '/o/{organisation}/requests/prepared', requestContracts.listPrepared, who.managing(), listPrepared),
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
  endpoint('GET', '/o/{organisation}/customers/{managedCustomer}/link', requestContracts.showLink, who.managing(), showLink),
  endpoint('POST', '/o/{organisation}/customers/{managedCustomer}/more', requestContracts.askForMore, who.managing(), askForMore),
  endpoint(
    'POST',
    '/o/{organisation}/customers/{managedCustomer}/proposal/accept',
    requestContracts.acceptProposal,
    who.representing(),
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
  endpoint('POST', '/requests/{token}/decline', declineRequestContract, who.signedIn(), declineRequest),
  endpoint('POST', '/requests/{token}/pass-on', passOnRequestContract, who.signedIn(), passOnRequest),
  endpoint('POST', '/requests/{token}/report', reportRequestContract, who.anybody, reportRequest),
  endpoint('GET', '/o/{organisation}/partnerships', partnersContracts.listPartnerships, who.anyMember, listPartnerships),
  endpoint('POST', '/o/{organisation}/partnerships', partnersContracts.offerPartnership, who.representing({ fresh: true }), offerPartnership),
  endpoint('GET', '/o/{organisation}/verified-partners', partnersContracts.findPartners, who.managing(), findPartners),
  endpoint('GET', '/o/{organisation}/partnerships/{partnership}', partnersContracts.getPartnership, who.anyMember, getPartnership),
  endpoint('POST', '/o/{organisation}/partnerships/{partnership}/narrow', partnersContracts.narrowRights, who.representing(), narrowRights),
  endpoint('PUT', '/o/{organisation}/partnerships/{partnership}/grant', partnersContracts.changeGrant, who.representing({ fresh: true }), changeGrant),
  endpoint('PUT', '/o/{organisation}/partnerships/{partnership}/payment', partnersContracts.changePayment, who.representing({ fresh: true }), changePayment),
  endpoint('POST', '/o/{organisation}/partnerships/{partnership}/ask-to-pay', partnersContracts.askToPay, who.representing({ fresh: true }), askToPay),
  endpoint('POST', '/o/{organisation}/partnerships/{partnership}/stop', partnersContracts.stopAccess, who.managing(), stopAccess),
  endpoint('POST', '/o/{organisation}/partnerships/{partnership}/resume', partnersContracts.resumeAccess, who.representing({ fresh: true }), resumeAccess),
  endpoint('GET', '/o/{organisation}/partnerships/{partnership}/ending', partnersContracts.previewEnding, who.representing(), previewEndingAsCustomer),
  endpoint('POST', '/o/{organisation}/partnerships/{partnership}/end', partnersContracts.endPartnership, who.representing({ fresh: true }), endAsCustomer),
  endpoint('PUT', '/o/{organisation}/partnerships/{partnership}/people', partnersContracts.admitPeople, who.representing(), admitPeople),
  endpoint('DELETE', '/o/{organisation}/partnerships/{partnership}/visits/{visit}', partnersContracts.endVisit, who.managing(), endOneVisit),
  endpoint('POST', '/o/{organisation}/partnerships/{partnership}/proposal/answer', partnersContracts.answerProposal, who.representing({ fresh: true }), answerAsCustomer),
  endpoint('POST', '/o/{organisation}/partnerships/{partnership}/proposal/decline', partnersContracts.declineProposal, who.representing(), declineAsCustomer),
  endpoint('POST', '/o/{organisation}/partnerships/{partnership}/proposal/withdraw', partnersContracts.withdrawProposal, who.representing(), withdrawAsCustomer),
  // ── managed customers, exports, switcher
  endpoint('GET', '/o/{organisation}/customers', listCustomersContract, who.anyMember, listCustomers),
  endpoint('GET', '/o/{organisation}/customers/export', exportListContract, who.managing(), exportList),
  endpoint('GET', '/o/{organisation}/customers/view', getListViewContract, who.anyMember, getListView),
  endpoint('PUT', '/o/{organisation}/customers/view', setListViewContract, who.anyMember, setListView),
  endpoint('GET', '/o/{organisation}/customers/people', listPeopleContract, who.anyMember, listPeople),
  endpoint('GET', '/o/{organisation}/customers/{managedCustomer}/row', getCustomerRowContract, who.anyMember, getCustomerRow),
  endpoint('GET', '/o/{organisation}/customers/{managedCustomer}/export', exportCustomerContract, who.managing(), exportCustomer),
  endpoint('GET', '/o/{organisation}/switcher', getSwitcherContract, who.anyMember, getSwitcher),
  endpoint('PUT', '/o/{organisation}/switcher/{partnership}', pinCustomerContract, who.anyMember, pinCustomer),
  // ── visits
  endpoint('POST', '/c/{partnership}/visit', enterVisitContract, who.entering, enterVisit),
  endpoint('DELETE', '/c/{partnership}/visit', leaveVisitContract, who.entering, leaveVisit),
  endpoint('GET', '/c/{partnership}/shell', getActingShellContract, who.inside(), getActingShell),
  endpoint('GET', '/c/{partnership}/live', liveVisitContract, who.inside(), openLiveVisit),
  // ── products
  ...inBothManagers(
    'GET',
    '/products',
    listProductsContract,
    { own: who.anyMember, acting: who.inside({ reads: 'products' }) },
    listProducts,
  ),
  ...inBothManagers(
    'GET',
    '/products/{product}',
    getProductContract,
    { own: who.anyMember, acting: who.inside({ reads: 'product' }) },
    getProduct,
  ),
  ...inBothManagers(
    'GET',
    '/products/{product}/records',
    listRecordsContract,
    { own: who.anyMember, acting: who.acting('domain.view', { reads: 'records' }) },
    listRecords,
  ),
  ...inBothManagers(
    'POST',
    '/products/{product}/records',
    addRecordContract,
    { own: who.anyMember, acting: who.acting('domain.manage') },
    addRecord,
  ),
  ...inBothManagers(
    'PUT',
    '/products/{product}/records/{item}',
    changeRecordContract,
    { own: who.anyMember, acting: who.acting('domain.manage') },
    changeRecord,
  ),
  ...inBothManagers(
    'DELETE',
    '/products/{product}/records/{item}',
    removeRecordContract,
    { own: who.anyMember, acting: who.acting('domain.manage') },
    removeRecord,
  ),
  ...inBothManagers(
    'PUT',
    '/products/{product}/name-servers',
    setNameServersContract,
    { own: who.managing(), acting: who.acting('domain.manage') },
    setNameServers,
  ),
  ...inBothManagers(
    'GET',
    '/products/{product}/zone-file',
    getZoneFileContract,
    { own: who.anyMember, acting: who.acting('domain.view', { reads: 'zone_file' }) },
    getZoneFile,
  ),
  // ── billing
  // ── members
  endpoint('GET', '/o/{organisation}/members', members.listMembers, who.anyMember, listMembers),
  endpoint('GET', '/c/{partnership}/members', members.listMembers, who.acting('members.view', { reads: 'members' }), listMembers),
  endpoint('POST', '/o/{organisation}/member-invitations', members.inviteMember, who.managing({ fresh: true }), inviteMember),
  endpoint('POST', '/o/{organisation}/member-invitations/{invitation}/resend', members.resendInvitation, who.managing(), resendInvitation),
  endpoint('DELETE', '/o/{organisation}/member-invitations/{invitation}', members.withdrawInvitation, who.managing(), withdrawInvitation),
  endpoint('PATCH', '/o/{organisation}/members/{person}', members.changeRole, who.managing({ fresh: true }), changeRole),
  endpoint('DELETE', '/o/{organisation}/members/{person}', members.removeMember, who.managing({ fresh: true }), removeMember),
  endpoint('POST', '/o/{organisation}/members/leave', members.leaveOrganisation, who.anyMember, leaveOrganisation),
  endpoint('GET', '/member-invitations/{token}', members.openMemberInvitation, who.anybody, openMemberInvitation),
  endpoint('POST', '/member-invitations/{token}/accept', members.acceptInvitation, who.signedIn(), acceptInvitation),
  // ── activity
  endpoint('GET', '/o/{organisation}/activity', listActivityContract, who.managing(), listActivity),
  endpoint('GET', '/c/{partnership}/activity', listActivityOfVisitContract, who.inside(), listActivity),
  // ── help
  endpoint('GET', '/help', listArticlesContract, who.anybody, listArticles),
  endpoint('GET', '/help/{slug}', getArticleContract, who.anybody, getArticle),
  // ── the provider's systems
]
