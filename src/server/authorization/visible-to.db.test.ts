// Two answers to one question: which products may this person see? The condition in SQL and `decide` must name the same ones.
import fc from 'fast-check'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { givenDatabase } from '../../../tests/database.ts'
import { decide } from '../../domain/authorization/decide.ts'
import { givenActing, givenFacts, theVisit } from '../../domain/authorization/given-facts.ts'
import { anna, daysAfter, givenGrant, givenPartnership, inForce, noon, thePartnership, zuercher } from '../../domain/given.ts'
import { asId, type ProductId } from '../../domain/ids.ts'
import type { Role } from '../../domain/organisation.ts'
import { type Family, families, type RightId } from '../../domain/rights/catalogue.ts'
import type { ProductFacts, Scope } from '../../domain/rights/scope.ts'
import type { Instant } from '../../domain/time.ts'
import { openDatabase } from '../platform/pool.ts'
import type { DB } from '../platform/tables.ts'
import type { TenantWork } from '../work.ts'
import { visibleProducts } from './visible-to.ts'

const database = await givenDatabase()
const owner = v7()
const products = await givenProducts()
const tx = openDatabase<DB>(database.owner)

/** Two of each family: one from before the grants of the tests, one from after them. */
async function givenProducts(): Promise<readonly ProductFacts[]> {
  const rows = families.flatMap((family) => [daysAfter(-100), daysAfter(-1)].map((createdAt) => ({ id: v7(), family, createdAt })))
  const client = await database.owner.connect()
  await client.query('begin; set local session_replication_role = replica')
  await client.query("insert into organisation (id, name, country, created_at) values ($1, 'Zürcher', 'CH', now())", [owner])
  for (const { id, family, createdAt } of rows) {
    await client.query(
      "insert into product (organisation_id, id, family, name, payer_id, created_at) values ($1, $2, $3, 'a product', $1, $4)",
      [owner, id, family, new Date(createdAt)],
    )
  }
  await client.query('commit')
  client.release()
  return rows.map(({ id, family, createdAt }) => ({ productId: asId<ProductId>(id), ownerId: zuercher, family, createdAt }))
}

const anyScope: fc.Arbitrary<Scope> = fc.oneof(
  fc.boolean().map((future): Scope => ({ kind: 'all', future })),
  fc.constantFrom(...products).map(({ productId }): Scope => ({ kind: 'product', productId })),
)
const anyRow = fc
  .record({ family: fc.constantFrom<Family>(...families), scope: anyScope, wide: fc.boolean(), future: fc.boolean(), over: fc.boolean() })
  .map(({ family, scope, wide, future, over }) => {
    const chosen: Scope = wide ? { kind: 'family', family, future } : scope
    return inForce(
      { right: `${family}.view` as RightId, scope: chosen },
      { grantedAt: daysAfter(-10), notAfter: over ? noon : daysAfter(90) },
    )
  })
const anyWorld = fc.record({
  rows: fc.array(anyRow, { maxLength: 6 }),
  role: fc.constantFrom<Role>('legal_representative', 'collaborator'),
  assigned: fc.option(fc.array(fc.constantFrom<RightId>('domain.view', 'mail.view', 'hosting.view'))),
  stopped: fc.boolean(),
})

test('the condition in SQL shows exactly the products that decide allows to be seen', async () => {
  await fc.assert(
    fc.asyncProperty(anyWorld, async ({ rows, role, assigned, stopped }) => {
      const partnership = givenPartnership({ grant: givenGrant(rows), suspendedByCustomerAt: stopped ? noon : null })
      const base = givenActing()
      const membership = base.membership && { ...base.membership, role }
      const assignments = [{ partnershipId: thePartnership, personId: anna, rights: assigned }]
      const facts = givenFacts({ acting: { ...base, partnership, membership, assignments }, product: null })
      const context = { kind: 'acting', organisationId: zuercher, partnershipId: thePartnership, visitId: theVisit, facts }
      const work = { context, person: { id: anna }, now: noon as Instant } as unknown as TenantWork
      const seen = await tx.selectFrom('product').select('id').where('organisation_id', '=', owner).where(visibleProducts(work)).execute()
      const allowed = products.filter((product) => {
        const question = {
          personId: anna,
          organisationId: zuercher,
          action: `${product.family}.view` as RightId,
          productId: product.productId,
        }
        return decide({ ...question, visit: { partnershipId: thePartnership, visitId: theVisit } }, { ...facts, product }, noon).allowed
      })
      expect(seen.map(({ id }) => id).toSorted()).toEqual(allowed.map(({ productId }) => productId).toSorted())
    }),
    { numRuns: 300 },
  )
})
