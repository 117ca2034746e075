import { describe, expect, test } from 'vitest'
import { mailTo } from '../../../tests/given-people.ts'
import { entriesOf, givenProducts } from '../../../tests/given-products.ts'
import { givenServer } from '../../../tests/server.ts'

const world = await givenProducts(await givenServer(), ['domain.view', 'hosting.view', 'hosting.manage', 'product.delete'])
const { own, acting, narrow, products, nobody, beck, neighbour, partners } = world
const { petra, paul } = partners
const sites = `/products/${products.hosting}/sites`
const someId = '0190f9d0-0000-7000-8000-000000000000'
const settings = { documentRoot: '/', phpVersion: '8.4', certificate: 'automatic', forceHttps: true }
const zone = async () =>
  (await beck.ruth.get(`${own}/products/${products.domain}/records`)).body['records'] as { name: string; type: string; value: string }[]
const ledTo = async (name: string) => (await zone()).filter((record) => record.name === name).map(({ type, value }) => `${type} ${value}`)

describe('whoever may not', () => {
  const endpoints = [
    ['GET', '', undefined],
    ['POST', '', { hostName: 'x.beck.example' }],
    ['PUT', `/${someId}`, settings],
    ['PUT', `/${someId}/domain`, { domain: products.domain }],
    ['DELETE', `/${someId}`, undefined],
  ] as const

  test.each(endpoints)('%s …/sites%s: nobody, the neighbour, another partner, another family', async (method, path, body) => {
    for (const place of [own, acting]) expect((await nobody.send(method, place + sites + path, body)).status).toBe(401)
    expect((await neighbour.ruth.send(method, own + sites + path, body)).status).toBe(404)
    expect((await paul.send(method, narrow + sites + path, body)).status).toBe(404)
    expect((await petra.send(method, acting + sites.replace(products.hosting, products.mail) + path, body)).status).toBe(404)
  })
})

describe('a website', () => {
  test('is added and changed on behalf of the customer, each on record', async () => {
    const added = await petra.send('POST', acting + sites, { hostName: 'Shop.Beck.example' })
    expect(added.body).toMatchObject({
      hostName: 'shop.beck.example',
      phpVersion: '8.4',
      certificate: 'automatic',
      forceHttps: true,
      domain: 'beck.example',
      connected: false,
    })
    const path = `${acting}${sites}/${String(added.body['id'])}`
    expect((await petra.send('PUT', path, { ...settings, phpVersion: '8.5', documentRoot: '/shop' })).body).toMatchObject({
      phpVersion: '8.5',
    })
    const [entry] = await entriesOf(beck.ruth, beck.id, 'site.changed')
    expect(entry).toMatchObject({
      data: { settings: ['document_root', 'php_version'] },
      detail: { name: 'shop.beck.example' },
      acting: true,
    })
  })

  test.each([
    [{ hostName: 'https://x' }, '/body/hostName', 'host'],
    [{ hostName: 'a.beck.example', documentRoot: '/../etc' }, '/body/documentRoot', 'document_root'],
    [{ hostName: 'a.beck.example', certificate: 'none' }, '/body/forceHttps', 'https_without_certificate'],
    [{ hostName: 'shop.beck.example' }, '/body/hostName', 'host_in_use'],
  ])('is refused with %j', async (bad, pointer, code) => {
    expect(await petra.send('POST', acting + sites, bad)).toMatchObject({ status: 422, body: { errors: [{ pointer, code }] } })
  })

  test('is deleted by whoever may delete, and the customer hears of it at once', async () => {
    const { body } = await petra.send('POST', acting + sites, { hostName: 'alt.beck.example' })
    expect((await petra.send('DELETE', `${acting}${sites}/${String(body['id'])}`)).status).toBe(200)
    expect((await mailTo(world.server, world.administrator.email)).subject).toContain('Webhosting Plus')
  })
})

describe('connecting a domain', () => {
  test('sets its records where the domain may be managed as well, and takes the place of what led elsewhere', async () => {
    const { body } = await beck.ruth.send('POST', own + sites, { hostName: 'beck.example', domain: products.domain })
    expect(body).toMatchObject({ domain: 'beck.example', connected: true })
    expect(await ledTo('@')).toEqual(['A 192.0.2.70', 'AAAA 2001:db8::70', 'MX mx1.mail.example'])
    const www = await beck.ruth.send('POST', own + sites, { hostName: 'www.beck.example' })
    await beck.ruth.send('PUT', `${own}${sites}/${String(www.body['id'])}/domain`, { domain: products.domain })
    expect(await ledTo('www')).toEqual(['CNAME web7.hosting.example'])
    expect(await entriesOf(beck.ruth, beck.id, 'domain.record_added')).not.toEqual([])
  })

  test('is refused to a partner who manages the hosting but not the domain, and changes nothing', async () => {
    const before = await zone()
    const added = await petra.send('POST', acting + sites, { hostName: 'neu.beck.example' })
    const refused = await petra.send('PUT', `${acting}${sites}/${String(added.body['id'])}/domain`, { domain: products.domain })
    expect(refused).toMatchObject({ status: 403, body: { code: 'right_missing', because: { action: 'domain.manage' } } })
    const atOnce = await petra.send('POST', acting + sites, { hostName: 'neuer.beck.example', domain: products.domain })
    expect(atOnce.status).toBe(403)
    expect(await zone()).toEqual(before)
    const { body } = await petra.get(acting + sites)
    expect((body['sites'] as { hostName: string }[]).map(({ hostName }) => hostName)).not.toContain('neuer.beck.example')
    expect(body['domains']).toContainEqual({ id: products.domain, name: 'beck.example', manage: false })
  })

  test('needs a domain of the organisation that the host belongs to', async () => {
    const { body } = await beck.ruth.send('POST', own + sites, { hostName: 'fremd.andere.example' })
    const path = `${own}${sites}/${String(body['id'])}/domain`
    expect((await beck.ruth.send('PUT', path, { domain: products.domain })).body['errors']).toMatchObject([{ code: 'host_elsewhere' }])
    expect((await beck.ruth.send('PUT', path, { domain: products.foreign })).status).toBe(404)
  })
})
