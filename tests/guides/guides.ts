// TABLE: every article that tells people what to do, in the order in which the demo story can be walked through once.
import { commonGuides as common } from './common-guides.ts'
import { customerGuides as customer } from './customer-guides.ts'
import type { Guide } from './guide.ts'
import { partnerGuides as partner } from './partner-guides.ts'
import { teamGuides as team } from './team-guides.ts'

export const guides: readonly Guide[] = [
  partner.addCustomer,
  partner.addMany,
  partner.openRequests,
  common.extend,
  partner.findCustomers,
  partner.more,
  partner.askForAccess,
  partner.work,
  team.people,
  team.templates,
  team.files,
  team.verification,
  common.operatorVerify,
  customer.answer,
  team.endings,
  customer.authorise,
  customer.handOver,
  customer.visits,
  customer.partners,
  common.billing,
  common.products,
  common.review,
  customer.activity,
  customer.disputes,
  common.operatorCases,
  common.members,
  common.language,
  common.ways,
  common.signIn,
]

/** Numbered lists that a test of their own tries, named here by its file: in a browser, or over the API. */
export const triedElsewhere: Readonly<Record<string, string>> = {
  'strict-and-two-signatures#strict': 'tests/e2e/strict.test.ts',
  'strict-and-two-signatures#two': 'tests/e2e/strict.test.ts',
  'operator-cases#representation': 'tests/everyday/death.db.test.ts',
  'end-or-hand-on#end': 'tests/everyday/partner-pays.db.test.ts',
  'end-or-hand-on#successor': 'tests/everyday/partner-sold.db.test.ts',
}
