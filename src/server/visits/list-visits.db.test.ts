// The customer reads who is and was inside, what they looked at and tried, and who ended it; nobody else does.
import { describe, expect, test } from 'vitest'
import { givenCaller } from '../../../tests/given-caller.ts'
import { givenProducts } from '../../../tests/given-products.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const story = await givenProducts(server)
const { partners, beck, neighbour, acting, narrow, own, partnershipId, administrator, collaborator, products } = story
const { petra, paul, people } = partners

type Visit = { id: string; person: { name: string }; partner: { id: string; name: string }; [more: string]: unknown }
type List = { now: Visit[]; past: Visit[]; next: string | null; mayEnd: boolean; partners: { name: string }[]; people: { name: string }[] }
const list = async (query = ''): Promise<List> => (await beck.ruth.get(`${own}/visits${query}`)).body as unknown as List
const who = (visits: Visit[]) => visits.map(({ person, partner }) => `${person.name} (${partner.name})`)

type Entry = { kind: string; at: string; position: number; data: { what?: string; missing?: string; right?: string } }
const entriesOf = async (visit: string, query = 'after=0'): Promise<{ entries: Entry[]; next: number | null }> =>
  (await beck.ruth.get(`${own}/activity?visit=${visit}&${query}`)).body as unknown as { entries: Entry[]; next: number | null }

describe('visits under way', () => {
  test('come first, with who it is and for which partner', async () => {
    const { now, past, mayEnd } = await list()
    expect(who(now).toSorted()).toEqual(['Paul (Webwerk GmbH)', 'Petra (Alpweb AG)'])
    expect([past, mayEnd]).toEqual([[], true])
  })

  test('are read by whoever leads the customer, and by nobody of its partners or neighbours', async () => {
    expect((await administrator.get(`${own}/visits`)).status).toBe(200)
    expect((await collaborator.get(`${own}/visits`)).body['code']).toBe('not_entitled')
    for (const caller of [petra, paul, neighbour.ruth]) expect((await caller.get(`${own}/visits`)).status).toBe(404)
    const partnersOwn = (await petra.get(`/o/${partners.alpweb}/visits`)).body as unknown as List
    expect([partnersOwn.now, partnersOwn.past]).toEqual([[], []])
    const neighbours = (await neighbour.ruth.get(`/o/${neighbour.id}/visits?partner=${partners.alpweb}`)).body as unknown as List
    expect([neighbours.now, neighbours.past, neighbours.people]).toEqual([[], [], []])
  })

  test('tell what happened in order, what was looked at and what was refused included', async () => {
    await petra.get(`${acting}/billing/invoices`)
    await paul.get(`${narrow}/products/${products.second}/records`)
    await paul.send('POST', `${narrow}/products/${products.second}/records`, { name: 'neu', type: 'A', value: '192.0.2.7' })
    expect((await paul.get(`${narrow}/billing/invoices`)).body['code']).toBe('right_missing')
    expect((await paul.get(`${narrow}/products/${products.domain}/records`)).status).toBe(404)
    const pauls = (await list()).now.find(({ person }) => person.name === 'Paul')
    expect(pauls).toMatchObject({ reads: 1, changes: 1, refused: 1 })
    const { entries } = await entriesOf(pauls?.id ?? '')
    expect(entries.map(({ kind }) => kind)).toEqual(['visit.started', 'visit.read', 'domain.record_added', 'visit.refused'])
    expect(entries.at(-1)?.data).toMatchObject({ right: 'billing.view', missing: 'right_granted' })
    const petras = (await list()).now.find(({ person }) => person.name === 'Petra')
    expect((await entriesOf(petras?.id ?? '')).entries.map(({ data }) => data.what)).toContain('invoices')
  })

  test('are read page by page, each entry once', async () => {
    const pauls = (await list()).now.find(({ person }) => person.name === 'Paul')?.id ?? ''
    const first = await entriesOf(pauls, 'after=0&limit=3')
    const second = await entriesOf(pauls, `after=${first.next}&limit=3`)
    expect([...first.entries, ...second.entries].map(({ position }) => position)).toEqual(
      (await entriesOf(pauls)).entries.map(({ position }) => position),
    )
    expect([first.entries.length, second.next]).toEqual([3, null])
  })
})

