import { describe, expect, test } from 'vitest'
import { mailSaying } from '../../../tests/given-people.ts'
import { entriesOf, givenProducts, serverTold } from '../../../tests/given-products.ts'
import { givenServer } from '../../../tests/server.ts'

const rights = ['domain.view', 'server.view', 'server.manage', 'server.content', 'product.delete']
const world = await givenProducts(await givenServer(), rights)
const { own, acting, narrow, nobody, beck, neighbour, partners, provider, collaborator, administrator } = world
const { petra, paul } = partners
const { body: told } = await provider.tell('PUT', `/organisations/${beck.number}/products/s-1`, serverTold)
const server = `/products/${String(told['id'])}`
const someId = '0190f9d0-0000-7000-8000-000000000000'
const web = { protocol: 'tcp', fromPort: 443, toPort: 443, source: 'any' }
const publicKey = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ3m5W1oZ0b0p1mY3o2Jt7mVh0m7wq3Yt5r8kq2n1Xab petra@alpweb.example'
const seen = async () => (await beck.ruth.get(`${own}${server}/server`)).body

describe('whoever may not', () => {
  const endpoints = [
    ['GET', '/server', undefined],
    ['POST', '/power', { order: 'stop' }],
    ['POST', '/snapshots', { name: 'x' }],
    ['POST', `/snapshots/${someId}/restore`, {}],
    ['DELETE', `/snapshots/${someId}`, undefined],
    ['POST', '/firewall-rules', web],
    ['DELETE', `/firewall-rules/${someId}`, undefined],
    ['POST', `/firewall-rules/${someId}/restore`, {}],
    ['POST', '/ssh-keys', { publicKey }],
    ['DELETE', `/ssh-keys/${someId}`, undefined],
  ] as const

  test.each(endpoints)('%s …%s: nobody, the neighbour, another partner, another family', async (method, path, body) => {
    for (const place of [own, acting]) expect((await nobody.send(method, place + server + path, body)).status).toBe(401)
    expect((await neighbour.ruth.send(method, own + server + path, body)).status).toBe(404)
    expect((await paul.send(method, narrow + server + path, body)).status).toBe(404)
    expect((await petra.send(method, `${acting}/products/${world.products.hosting}${path}`, body)).status).toBe(404)
  })

  test('a collaborator of the customer runs it, and neither opens nor deletes', async () => {
    expect((await collaborator.send('POST', `${own}${server}/power`, { order: 'restart' })).status).toBe(200)
    const { body } = await collaborator.send('POST', `${own}${server}/snapshots`, { name: 'Beat' })
    expect((await collaborator.send('POST', `${own}${server}/ssh-keys`, { publicKey })).status).toBe(403)
    expect((await collaborator.send('POST', `${own}${server}/snapshots/${String(body['id'])}/restore`, {})).status).toBe(403)
    expect((await collaborator.send('DELETE', `${own}${server}/snapshots/${String(body['id'])}`)).status).toBe(403)
  })
})

describe('power', () => {
  test('is ordered on behalf of the customer, each order on record once', async () => {
    expect((await petra.get(`${acting}${server}/server`)).body).toMatchObject({ state: 'running', ipv4: '192.0.2.77', cores: 4 })
    expect((await petra.send('POST', `${acting}${server}/power`, { order: 'stop' })).body).toMatchObject({ state: 'stopped' })
    expect((await petra.send('POST', `${acting}${server}/power`, { order: 'stop' })).body).toMatchObject({ state: 'stopped' })
    expect((await petra.send('POST', `${acting}${server}/power`, { order: 'restart' })).body['errors']).toMatchObject([
      { pointer: '/body/order', code: 'server_stopped' },
    ])
    expect((await petra.send('POST', `${acting}${server}/power`, { order: 'start' })).body).toMatchObject({ state: 'running' })
    expect(await entriesOf(beck.ruth, beck.id, 'server.stopped')).toMatchObject([{ person: { name: 'Petra' }, acting: true }])
    expect(await entriesOf(beck.ruth, beck.id, 'server.started')).toHaveLength(1)
  })

  test('is what the provider told last', async () => {
    const use = { cpuPercent: 12, memoryUsedMb: 900, diskUsedGb: 20, snapshots: [] }
    await provider.tell('PUT', `/organisations/${beck.number}/products/s-1/usage`, { server: { state: 'stopped', ...use } })
    expect(await seen()).toMatchObject({ state: 'stopped', cpuPercent: 12 })
    await beck.ruth.send('POST', `${own}${server}/power`, { order: 'start' })
    await provider.tell('PUT', `/organisations/${beck.number}/products/s-1`, { ...serverTold, name: 'Kassenserver Nord' })
    expect(await seen()).toMatchObject({ state: 'running', diskUsedGb: 20 })
  })
})

test('a snapshot is taken once under its name, restored and deleted; the customer hears of both at once', async () => {
  const made = await petra.send('POST', `${acting}${server}/snapshots`, { name: ' Vor dem Update ' })
  expect(made.body).toMatchObject({ name: 'Vor dem Update', sizeGb: null })
  expect((await petra.send('POST', `${acting}${server}/snapshots`, { name: 'Vor dem Update' })).body['errors']).toMatchObject([
    { code: 'snapshot_name_taken' },
  ])
  const path = `${acting}${server}/snapshots/${String(made.body['id'])}`
  expect((await petra.send('POST', `${path}/restore`, {})).status).toBe(200)
  await mailSaying(world.server, administrator.email, 'Snapshot')
  expect((await petra.send('DELETE', path)).status).toBe(200)
  expect(await entriesOf(beck.ruth, beck.id, 'server.snapshot_deleted')).toMatchObject([{ detail: { name: 'Vor dem Update' } }])
})

