// The zone console as the program it is, beside a running Prokura: what its pages say to whom, without a browser.
import { afterAll, describe, expect, test } from 'vitest'
import { startZoneConsole } from '../scripts/start/zone-console.ts'
import { entriesOf, givenProducts } from './given-products.ts'
import { givenServer } from './server.ts'

const server = await givenServer()
const { partners, beck, products, partnershipId } = await givenProducts(server)
const { petra } = partners
const said: string[] = []
const zones = await startZoneConsole(server.config, server.database.address, (line) => said.push(line))
if (!zones) throw new Error(said.join('\n'))
afterAll(() => zones.stop())

const visit = String((await petra.send('POST', `/c/${partnershipId}/visit`, {})).body['id'])
const query = `?${new URLSearchParams({ product: products.domain, visit })}`

type Page = { readonly url: URL; readonly status: number; readonly text: string; readonly headers: Headers }

/** A browser with this session of Prokura: it follows where it is sent, and keeps cookies of both. */
function givenVisitor(token: string) {
  const jars = new Map([[new URL(server.config.publicUrl).origin, new Map([['__Host-session', token]])]])
  const ask = async (start: string | URL, form?: Readonly<Record<string, string>>): Promise<Page> => {
    let url = new URL(start, zones?.url)
    for (let step = 0; step < 10; step++) {
      const jar = jars.get(url.origin) ?? new Map<string, string>()
      jars.set(url.origin, jar)
      const sent = step === 0 && form !== undefined ? { method: 'POST', body: new URLSearchParams(form) } : {}
      const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
      const response = await fetch(url, { ...sent, redirect: 'manual', headers: { cookie, 'accept-language': 'de-CH' } })
      for (const set of response.headers.getSetCookie()) {
        const [name = '', value = ''] = set.split(';')[0]?.split('=') ?? []
        jar.set(name, value)
      }
      const location = response.headers.get('location')
      if (location === null) return { url, status: response.status, text: await response.text(), headers: response.headers }
      url = new URL(location, url)
    }
    throw new Error('the browser went round in circles')
  }
  return { ask, cookies: (origin: string) => jars.get(origin) }
}

const initiate = `/sign-in?${new URLSearchParams({ iss: server.config.publicUrl, target_link_uri: `${zones.url}/${query}` })}`
const anna = givenVisitor(petra.token)
const keyIn = ({ text }: Page) => /name="key" value="([^"]+)"/.exec(text)?.[1] ?? ''

