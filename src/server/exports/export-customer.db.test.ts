import { strFromU8, unzipSync } from 'fflate'
import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { type Caller, givenCaller } from '../../../tests/given-caller.ts'
import { listRows } from '../../../tests/given-list-rows.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const rows = listRows(server.database.owner)
let partner = ''
let customer = ''
let partnership = ''
let row = ''
let petra: Caller
let anna: Caller
let other: Caller
let beat: Caller
let boss = ''
const rights = ['organisation.view', 'domain.view', 'domain.manage', 'billing.view']

beforeAll(async () => {
  partner = await rows.organisation('Alpweb AG', { partner: true })
  const petraId = await rows.person('Petra Frei', partner, 'legal_representative')
  petra = await givenCaller(server, petraId)
  anna = await givenCaller(server, await rows.person('Anna Keller', partner, 'collaborator'))
  const rival = await rows.organisation('Webwerk GmbH', { partner: true })
  other = await givenCaller(server, await rows.person('Rolf Wyss', rival, 'legal_representative'))
  customer = await rows.organisation('Bäckerei Zürcher GmbH')
  await rows.run(`update organisation set number = 'C-104233' where id = $1`, customer)
  boss = await rows.person('Beat Zürcher', customer, 'legal_representative')
  beat = await givenCaller(server, boss)
  const asked = await rows.invitation(partner, petraId, {
    reference: '2041',
    rights: [...rights, 'mail.content'].map((right) => ({ right, required: right === 'mail.content' })),
  })
  partnership = await rows.answer(asked, { partner, customer, by: boss }, { rights })
  row = asked.id
  await rows.product(customer, 'domain', 'zuercher.example')
  await rows.product(customer, 'mail', 'Postfächer')
  await invoice(customer, '2026-0001')
  await invoice(partner, '2026-0002')
  await rows.run(
    `select seal($1::json)`,
    JSON.stringify([
      {
        kind: 'mailbox.created',
        body: { itemId: v7(), by: { partnerId: partner } },
        detail: { address: 'neu@zuercher.example' },
        readers: [partner, customer],
        person: petraId,
        partnership,
      },
      { kind: 'partnership.suspended', body: { by: 'customer' }, readers: [partner, customer], person: boss, partnership },
    ]),
  )
})

async function invoice(payer: string, number: string): Promise<void> {
  const id = v7()
  await rows.write([
    [
      `insert into invoice (organisation_id, id, number, kind, payer_id, status, issued_on, due_on, currency, created_at)
       values ($1, $2, $3, 'invoice', $4, 'open', '2026-01-31', '2026-03-02', 'CHF', now())`,
      [customer, id, number, payer],
    ],
    [
      `insert into invoice_line (organisation_id, invoice_id, number, description, net, vat_rate, vat, gross) values ($1, $2, 1, 'Domain', 1200, 8.10, 97, 1297)`,
      [customer, id],
    ],
  ])
}

const path = (query: string) => `/o/${partner}/customers/${row}/export?form=machine&${query}`
const lines = async (query: string) => {
  const { status, bytes, headers } = await petra.download(path(query))
  expect(status).toBe(200)
  return { lines: bytes.toString().split('\r\n').slice(0, -1), name: headers.get('content-disposition') ?? '' }
}
const first = 'customer_number,customer_name,your_reference,'

test('products: those in scope, with owner, payer and manager, and prices where invoices may be seen', async () => {
  const file = await lines('file=products')
  expect(file.name).toMatch(/filename="C-104233_products_\d{4}-\d\d-\d\d\.csv"/)
  expect(file.lines[0]).toBe(
    `${first}product_id,family,product_name,status,owner,payer,managed_by,rights,created_on,renews_on,ends_on,renewal,price,price_currency,price_period`,
  )
  expect(file.lines.length).toBe(2)
  expect(file.lines[1]).toMatch(
    /^C-104233,Bäckerei Zürcher GmbH,2041,[0-9a-f-]{36},domain,zuercher\.example,active,Bäckerei Zürcher GmbH,customer,Alpweb AG,"domain\.view, domain\.manage",\d{4}-\d\d-\d\d,2027-01-31,,automatic,12\.00,CHF,year$/,
  )
})