test('a firewall rule comes and goes, each on record in words', async () => {
  const added = await petra.send('POST', `${acting}${server}/firewall-rules`, { ...web, source: '192.0.2.0/24' })
  expect(added.body).toMatchObject({ source: '192.0.2.0/24' })
  for (const [bad, field, code] of [
    [{ ...web, source: '192.0.2.0/24' }, 'fromPort', 'rule_duplicate'],
    [{ ...web, source: 'daheim' }, 'source', 'source'],
    [{ ...web, fromPort: 500 }, 'fromPort', 'ports'],
  ] as const)
    expect((await petra.send('POST', `${acting}${server}/firewall-rules`, bad)).body['errors']).toMatchObject([
      { pointer: `/body/${field}`, code },
    ])
  await petra.send('DELETE', `${acting}${server}/firewall-rules/${String(added.body['id'])}`)
  expect((await entriesOf(beck.ruth, beck.id, 'server.firewall_changed')).map(({ detail }) => detail)).toEqual([
    { before: 'TCP 443 · 192.0.2.0/24', after: '–' },
    { before: '–', after: 'TCP 443 · 192.0.2.0/24' },
  ])
})

describe('an SSH key', () => {
  test('opens the server until it is removed; the customer hears of it at once', async () => {
    const added = await petra.send('POST', `${acting}${server}/ssh-keys`, { publicKey })
    expect(added.body).toMatchObject({ name: 'petra@alpweb.example', type: 'ssh-ed25519' })
    expect(added.body['fingerprint']).toMatch(/^SHA256:[A-Za-z0-9+/]{43}$/)
    await mailSaying(world.server, administrator.email, 'SSH')
    expect((await petra.send('POST', `${acting}${server}/ssh-keys`, { publicKey })).body['errors']).toMatchObject([
      { code: 'ssh_key_known' },
    ])
    expect((await petra.send('DELETE', `${acting}${server}/ssh-keys/${String(added.body['id'])}`)).status).toBe(200)
    expect((await seen())['keys']).toEqual([])
    expect(await entriesOf(beck.ruth, beck.id, 'server.ssh_key_removed')).toMatchObject([{ detail: { name: 'petra@alpweb.example' } }])
  })

  test('is refused when it is a private one or none', async () => {
    const code = async (text: string) =>
      ((await petra.send('POST', `${acting}${server}/ssh-keys`, { publicKey: text })).body['errors'] as { code: string }[])[0]?.code
    expect(await code('-----BEGIN OPENSSH PRIVATE KEY-----')).toBe('private_key')
    expect(await code('ssh-ed25519 AAAA')).toBe('ssh_key')
  })

  test('asks for a second factor and a fresh sign-in', async () => {
    const { owner } = world.server.database
    await owner.query("update session set authenticated_at = now() - interval '16 minutes'")
    for (const [caller, place] of [
      [beck.ruth, own],
      [petra, acting],
    ] as const)
      expect((await caller.send('POST', `${place}${server}/ssh-keys`, { publicKey })).body['code']).toBe('fresh_authentication_needed')
    await owner.query('update session set authenticated_at = now()')
  })
})

test('a server of which the provider has not told anything is there, and says so', async () => {
  const untold = await world.rows.product(beck.id, 'server', 'Noch leer')
  expect(await beck.ruth.get(`${own}/products/${untold}/server`)).toMatchObject({ status: 200, body: { isTold: false } })
  expect((await beck.ruth.send('POST', `${own}/products/${untold}/power`, { order: 'start' })).status).toBe(404)
})

test('a rule comes back only for whom it was removed: not for another partner, nor for the customer, though it is the same person', async () => {
  const joins = (organisation: string) =>
    world.rows.run(
      "insert into member (organisation_id, person_id, role, added_at) values ($1, $2, 'administrator', now())",
      organisation,
      partners.people.petra,
    )
  await joins(partners.webwerk)
  await joins(beck.id)
  const granted = { partner: partners.webwerk, customer: beck.id, partnership: narrow.slice('/c/'.length), by: beck.personId }
  await world.rows.grant(granted, 2, { rights })
  expect((await petra.send('POST', `${narrow}/visit`, {})).status).toBe(200)
  const rules = `${server}/firewall-rules`
  const { id } = (await petra.send('POST', `${acting}${rules}`, { ...web, source: '198.51.100.0/24' })).body as { id: string }
  const places = [acting, narrow, own]
  for (const removedAt of places) {
    expect((await petra.send('DELETE', `${removedAt}${rules}/${id}`)).status).toBe(200)
    for (const elsewhere of places.filter((place) => place !== removedAt))
      expect([elsewhere, (await petra.send('POST', `${elsewhere}${rules}/${id}/restore`, {})).status]).toEqual([elsewhere, 404])
    expect((await petra.send('POST', `${removedAt}${rules}/${id}/restore`, {})).status).toBe(200)
  }
})