describe('somebody who opens a domain from Prokura', () => {
  test('is signed in on the way, and reads on whose behalf they are here', async () => {
    const page = await anna.ask(initiate)
    expect(page.status).toBe(200)
    expect(page.url.href).toBe(`${zones.url}/${query}`)
    expect(page.text).toContain('beck.example')
    expect(page.text).toMatch(/class="behalf".*Bäckerei Zürcher GmbH.*Petra.*Alpweb/)
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
  })

  test('adds, changes and removes a record; the customer reads who did', async () => {
    const page = await anna.ask(`/${query}`)
    const record = { key: keyIn(page), id: '', name: 'shop', type: 'A', value: '192.0.2.44', ttl: '3600', priority: '' }
    const wrong = await anna.ask(`/${query}`, { ...record, act: 'add', value: '192.0.2.444' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toMatch(/192\.0\.2\.444[\s\S]*IPv4/)
    const added = await anna.ask(`/${query}`, { ...record, act: 'add' })
    expect(added.text).toMatch(/class="done"/)
    const id = /id="r-([^"]+)"><th scope="row">shop</.exec(added.text)?.[1] ?? ''
    const editing = await anna.ask(`/${query}&edit=${id}`)
    const changedAt = /name="changedAt" value="(\d[^"]*)"/.exec(editing.text)?.[1] ?? ''
    expect((await anna.ask(`/${query}`, { ...record, act: 'change', id, changedAt, value: '192.0.2.45' })).text).toContain('192.0.2.45')
    const again = await anna.ask(`/${query}`, { ...record, act: 'change', id, changedAt, value: '192.0.2.46' })
    expect(again.text).toMatch(/inzwischen|meanwhile/)
    const file = await anna.ask(`/zones/beck.example.zone${query}`)
    expect(file.headers.get('content-type')).toMatch(/^text\/dns/)
    expect(file.text).toContain('shop 3600 IN A 192.0.2.45')
    expect((await anna.ask(`/zones/other.example.zone${query}`)).status).toBe(404)
    expect((await anna.ask(`/${query}`, { key: record.key, act: 'remove', id })).text).not.toContain('192.0.2.45')
    for (const kind of ['domain.record_added', 'domain.record_changed', 'domain.record_removed'])
      expect(JSON.stringify(await entriesOf(beck.ruth, beck.id, kind))).toContain('Petra')
  })

  test('cannot be made to change something by another site', async () => {
    const page = await anna.ask(`/${query}`, {
      key: 'guessed',
      act: 'add',
      id: '',
      name: 'evil',
      type: 'A',
      value: '192.0.2.66',
      ttl: '3600',
    })
    expect(page.text).not.toContain('192.0.2.66')
  })

  test('is not led elsewhere by a link that only looks like ours', async () => {
    for (const stray of [
      { iss: server.config.publicUrl, target_link_uri: 'https://evil.example/' },
      { iss: 'https://evil.example', target_link_uri: zones.url },
    ])
      expect((await anna.ask(`/sign-in?${new URLSearchParams(stray)}`)).url.href).toBe(`${zones.url}/`)
  })
})

describe('what somebody may not', () => {
  test('they do not see', async () => {
    const foreign = await anna.ask(`/?${new URLSearchParams({ product: products.foreign, visit })}`)
    expect([foreign.status, foreign.text.includes('zuern.example')]).toEqual([403, false])
    const paul = givenVisitor(partners.paul.token)
    const page = await paul.ask(`/${query}`)
    expect([page.status, page.text.includes('192.0.2')]).toEqual([403, false])
  })

  test('is told to an open page at once, and to whoever tries', async () => {
    const heard = await listening(`/live${query}`, anna.cookies(zones.url))
    await expect.poll(heard).toContain('"may":"manage"')
    const path = `/o/${beck.id}/partnerships/${partnershipId}`
    const grant = (await beck.ruth.get(path)).body['grant'] as { version: number; rights: { right: string; scopes: object[] }[] }
    const keep = grant.rights.filter(({ right }) => right !== 'domain.manage').map(({ right, scopes }) => ({ right, scopes }))
    const key = keyIn(await anna.ask(`/${query}`))
    expect((await beck.ruth.send('POST', `${path}/narrow`, { version: grant.version, keep, end: null })).status).toBe(200)
    await expect.poll(heard).toContain('"may":"view"')
    const late = await anna.ask(`/${query}`, {
      key,
      act: 'add',
      id: '',
      name: 'late',
      type: 'A',
      value: '192.0.2.47',
      ttl: '3600',
      priority: '',
    })
    expect(late.status).toBe(422)
    expect((await anna.ask(`/${query}`)).text).not.toContain('late')
    expect((await petra.send('POST', '/sign-out', {})).status).toBe(200)
    await expect.poll(heard).toContain('"may":"nothing"')
  })

  test('and nothing went wrong in the console', () => {
    expect(said).toEqual([])
  })
})

/** What a stream has said so far. */
async function listening(path: string, jar: ReadonlyMap<string, string> | undefined): Promise<() => string> {
  const cookie = [...(jar ?? [])].map((pair) => pair.join('=')).join('; ')
  const response = await fetch(new URL(path, zones?.url), { headers: { cookie } })
  let text = ''
  const read = async () => {
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk)
  }
  read().catch(() => {})
  return () => text
}
