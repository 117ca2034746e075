// TABLE: method · path · contract · who may · use case. Everything the API does stands here; who.* is explained in endpoint.ts.
import {
  getCustomerRow as getCustomerRowContract,
  getListView as getListViewContract,
  listCustomers as listCustomersContract,
  listPeople as listPeopleContract,
  setListView as setListViewContract,
} from './managed-customers/contract.ts'
import { getCustomerRow, listCustomers } from './managed-customers/list-customers.ts'
import { getListView, listPeople, setListView } from './managed-customers/list-view.ts'
import { getSwitcher, pinCustomer } from './managed-customers/switcher.ts'
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
import { type Endpoint, endpoint, inBothManagers, who } from './endpoint.ts'
import { listActivity as listActivityContract, listActivityOfVisit as listActivityOfVisitContract } from './activity/contract.ts'
import { listActivity } from './activity/list-activity.ts'
import {
  getOverview as getOverviewContract,
  getOwnShell as getOwnShellContract,
  getSwitcher as getSwitcherContract,
  live as liveContract,
  pinCustomer as pinCustomerContract,
} from './shell/contract.ts'
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
  endpoint('GET', '/o/{organisation}/customers', listCustomersContract, who.anyMember, listCustomers),
  endpoint('GET', '/o/{organisation}/customers/view', getListViewContract, who.anyMember, getListView),
  endpoint('PUT', '/o/{organisation}/customers/view', setListViewContract, who.anyMember, setListView),
  endpoint('GET', '/o/{organisation}/customers/people', listPeopleContract, who.anyMember, listPeople),
  endpoint('GET', '/o/{organisation}/customers/{managedCustomer}/row', getCustomerRowContract, who.anyMember, getCustomerRow),
  endpoint('GET', '/o/{organisation}/switcher', getSwitcherContract, who.anyMember, getSwitcher),
  endpoint('PUT', '/o/{organisation}/switcher/{partnership}', pinCustomerContract, who.anyMember, pinCustomer),
  // ── visits
  endpoint('POST', '/c/{partnership}/visit', enterVisitContract, who.entering, enterVisit),
  endpoint('DELETE', '/c/{partnership}/visit', leaveVisitContract, who.entering, leaveVisit),
  endpoint('GET', '/c/{partnership}/shell', getActingShellContract, who.inside(), getActingShell),
  endpoint('GET', '/c/{partnership}/live', liveVisitContract, who.inside(), openLiveVisit),
  // ── products
  ...inBothManagers('GET', '/products', listProductsContract, { own: who.anyMember, acting: who.inside({ reads: 'products' }) }, listProducts),
  ...inBothManagers('GET', '/products/{product}', getProductContract, { own: who.anyMember, acting: who.inside({ reads: 'product' }) }, getProduct),
  ...inBothManagers('GET', '/products/{product}/records', listRecordsContract, { own: who.anyMember, acting: who.acting('domain.view', { reads: 'records' }) }, listRecords),
  ...inBothManagers('POST', '/products/{product}/records', addRecordContract, { own: who.anyMember, acting: who.acting('domain.manage') }, addRecord),
  ...inBothManagers('PUT', '/products/{product}/records/{item}', changeRecordContract, { own: who.anyMember, acting: who.acting('domain.manage') }, changeRecord),
  ...inBothManagers('DELETE', '/products/{product}/records/{item}', removeRecordContract, { own: who.anyMember, acting: who.acting('domain.manage') }, removeRecord),
  ...inBothManagers('PUT', '/products/{product}/name-servers', setNameServersContract, { own: who.managing(), acting: who.acting('domain.manage') }, setNameServers),
  ...inBothManagers('GET', '/products/{product}/zone-file', getZoneFileContract, { own: who.anyMember, acting: who.acting('domain.view', { reads: 'zone_file' }) }, getZoneFile),
  // ── billing
  // ── members
  // ── activity
  endpoint('GET', '/o/{organisation}/activity', listActivityContract, who.managing(), listActivity),
  endpoint('GET', '/c/{partnership}/activity', listActivityOfVisitContract, who.inside(), listActivity),
  // ── help
  // ── the provider's systems
]
