import { beforeAll, describe, expect, test } from 'vitest'
import { givenProjection } from '../../../tests/given-projection.ts'

const { database, rows, partner, petra, anna, customer, rowOf, rowOfPartnership } = await givenProjection()
const boss = await rows.person('Beat Zürcher', customer, 'legal_representative')

describe('an answered request', () => {
  const rights = ['domain.view', 'domain.manage', 'mail.view', 'mail.manage', 'organisation.view']
  let asked: { id: string; proposalId: string }
  let partnership = ''
  const key = () => ({ partner, customer, partnership, by: boss })

  beforeAll(async () => {
    asked = await rows.invitation(partner, petra, {
      preset: 'limited',
      reference: 'BZ-1',
      rights: rights.map((right) => ({ right, required: right === 'mail.manage' })),
    })
    partnership = await rows.answer(
      asked,
      { partner, customer, by: boss },
      {
        rights: ['domain.view', 'domain.manage', 'mail.view'],
        terms: { payer: 'customer', spendingLimit: { amount: 50_000, currency: 'CHF', period: 'month' } },
      },
    )
  })

  test('keeps its id, takes the customer’s name and says what was granted', async () => {
    expect(await rowOf(asked.id)).toMatchObject({
      partnership_id: partnership,
      name: 'Bäckerei Zürcher GmbH',
      status: 'active',
      access: 'limited',
      rights_removed: 2,
      payer: 'customer',
      required_missing: ['mail.manage'],
      limit_amount: 50_000,
      limit_period: 'month',
      own_reference: 'BZ-1',
      to_check: true,
      open_request: null,
      country: 'CH',
    })
    await rowOfPartnership(partnership)
  })

  test('is to check until the profile is opened, by its partner alone', async () => {
    const check = async (organisation: string) => {
      const client = await database.app.connect()
      await client.query('begin')
      await client.query(`select set_config('app.organisation', $1, true)`, [organisation])
      const { rows: answer } = await client.query<{ checked: boolean }>('select check_managed_customer($1) as checked', [asked.id])
      await client.query('commit')
      client.release()
      return answer[0]?.checked
    }
    expect(await check(customer)).toBe(false)
    expect(await rowOf(asked.id)).toMatchObject({ to_check: true })
    expect(await check(partner)).toBe(true)
    expect(await rowOf(asked.id)).toMatchObject({ to_check: false })
  })

  test('counts the products in scope as they come and go', async () => {
    const shop = await rows.product(customer, 'domain', 'zuercher.example')
    await rows.product(customer, 'hosting', 'Laden')
    expect(await rowOf(asked.id)).toMatchObject({ products: 1 })
    await rows.run('delete from product where id = $1', shop)
    expect(await rowOf(asked.id)).toMatchObject({ products: 0 })
  })

  test('names who is assigned and who was there last', async () => {
    await rows.assign(key(), anna, petra)
    const at = new Date()
    await rows.visit(key(), anna, at)
    expect(await rowOf(asked.id)).toMatchObject({ person_ids: [anna], last_visit_at: at, last_visit_by: anna })
    await rows.run('delete from assignment where partnership_id = $1', partnership)
    expect(await rowOf(asked.id)).toMatchObject({ person_ids: [] })
  })

  test('follows what is granted later, and the payment method in use', async () => {
    const card = '0199aaaa-0000-7000-8000-000000000001'
    await rows.run(
      `insert into payment_method (organisation_id, id, kind, brand, last_four, provider_token, provider_reference, created_at) values ($1, $2, 'card', 'Visa', '4242', 'x', 'x', now())`,
      customer,
      card,
    )
    await rows.grant(key(), 2, { rights, terms: { payer: 'customer', paymentMethodId: card } })
    expect(await rowOf(asked.id)).toMatchObject({
      access: 'limited',
      rights_removed: 0,
      required_missing: [],
      payment_method: 'Visa 4242',
      limit_amount: null,
    })
    await rows.run(`update payment_method set last_four = '1111' where id = $1`, card)
    expect(await rowOf(asked.id)).toMatchObject({ payment_method: 'Visa 1111' })
    await rows.grant(key(), 3, { rights: ['domain.view', 'billing.view'] })
    expect(await rowOf(asked.id)).toMatchObject({ access: 'custom', rights_removed: 0, payment_method: null })
  })

  test('shows an open request for more, from either side', async () => {
    const more = await rows.proposal(key(), petra, { side: 'partner', number: 2, base: 3, rights: [{ right: 'mail.content' }] })
    expect(await rowOf(asked.id)).toMatchObject({ status: 'active', open_request: 'from_partner' })
    await rows.run(`update proposal set state = 'countered', answered_at = now() where id = $1`, more)
    await rows.proposal(key(), boss, { side: 'customer', number: 3, base: 3, rights: [{ right: 'mail.view' }] })
    expect(await rowOf(asked.id)).toMatchObject({ status: 'active', open_request: 'from_customer', to_check: true })
  })

  test('finds the new name and the former one', async () => {
    await rows.run(
      `update organisation set former_name = name, name = 'Confiserie Größe & Söhne', renamed_at = now() where id = $1`,
      customer,
    )
    expect(await rowOf(asked.id)).toMatchObject({ name: 'Confiserie Größe & Söhne', former_name: 'Bäckerei Zürcher GmbH' })
    const { rows: words } = await database.owner.query<{ word: string }>(
      'select word from managed_customer_word where managed_customer_id = $1 order by word',
      [asked.id],
    )
    expect(words.map(({ word }) => word)).toEqual(expect.arrayContaining(['confiserie', 'grosse', 'sohne', 'backerei', 'zurcher', 'bz']))
  })

  test('is suspended by either gate, resumed, and ended', async () => {
    await rows.run('update partnership set suspended_by_operator_at = now() where id = $1', partnership)
    expect(await rowOf(asked.id)).toMatchObject({ status: 'suspended' })
    await rows.run('update partnership set suspended_by_operator_at = null where id = $1', partnership)
    expect(await rowOf(asked.id)).toMatchObject({ status: 'active' })
    await rows.run(`update partnership set state = 'ended', ended_at = now(), ended_by = 'customer' where id = $1`, partnership)
    expect(await rowOf(asked.id)).toMatchObject({ status: 'ended', products: null, access: 'custom' })
  })

  test('a later invitation that reaches the same partnership is no second row', async () => {
    const other = await rows.invitation(partner, petra)
    expect(await rowOf(other.id)).toMatchObject({ status: 'requested' })
    await rows.run(`update invitation set state = 'claimed', claimed_at = now(), partnership_id = $2 where id = $1`, other.id, partnership)
    expect(await rowOf(other.id)).toBeUndefined()
    expect(await rowOfPartnership(partnership)).toMatchObject({ id: asked.id })
  })

  test('drawn anew, the whole list is what it was', async () => {
    const everything = async () => (await database.owner.query('select * from managed_customer order by id')).rows as unknown[]
    const words = async () => (await database.owner.query('select * from managed_customer_word order by 1, 2, 3')).rows as unknown[]
    const before = [await everything(), await words()]
    await database.system.query('select rebuild_managed_customers()')
    expect([await everything(), await words()]).toEqual(before)
  })
})
