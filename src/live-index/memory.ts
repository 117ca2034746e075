// All that one index remembers, and how a change is taken in.

import { Granted } from './granted.ts'
import { Partnerships } from './partnerships.ts'
import { People } from './people.ts'
import { Products } from './products.ts'
import type { Change } from './records.ts'
import { RightNumbers, RightSets } from './right-numbers.ts'
import { UuidTable } from './uuid-table.ts'
import { Visits } from './visits.ts'

export class Memory {
  readonly rights = new RightNumbers()
  readonly sets = new RightSets(this.rights.ids.length)
  readonly organisations = new UuidTable()
  readonly people = new People(this.organisations)
  readonly products = new Products(this.organisations, this.rights)
  readonly granted = new Granted(this.rights, this.sets, this.products)
  readonly partnerships = new Partnerships(this.people, this.granted, this.rights, this.sets)
  readonly visits = new Visits()

  /** In columns and tables; visits and sessions are few and not counted. */
  get bytes(): number {
    return this.organisations.bytes + this.people.bytes + this.products.bytes + this.granted.bytes + this.partnerships.bytes
  }

  apply(change: Change): void {
    switch (change.kind) {
      case 'partner':
        this.partnerships.putPartner(change.key, change.record)
        break
      case 'partnership':
        this.partnerships.put(change.key, change.record)
        break
      case 'person':
        this.people.put(change.key, change.record)
        break
      case 'product':
        this.products.put(change.key, change.record)
        break
      case 'visit':
        this.visits.putVisit(change.key, change.record)
        break
      case 'session':
        this.visits.putSession(change.key, change.record)
        break
    }
  }

  /** Once a load is over. Yields now and then, since it takes long. */
  *settle(): Generator<void> {
    yield* this.partnerships.settle()
    this.granted.trim(this.partnerships.ids.size)
    this.products.trim()
    this.people.trim()
    this.organisations.trim()
  }
}
