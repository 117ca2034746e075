// Access reviews on both sides: what is taken down, what a decision takes along, what closing does, and the file that shows it.
import { describe, expect, test } from 'vitest'
import { givenProducts } from '../../../tests/given-products.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const story = await givenProducts(server, ['domain.view', 'domain.manage', 'mail.view', 'mail.manage', 'billing.view'])
const { beck, partners, own, acting, partnershipId, administrator, collaborator } = story
const { petra, marc, anna, people, alpweb } = partners
const firm = `/o/${alpweb}`

type Item = {
  position: number
  other: string
  right: string | null
  holder: { name: string } | null
  decision: string | null
  result: string | null
  lastUsedAt: string | null
}
const itemsOf = async (review: string, by = beck.ruth, at = own) => (await by.get(`${at}/reviews/${review}`)).body['items'] as Item[]
const start = async (body: object, by = beck.ruth, at = own) => by.send('POST', `${at}/reviews`, body)

describe('a customer’s review', () => {
  let review = ''
  const decide = (positions: readonly number[], decision: string | null, by = beck.ruth) =>
    by.send('PUT', `${own}/reviews/${review}/decisions`, { positions, decision })
  const positionOf = async (right: string) =>
    (await itemsOf(review)).find((item) => item.other === 'Alpweb AG' && item.right === right)?.position ?? 0

  test('takes down every right of every partner, by an administrator too, one review at a time', async () => {
    const { status, body } = await start({ side: 'customer', only: 'all' }, administrator)
    expect(status).toBe(200)
    review = String(body['id'])
    expect((await start({ side: 'customer', only: 'all' })).body['code']).toBe('review_open')
    const items = await itemsOf(review)
    expect(items.map(({ other, right }) => `${other}: ${right}`)).toEqual([
      ...['billing.view', 'domain.view', 'domain.manage', 'mail.view', 'mail.manage'].map((right) => `Alpweb AG: ${right}`),
      ...['domain.view', 'domain.manage'].map((right) => `Webwerk GmbH: ${right}`),
    ])
  })

  test('what a dropped right is needed for is dropped along, and nothing has changed yet', async () => {
    const { body } = await decide([await positionOf('mail.view')], 'drop')
    expect(body['decided']).toEqual([await positionOf('mail.view'), await positionOf('mail.manage')])
    expect(body['counts']).toEqual({ items: 7, keep: 0, drop: 2, open: 5 })
    expect((await petra.get(`${acting}/shell`)).body['rights']).toContain('mail.manage')
    expect((await decide([await positionOf('mail.manage')], 'keep')).body['counts']).toEqual({ items: 7, keep: 2, drop: 0, open: 5 })
    await decide([await positionOf('mail.view')], 'drop', administrator)
  })

  test('an administrator marks, a legal representative closes, a collaborator and the partner see nothing', async () => {
    const close = (by: typeof administrator | typeof petra) => by.send('POST', `${own}/reviews/${review}/close`, {})
    expect((await close(administrator)).body['code']).toBe('not_entitled')
    expect((await close(collaborator)).body['code']).toBe('not_entitled')
    expect((await close(petra)).status).toBe(404)
    expect((await petra.get(`${firm}/reviews/${review}`)).status).toBe(404)
  })

  test('closed, the dropped rights are gone at once with a receipt, and the rest stays', async () => {
    for (const right of ['billing.view', 'domain.view', 'domain.manage']) await decide([await positionOf(right)], 'keep')
    const { status, body } = await beck.ruth.send('POST', `${own}/reviews/${review}/close`, {})
    expect(status).toBe(200)
    expect(body['results']).toEqual({ kept: 3, dropped: 2, gone: 0, not_reviewed: 2 })
    expect(body['receipts']).toEqual([{ partnershipId, receipt: expect.any(String) }])
    expect((await petra.get(`${acting}/shell`)).body['rights']).toEqual(['billing.view', 'domain.view', 'domain.manage'])
    expect((await decide([1], 'keep')).body['code']).toBe('review_closed')
    const kinds = ((await beck.ruth.get(`${own}/activity?limit=50`)).body['entries'] as { kind: string }[]).map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['review.started', 'review.closed', 'partnership.narrowed', 'partnership.reviewed']))
  })

  test('the file has a row for each item, with who decided and what came of it', async () => {
    const { bytes, headers } = await beck.ruth.download(`${own}/reviews/${review}/file?form=machine`)
    expect(headers.get('content-disposition')).toMatch(/review_customer_\d{4}-\d\d-\d\d\.csv/)
    const [head = '', ...rows] = bytes.toString().trim().split('\r\n')
    expect(head.split(',')).toEqual(expect.arrayContaining(['other', 'right', 'since', 'last_used_at', 'decision', 'decided_by', 'result']))
    expect(rows).toHaveLength(7)
    expect(rows.find((row) => row.includes('mail.view'))).toMatch(/drop,Vreni Zürcher,.*,dropped$/)
    expect(rows.filter((row) => row.endsWith('not_reviewed'))).toHaveLength(2)
  })

  test('of what was used in the last 90 days nothing is asked when only the unused is wanted', async () => {
    expect((await start({ side: 'customer', only: 'unused' })).body['code']).toBe('nothing_to_review')
    await server.database.owner.query(`update granted_right set granted_at = now() - interval '200 days' where partnership_id = $1`, [
      partnershipId,
    ])
    await server.database.owner.query(
      // What a used right needs is used with it, here as on the partner's page.
      `update granted_right set last_used_at = now() where partnership_id = $1 and "right" = 'domain.manage'`,
      [partnershipId],
    )
    const { body } = await start({ side: 'customer', only: 'unused' })
    expect((await itemsOf(String(body['id']))).map(({ right }) => right)).toEqual(['billing.view'])
    expect((await beck.ruth.send('POST', `${own}/reviews/${String(body['id'])}/cancel`, {})).status).toBe(200)
  })
})

describe('a partner’s review', () => {
  test('whoever is dropped loses the customer at once, visit included; who has gone meanwhile is said to be gone', async () => {
    const row = (await petra.get(`${firm}/customers?search=Baeckerei`)).body['customers'] as { id: string }[]
    const assign = (list: readonly string[]) =>
      marc.send('POST', `${firm}/customers/${row[0]?.id}/assign`, { people: list.map((id) => ({ id, rights: null })) })
    expect((await assign([people.anna, people.luca])).status).toBe(200)
    expect((await anna.send('POST', `${acting}/visit`, {})).status).toBe(200)
    const { body } = await start({ side: 'partner', only: 'all' }, marc, firm)
    const id = String(body['id'])
    const items = await itemsOf(id, marc, firm)
    expect(items.map(({ holder }) => holder?.name)).toEqual(['Anna', 'Luca'])
    expect(items[0]?.lastUsedAt).not.toBeNull()
    await marc.send('PUT', `${firm}/reviews/${id}/decisions`, { positions: [1, 2], decision: 'drop' })
    expect((await assign([people.anna])).status).toBe(200)
    const closed = await marc.send('POST', `${firm}/reviews/${id}/close`, {})
    expect(closed.body['results']).toEqual({ kept: 0, dropped: 1, gone: 1, not_reviewed: 0 })
    expect((await anna.get(`${acting}/shell`)).status).toBe(404)
    expect((await anna.send('POST', `${firm}/reviews`, { side: 'partner', only: 'all' })).body['code']).toBe('not_entitled')
  })
})
