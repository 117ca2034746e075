// Real ids of others are as good as none, in path and body: by both lines of defence together, and by the server's own filters where
// row-level security is switched off.
import { describe, expect, test } from 'vitest'
import { app } from '../src/server/app.ts'
import { attemptsOn, givenForeignIds, outcomes } from './foreign-ids.ts'
import { givenServer } from './server.ts'

async function givenPlace({ rowLevelSecurity }: { readonly rowLevelSecurity: boolean }) {
  const server = await givenServer({ demo: true, set: { LOG_LEVEL: 'silent' } })
  const foreign = await givenForeignIds(server)
  if (!rowLevelSecurity) {
    const { rows } = await server.database.owner.query<{ name: string }>(
      "select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relrowsecurity",
    )
    for (const { name } of rows)
      await server.database.owner.query(`alter table ${name} disable row level security, no force row level security`)
  }
  return { server, foreign }
}

describe.each([
  ['with row-level security', true],
  ['without row-level security', false],
])('%s', async (_, rowLevelSecurity) => {
  const { server, foreign } = await givenPlace({ rowLevelSecurity })
  const { ids, callers } = foreign

  const { rows: before } = await server.database.owner.query<{ position: number }>('select max(position) as position from journal')

  test('the line of defence is the one that is meant', async () => {
    const { rows } = await server.database.app.query<{ seen: number }>('select count(*) as seen from partnership')
    expect(rows[0]?.seen ?? 0).toSatisfy((seen: number) => (rowLevelSecurity ? seen === 0 : seen > 5))
  })

  test('every attempt meets an endpoint', () => {
    const rows = app.map(({ method, path }) => [method, new RegExp(`^${path.replace(/\{\w+\}/g, '[^/?]+')}(\\?.*)?$`)] as const)
    const lost = attemptsOn(foreign).filter(
      (attempt) => !rows.some(([method, path]) => method === attempt.method && path.test(attempt.path)),
    )
    expect(lost).toEqual([])
  })

  test('every foreign id is answered as if it did not exist', async () => {
    const attempts = attemptsOn(foreign)
    expect(attempts.length).toBeGreaterThan(150)
    const wrong = (await outcomes(foreign, attempts)).filter(({ status, code }) => status !== 404 || code !== 'not_found')
    expect(wrong).toEqual([])
  })

  test('lists, searches and files hold nothing that is somebody else’s', async () => {
    const lists = [
      await callers.juerg.get(`/o/${ids.webwerk}/customers`),
      await callers.juerg.get(`/o/${ids.webwerk}/customers?search=Holzbau`),
      await callers.juerg.get(`/o/${ids.webwerk}/customers?people=${ids.petra}`),
      await callers.juerg.get(`/o/${ids.webwerk}/customers/people`),
      await callers.juerg.get(`/o/${ids.webwerk}/switcher?search=Holz`),
      await callers.juerg.get(`/o/${ids.webwerk}/requests/prepared`),
      await callers.juerg.get(`/o/${ids.webwerk}/overview`),
      await callers.juerg.get(`/o/${ids.webwerk}/activity?limit=200`),
      await callers.juerg.get(`/o/${ids.webwerk}/activity?partnership=${ids.theirs}`),
      await callers.juerg.get(`/o/${ids.webwerk}/activity?visit=${ids.visit}`),
      await callers.juerg.get(`/o/${ids.webwerk}/activity?person=${ids.petra}`),
      await callers.juerg.get(`/o/${ids.webwerk}/members`),
      await callers.juerg.get(`/o/${ids.webwerk}/billing/invoices`),
      await callers.juerg.get(`/c/${ids.own}/products`),
      await callers.juerg.get(`/c/${ids.own}/activity`),
      await callers.ursula.get(`/o/${ids.bakery}/products`),
      await callers.ursula.get(`/o/${ids.bakery}/billing`),
      await callers.ursula.get(`/o/${ids.bakery}/billing/invoices`),
      await callers.ursula.get(`/o/${ids.bakery}/partnerships`),
      await callers.ursula.get(`/o/${ids.bakery}/activity?limit=200`),
    ]
    expect(lists.map(({ status }) => status)).toEqual(lists.map(() => 200))
    expect(JSON.stringify(lists.map(({ body }) => body))).not.toMatch(/Holzbau|zuern|Hôtel|Rossi|Müller|Höß|toebi/i)
    const file = await callers.juerg.download(`/o/${ids.webwerk}/customers/export?form=machine`)
    expect(file.bytes.toString().trim().split('\r\n')).toHaveLength(2)
    const alpweb = JSON.stringify(lists.filter((_list, index) => index < 15).map(({ body }) => body))
    expect(alpweb).not.toMatch(/Alpweb|Petra|Keller/)
  })

  test('no release, offer or answer reaches beyond one’s own', async () => {
    const released = await callers.juerg.send('POST', `/o/${ids.webwerk}/requests/release`, { ids: [ids.prepared] })
    expect(released.body['results']).toEqual([{ id: ids.prepared, result: 'not_found' }])
    const at = `/o/${ids.bakery}/partnerships/${ids.own}`
    const { version, terms } = (await callers.ursula.get(at)).body['grant'] as { version: number; terms: object }
    const foreignProduct = [{ right: 'domain.view', scopes: [{ kind: 'product', productId: ids.domain }] }]
    const refused = [
      await callers.ursula.send('POST', `${at}/narrow`, { version, keep: foreignProduct, end: null }),
      await callers.ursula.send('PUT', `${at}/grant`, { version, rights: foreignProduct, terms, renew: false }),
      await callers.ursula.send('PUT', `${at}/grant`, {
        version,
        rights: [],
        terms: { ...terms, payer: 'customer', paymentMethodId: ids.method },
        renew: false,
      }),
      await callers.ursula.send('PUT', `${at}/payment`, { version, paymentMethodId: ids.method, spendingLimit: null }),
      await callers.ursula.send('PUT', `${at}/people`, { namedPeopleOnly: true, people: [ids.petra] }),
      await callers.ursula.send('POST', `/o/${ids.bakery}/partnerships`, { partnerId: ids.bakery, rights: [], terms }),
    ]
    expect(refused.map(({ body }) => body['code'])).toEqual([
      ...['scope_not_fitting', 'scope_not_fitting', 'not_found', 'not_found', 'not_found', 'own_organisation'],
    ])
  })

  test('nothing was changed by all that', async () => {
    const { rows } = await server.database.owner.query(
      'select kind from journal where position > $1 and (partnership_id = any($2) or product_id = any($3))',
      [before[0]?.position, [ids.theirs, ids.rivals], [ids.domain, ids.mail, ids.hosting]],
    )
    expect(rows).toEqual([])
  })
})
