import { expect, test } from 'vitest'
import { givenProjection } from '../../../tests/given-projection.ts'

const { database, rows, partner, petra, anna, customer, rowOf, rowOfPartnership } = await givenProjection()

test('a request shows the partner’s own words, and not a word of the customer', async () => {
  const { rows: found } = await database.owner.query<{ number: string }>('select number from organisation where id = $1', [customer])
  const asked = await rows.invitation(partner, petra, { number: found[0]?.number ?? '', email: null, reference: '2041', preset: 'limited' })
  const row = await rowOf(asked.id)
  expect(row).toMatchObject({
    status: 'requested',
    name: found[0]?.number,
    customer_id: null,
    country: null,
    own_reference: '2041',
    access: 'limited',
    open_request: 'from_partner',
    to_check: false,
  })
})

test('a prepared request waits for release, and a withdrawn one is withdrawn', async () => {
  const asked = await rows.invitation(partner, petra, { state: 'prepared', listName: 'Käserei Öttli' })
  expect(await rowOf(asked.id)).toMatchObject({ status: 'prepared', release_needed: true, name: 'Käserei Öttli', requested_at: null })
  await rows.run(`update invitation set state = 'withdrawn' where id = $1`, asked.id)
  expect(await rowOf(asked.id)).toMatchObject({ status: 'withdrawn', release_needed: false, open_request: null })
})

test('a partnership that the customer started waits for the partner, under its own id', async () => {
  const other = await rows.organisation('Hôtel du Lac Léman SA')
  const guest = await rows.person('Chloé Favre', other, 'legal_representative')
  const id = '0199bbbb-0000-7000-8000-000000000001'
  await rows.run(
    `insert into partnership (customer_id, id, partner_id, state, started_by, created_at) values ($1, $2, $3, 'proposed', 'customer', now())`,
    other,
    id,
    partner,
  )
  await rows.proposal({ partner, partnership: id, customer: other }, guest, {
    side: 'customer',
    number: 1,
    rights: [{ right: 'domain.view' }],
  })
  expect(await rowOf(id)).toMatchObject({
    status: 'awaiting_partner',
    open_request: 'from_customer',
    name: 'Hôtel du Lac Léman SA',
    answered_at: null,
  })
})

test('of two transactions that change one customer at once, the list keeps both', async () => {
  const other = await rows.organisation('Garage Élan Sàrl')
  const by = await rows.person('Luc Élan', other, 'legal_representative')
  const partnership = await rows.answer(null, { partner, customer: other, by }, { rights: ['domain.view'] })
  const one = await database.owner.connect()
  const two = await database.owner.connect()
  const seal = `select seal('[{"kind":"organisation.settings_changed","body":{},"readers":[]}]')`
  await one.query('begin')
  await one.query(
    'insert into assignment (customer_id, partnership_id, partner_id, person_id, assigned_by, assigned_at) values ($1, $2, $3, $4, $5, now())',
    [other, partnership, partner, anna, petra],
  )
  await two.query('begin')
  const waiting = two.query(
    `insert into visit (customer_id, id, partnership_id, partner_id, person_id, session_id, started_at, seen_at, idle_minutes, expires_at)
     values ($1, gen_random_uuid(), $2, $3, $4, gen_random_uuid(), now(), now(), 30, now())`,
    [other, partnership, partner, petra],
  )
  await one.query(seal)
  await one.query('commit')
  await waiting
  await two.query(seal)
  await two.query('commit')
  one.release()
  two.release()
  expect(await rowOfPartnership(partnership)).toMatchObject({ person_ids: [anna], last_visit_by: petra })
})
