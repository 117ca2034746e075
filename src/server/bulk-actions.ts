// TABLE: bulk action → what a row holds, how it is judged, and the use case that carries it out.
import { assignMany, unassignMany } from './assignments/many.ts'
import type { BulkAction } from './bulk-action.ts'
import { tagMany, untagMany } from './customer-notes/many.ts'
import { findTargets } from './managed-customers/find-targets.ts'
import { addCustomers } from './requests/add-customers.ts'
import { askCustomers, endPartnerships, remindCustomers, withdrawRequests } from './requests/many.ts'
import { proposeExtensions } from './requests/propose-extension.ts'

export const bulkActions: Readonly<Record<string, BulkAction>> = {
  add: addCustomers,
  remind: remindCustomers,
  ask: askCustomers,
  extend: proposeExtensions,
  withdraw: withdrawRequests,
  end: endPartnerships,
  assign: assignMany,
  unassign: unassignMany,
  tag: tagMany,
  untag: untagMany,
}

/** How somebody names the rows of an action on customers: one by one, or by what the list of customers is filtered by. */
export const bulkTargets = findTargets