test('rights: requested, granted and effective side by side, and why not', async () => {
  const file = await lines('file=rights')
  expect(file.lines[0]).toBe(
    `${first}right,description,sensitive,scope,scope_name,future_products,requested,required,granted,effective,not_effective_because,starts_on,ends_on,grant_version,granted_at,granted_by,last_used_at,last_used_by`,
  )
  expect(file.lines.length).toBe(6)
  const of = (right: string) => file.lines.find((line) => line.includes(`,${right},`)) ?? ''
  expect(of('domain.manage')).toMatch(
    /,no,all,,yes,yes,no,yes,yes,,\d{4}-\d\d-\d\d,,1,\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0\d:00,Beat Zürcher,,$/,
  )
  expect(of('mail.content')).toMatch(/,private,customer_chooses,,,yes,yes,no,no,not_granted,,,,,,,$/)
})

test('billing: invoice lines with exact amounts', async () => {
  const file = await lines('file=billing')
  expect(file.lines[0]).toBe(
    `${first}document,document_type,issued_on,due_on,paid_on,status,product_id,product_name,period_from,period_to,net,vat_rate,vat,gross,currency,payer,payment_method,ordered_by`,
  )
  expect(file.lines.slice(1)).toEqual([
    'C-104233,Bäckerei Zürcher GmbH,2041,2026-0001,invoice,2026-01-31,2026-03-02,,overdue,,,,,12.00,8.10,0.97,12.97,CHF,customer,,',
    'C-104233,Bäckerei Zürcher GmbH,2041,2026-0002,invoice,2026-01-31,2026-03-02,,overdue,,,,,12.00,8.10,0.97,12.97,CHF,partner,,',
  ])
})

test('activity: what the partner’s people did, in plain words, and nothing of the customer’s own', async () => {
  const file = await lines('file=activity')
  expect(file.lines[0]).toBe(`${first}position,at,person,action,description,product_id,product_name,result,visit_id`)
  expect(file.lines.some((line) => line.includes(',Petra Frei,mailbox.created,Petra Frei hat das Postfach neu@zuercher.example'))).toBe(
    true,
  )
  expect(file.lines.some((line) => line.includes('partnership.suspended'))).toBe(false)
})

test('all four come as one archive', async () => {
  const { status, bytes, headers } = await petra.download(path('file=all'))
  expect([status, headers.get('content-type')]).toEqual([200, 'application/zip'])
  const files = unzipSync(bytes)
  const names = Object.keys(files).map((name) => name.replace(/\d{4}-\d\d-\d\d/, 'DATE'))
  expect(names).toEqual(['products', 'rights', 'billing', 'activity'].map((name) => `C-104233_${name}_DATE.csv`))
  expect(strFromU8(Object.values(files)[0] ?? new Uint8Array())).toContain('zuercher.example')
})

test('the customer reads in its activity that an export was made', async () => {
  await lines('file=rights')
  const { body } = await beat.get(`/o/${customer}/activity`)
  const entries = body['entries'] as { kind: string; data: { rows: number } }[]
  expect(entries[0]).toMatchObject({ kind: 'export.made', data: { rows: 5 } })
})

test('nobody else gets a file: a collaborator, another partner, the customer', async () => {
  expect((await anna.get(path('file=products'))).status).toBe(403)
  expect((await other.get(path('file=products'))).status).toBe(404)
  expect((await other.get(path('').replace(partner, v7()))).status).toBe(404)
  expect((await beat.get(path('file=products'))).status).toBe(404)
})

test('a request that nobody answered has no files', async () => {
  const { rows: found } = await server.database.owner.query<{ id: string }>(
    `select person_id as id from member where organisation_id = $1 and role = 'legal_representative'`,
    [partner],
  )
  const asked = await rows.invitation(partner, found[0]?.id ?? '')
  const refused = await petra.get(`/o/${partner}/customers/${asked.id}/export`)
  expect([refused.status, refused.body['code']]).toEqual([409, 'not_active'])
})

test('while suspended nothing of the customer is taken along but what the partner pays itself', async () => {
  await rows.run('update partnership set suspended_by_customer_at = now() where id = $1', partnership)
  expect((await lines('file=products')).lines.length).toBe(1)
  expect((await lines('file=billing')).lines.slice(1).map((line) => line.split(',')[3])).toEqual(['2026-0002'])
  expect((await lines('file=rights')).lines.filter((line) => line.includes('suspended')).length).toBe(4)
  await rows.run('update partnership set suspended_by_customer_at = null where id = $1', partnership)
})
