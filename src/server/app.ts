// TABLE: method · path · contract · who may · use case. Everything the API does stands here; who.* is explained in endpoint.ts.
import { type Endpoint, endpoint, who } from './endpoint.ts'
import { listActivity as listActivityContract, listActivityOfVisit as listActivityOfVisitContract } from './activity/contract.ts'
import { listActivity } from './activity/list-activity.ts'
import { getOverview as getOverviewContract, getOwnShell as getOwnShellContract, live as liveContract } from './shell/contract.ts'
import { openLive } from './shell/live.ts'
import { getOverview, getOwnShell } from './shell/own-shell.ts'
import { getActingShell } from './visits/acting-shell.ts'
import { enterVisit as enterVisitContract, getActingShell as getActingShellContract, leaveVisit as leaveVisitContract, liveVisit as liveVisitContract } from './visits/contract.ts'
import { enterVisit, leaveVisit } from './visits/enter-visit.ts'
import { openLiveVisit } from './visits/live-visit.ts'

export const app: readonly Endpoint[] = [
  // ── signing in, one's own account
  // ── the frame: who am I, where am I, what is live
  endpoint('GET', '/o/{organisation}/shell', getOwnShellContract, who.anyMember, getOwnShell),
  endpoint('GET', '/o/{organisation}/overview', getOverviewContract, who.anyMember, getOverview),
  endpoint('GET', '/o/{organisation}/live', liveContract, who.anyMember, openLive),
  // ── requests (partner)
  // ── consent and partners (customer)
  // ── managed customers, exports, switcher
  // ── visits
  endpoint('POST', '/c/{partnership}/visit', enterVisitContract, who.entering, enterVisit),
  endpoint('DELETE', '/c/{partnership}/visit', leaveVisitContract, who.entering, leaveVisit),
  endpoint('GET', '/c/{partnership}/shell', getActingShellContract, who.inside(), getActingShell),
  endpoint('GET', '/c/{partnership}/live', liveVisitContract, who.inside(), openLiveVisit),
  // ── products
  // ── billing
  // ── members
  // ── activity
  endpoint('GET', '/o/{organisation}/activity', listActivityContract, who.managing(), listActivity),
  endpoint('GET', '/c/{partnership}/activity', listActivityOfVisitContract, who.inside(), listActivity),
  // ── help
  // ── the provider's systems
]
