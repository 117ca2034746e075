// What somebody still holds after access was taken from them: an open visit, a kept answer, another tab, an open page. None of it opens anything.
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type Caller, givenCaller } from '../../../tests/given-caller.ts'
import { everyRight, givenProducts } from '../../../tests/given-products.ts'
import { givenActive, givenCustomer } from '../../../tests/given-requests.ts'
import { machineWaits } from '../../../tests/machine-waits.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const story = await givenProducts(server)
const { partners, beck, products, acting, narrow, partnershipId } = story
const { petra, anna, paul, alpweb, people } = partners
const atBeck = (act: string) => `/o/${beck.id}/partnerships/${partnershipId}/${act}`
const record = (name: string) => ({ name, type: 'A', value: '192.0.2.99' })

async function withKey(caller: Caller, path: string, key: string, body: object): Promise<number> {
  const headers = { cookie: `__Host-session=${caller.token}`, 'content-type': 'application/json', 'idempotency-key': key }
  return (await fetch(`${server.url}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).status
}

describe('whoever is not assigned', () => {
  test('is told the same of a customer that is active, stopped or ended as of none', async () => {
    const other = await givenCustomer(server, 'Stille AG', 'ruth@stille.example')
    const { partnershipId: id } = await givenActive(server, partners, other)
    const own = `/o/${other.id}/partnerships/${id}`
    const seen = async () => {
      const { requestId: _, ...answer } = (await anna.get(`/c/${id}/shell`)).body
      return answer
    }
    const answers = [await seen()]
    await other.ruth.send('POST', `${own}/stop`, {})
    answers.push(await seen())
    await other.ruth.send('POST', `${own}/end`, { reason: null })
    answers.push(await seen())
    const { requestId: _, ...none } = (await anna.get(`/c/${randomUUID()}/shell`)).body
    expect(answers).toEqual([none, none, none])
  })
})

describe('a visit', () => {
  test('belongs to the session that began it: another browser of the same person enters by itself', async () => {
    const second = await givenCaller(server, people.petra)
    expect((await second.get(`${acting}/products`)).body['code']).toBe('visit_needed')
  })

  test('opens the products of its own partnership, and not those that another partner was given', async () => {
    expect((await paul.get(`${narrow}/products/${products.second}/records`)).status).toBe(200)
    for (const product of [products.domain, products.mail, products.foreign, randomUUID()])
      expect((await paul.get(`${narrow}/products/${product}/records`)).body['code']).toBe('not_found')
    expect((await paul.get(`${acting}/products`)).status).toBe(404)
  })

  test('of somebody in two tabs, under two partners of the same customer, does not mix them', async () => {
    const { rows } = await server.database.owner.query<{ id: string }>("select id from organisation where name = 'Webwerk GmbH'")
    const adding = await server.database.owner.connect()
    await adding.query('begin; set local session_replication_role = replica')
    await adding.query("insert into member (organisation_id, person_id, role, added_at) values ($1, $2, 'administrator', now())", [
      rows[0]?.id,
      people.petra,
    ])
    await adding.query('commit')
    adding.release()
    expect((await petra.send('POST', `${narrow}/visit`, {})).status).toBe(200)
    const tabs = await Promise.all(
      Array.from({ length: 20 }, (_, index) => petra.get(`${index % 2 ? acting : narrow}/products/${products.domain}/records`)),
    )
    expect(tabs.map(({ status }) => status)).toEqual(tabs.map((_, index) => (index % 2 ? 200 : 404)))
    expect((await petra.send('POST', `${narrow}/products/${products.domain}/records`, record('mix'))).status).toBe(404)
  })
})

describe('after the customer took a right away', () => {
  test('what was answered before is not answered again under the same key', async () => {
    const path = `${acting}/products/${products.domain}/records`
    const key = randomUUID()
    expect(await withKey(petra, path, key, record('before'))).toBe(200)
    expect(await withKey(petra, path, key, record('before'))).toBe(200)
    const { body } = await beck.ruth.get(`/o/${beck.id}/partnerships/${partnershipId}`)
    const grant = body['grant'] as { version: number; rights: { right: string; scopes: object[] }[] }
    const keep = grant.rights.filter(({ right }) => right !== 'domain.manage').map(({ right, scopes }) => ({ right, scopes }))
    expect((await beck.ruth.send('POST', atBeck('narrow'), { version: grant.version, keep, end: null })).status).toBe(200)
    expect(await withKey(petra, path, key, record('before'))).toBe(403)
    expect(keep.length).toBeLessThan(everyRight.length)
  })
})

describe('after the customer stopped access', () => {
  test('an open page is told within a second and closes, and nothing more is answered', async () => {
    const live = await fetch(`${server.url}/api${acting}/live`, { headers: { cookie: `__Host-session=${petra.token}` } })
    const reader = live.body?.getReader()
    const heard = (async () => {
      let text = ''
      for (;;) {
        const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
        if (done) return text
        text += Buffer.from(value as Uint8Array).toString()
      }
    })()
    await expect.poll(async () => (await petra.get(`${acting}/products`)).status).toBe(200)
    const waited = machineWaits()
    const stoppedAt = performance.now()
    expect((await beck.ruth.send('POST', atBeck('stop'), {})).status).toBe(200)
    expect(await heard).toContain('event: visit-ended')
    expect(performance.now() - stoppedAt - waited()).toBeLessThan(2_000)
    const tried = [
      `${acting}/products`,
      `${acting}/billing`,
      `${acting}/members`,
      `${acting}/organisation`,
      `${acting}/activity`,
      `${acting}/live`,
    ]
    for (const path of tried) expect((await petra.get(path)).body['code']).toBe('access_stopped')
    expect((await petra.send('POST', `${acting}/visit`, {})).body['code']).toBe('access_stopped')
  })

  test('files and the profile hold nothing of what the rights reached', async () => {
    const { rows } = await server.database.owner.query<{ id: string }>('select id from managed_customer where partnership_id = $1', [
      partnershipId,
    ])
    const at = `/o/${alpweb}/customers/${rows[0]?.id}`
    const { body } = await petra.get(`${at}/profile`)
    expect(body).toMatchObject({ contact: null, products: [] })
    for (const file of ['products', 'billing']) {
      const { status, bytes } = await petra.download(`${at}/export?file=${file}&form=machine`)
      expect(status).toBe(200)
      expect(bytes.toString().trim().split('\r\n')).toHaveLength(1)
    }
  })
})

describe('after somebody is no longer a member', () => {
  test('their session opens nothing of the partner, and their visit is over', async () => {
    const customer = await givenCustomer(server, 'Letzte AG', 'ruth@letzte.example')
    const { partnershipId: id } = await givenActive(server, partners, customer)
    expect((await partners.marc.send('POST', `/c/${id}/visit`, {})).status).toBe(200)
    expect((await petra.send('DELETE', `/o/${alpweb}/members/${people.marc}`)).status).toBe(200)
    for (const path of [`/c/${id}/shell`, `/o/${alpweb}/customers`, `/o/${alpweb}/customers/export`, `/o/${alpweb}/activity`])
      expect((await partners.marc.get(path)).status).toBe(404)
    expect((await partners.marc.send('POST', `/c/${id}/visit`, {})).status).toBe(404)
  })
})