describe('past visits', () => {
  test('say who ended them, of the customer by name', async () => {
    const [petras] = (await list(`?person=${people.petra}`)).now
    expect((await administrator.send('DELETE', `${own}/partnerships/${partnershipId}/visits/${petras?.id}`)).status).toBe(200)
    expect((await petra.get(`${acting}/products`)).body).toMatchObject({ code: 'visit_over', visitEnded: 'ended_by_customer' })
    await petra.send('POST', `${acting}/visit`, {})
    await petra.send('DELETE', `${acting}/visit`)
    const { now, past } = await list(`?partner=${partners.alpweb}`)
    expect(now).toEqual([])
    expect(past.map(({ endedBy, endedByPerson }) => [endedBy, endedByPerson])).toEqual([
      ['person', null],
      ['customer', 'Vreni Zürcher'],
    ])
  })

  test('that ran out are past from that moment on, also before the clock has written it down', async () => {
    await petra.send('POST', `${acting}/visit`, {})
    const [inside] = (await list(`?person=${people.petra}`)).now
    await server.database.owner.query(`update visit set seen_at = now() - interval '31 minutes' where id = $1`, [inside?.id])
    const { now, past } = await list(`?person=${people.petra}`)
    expect(now).toEqual([])
    expect(past[0]).toMatchObject({ id: inside?.id, endedBy: 'time' })
    expect((await petra.get(`${acting}/products`)).body).toMatchObject({ code: 'visit_over', visitEnded: 'idle' })
  })

  test('go page by page, newest first, none twice and none left out', async () => {
    for (let round = 0; round < 5; round++) {
      await petra.send('POST', `${acting}/visit`, {})
      await petra.send('DELETE', `${acting}/visit`)
    }
    const whole = (await list('?limit=100')).past.map(({ id }) => id)
    const pages: string[] = []
    for (let next: string | null | undefined; next !== null; ) {
      const page: List = await list(`?limit=3${next ? `&before=${next}` : ''}`)
      if (next) expect([page.now, page.partners]).toEqual([[], []])
      pages.push(...page.past.map(({ id }) => id))
      next = page.next
    }
    expect(pages).toEqual(whole)
    expect(pages).toHaveLength(8)
  })

  test('can be looked for by partner and by person', async () => {
    const { partners: firms, people: persons } = await list()
    expect(firms.map(({ name }) => name)).toEqual(['Alpweb AG', 'Webwerk GmbH'])
    expect(persons.map(({ name }) => name)).toEqual(['Paul', 'Petra'])
    expect(new Set(who((await list(`?person=${people.petra}&limit=100`)).past))).toEqual(new Set(['Petra (Alpweb AG)']))
    expect(who((await list(`?partner=${partners.webwerk}`)).now)).toEqual(['Paul (Webwerk GmbH)'])
    expect((await list(`?partner=${partners.webwerk}&person=${people.petra}`)).past).toEqual([])
  })
})

describe('an open page', () => {
  test('is no sign of life: a visit in which nobody does anything ends', async () => {
    await petra.send('POST', `${acting}/visit`, {})
    const closing = new AbortController()
    const live = await fetch(`${server.url}/api${acting}/live`, {
      headers: { cookie: `__Host-session=${petra.token}` },
      signal: closing.signal,
    })
    const [inside] = (await list(`?person=${people.petra}`)).now
    const quiet = new Date(Date.now() - 29 * 60_000)
    await server.database.owner.query('update visit set seen_at = $2 where id = $1', [inside?.id, quiet])
    const reader = live.body?.getReader()
    // A hint makes the stream look again whether its reader still may.
    await story.partners.marc.send('POST', `${acting}/visit`, {})
    for (let heard = ''; !heard.includes('event: changed'); ) heard += Buffer.from((await reader?.read())?.value ?? []).toString()
    const { rows } = await server.database.owner.query<{ seen_at: Date }>('select seen_at from visit where id = $1', [inside?.id])
    closing.abort()
    expect(rows[0]?.seen_at).toEqual(quiet)
  })
})

test('the first page names whoever is inside once, with however many devices', async () => {
  const onTheTrain = await givenCaller(server, people.petra)
  expect((await onTheTrain.send('POST', `${acting}/visit`, {})).status).toBe(200)
  const petras = (await list()).now.filter(({ person }) => person.name === 'Petra')
  const { visitsNow } = (await beck.ruth.get(`${own}/overview`)).body as { visitsNow: { person: string }[] }
  expect([petras.length > 1, visitsNow.filter(({ person }) => person === 'Petra').length]).toEqual([true, 1])
})

test('two people of one name are two on the first page', async () => {
  const name = (person: string, called: string) =>
    server.database.owner.query('update person set name = $2 where id = $1', [person, called])
  await story.partners.marc.send('POST', `${acting}/visit`, {})
  await name(people.marc, 'Petra')
  const { visitsNow } = (await beck.ruth.get(`${own}/overview`)).body as { visitsNow: { person: string }[] }
  await name(people.marc, 'Marc')
  expect(visitsNow.filter(({ person }) => person === 'Petra')).toHaveLength(2)
})
