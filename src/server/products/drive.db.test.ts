import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { mailTo } from '../../../tests/given-people.ts'
import { driveTold, entriesOf, givenProducts } from '../../../tests/given-products.ts'
import { givenServer } from '../../../tests/server.ts'

const rights = ['domain.view', 'drive.view', 'drive.manage', 'drive.content', 'product.delete']
const world = await givenProducts(await givenServer(), rights)
const { own, acting, narrow, nobody, beck, neighbour, partners, provider, collaborator, administrator } = world
const { petra, paul } = partners
const { body: told } = await provider.tell('PUT', `/organisations/${beck.number}/products/v-1`, driveTold)
const drive = `/products/${String(told['id'])}`
const someId = '0190f9d0-0000-7000-8000-000000000000'
const settings = { quotaMb: 10_000, sharing: 'off', users: [] as string[] }
type Folder = { id: string; name: string; users: string[]; links: { id: string }[]; changedAt: string }
const listed = async () =>
  (await beck.ruth.get(`${own}${drive}/folders`)).body as { folders: Folder[]; users: { id: string; email: string; usedMb: number }[] }
const create = async (name: string, more = {}) => {
  const { body } = await beck.ruth.send('POST', `${own}${drive}/folders`, { name, ...settings, ...more })
  return body as unknown as Folder & Record<string, unknown>
}
const opens = async (url: unknown) => {
  const token = String(url).split('/s/')[1] ?? ''
  return provider.tell('GET', `/drive-links/${createHash('sha256').update(token).digest('hex')}`)
}

describe('whoever may not', () => {
  const endpoints = [
    ['GET', '/folders', undefined],
    ['POST', '/folders', { name: 'x', ...settings }],
    ['PUT', `/folders/${someId}`, { name: 'x', ...settings }],
    ['DELETE', `/folders/${someId}`, undefined],
    ['POST', `/folders/${someId}/links`, {}],
    ['DELETE', `/links/${someId}`, undefined],
  ] as const

  test.each(endpoints)('%s …%s: nobody, the neighbour, another partner, another family', async (method, path, body) => {
    for (const place of [own, acting]) expect((await nobody.send(method, place + drive + path, body)).status).toBe(401)
    expect((await neighbour.ruth.send(method, own + drive + path, body)).status).toBe(404)
    expect((await paul.send(method, narrow + drive + path, body)).status).toBe(404)
    expect((await petra.send(method, `${acting}/products/${world.products.mail}${path}`, body)).status).toBe(404)
  })

  test('a collaborator of the customer looks after folders, and neither opens nor deletes them', async () => {
    const { id } = await create('Lager', { sharing: 'edit' })
    expect((await collaborator.send('PUT', `${own}${drive}/folders/${id}`, { name: 'Lager West', ...settings })).status).toBe(200)
    expect((await collaborator.send('POST', `${own}${drive}/folders/${id}/links`, {})).status).toBe(403)
    expect((await collaborator.send('DELETE', `${own}${drive}/folders/${id}`)).status).toBe(403)
  })
})

describe('a shared folder', () => {
  test('is created and changed on behalf of the customer, each on record and with people of this drive', async () => {
    const users = (await listed()).users
    expect(users.map(({ email }) => email)).toEqual(['beat@beck.example', 'ursula@beck.example'])
    const made = await petra.send('POST', `${acting}${drive}/folders`, { name: '  Rezepte  Winter ', ...settings, users: [users[0]?.id] })
    expect(made.body).toMatchObject({ name: 'Rezepte Winter', usedMb: 0, users: [users[0]?.id], links: [], sharing: 'off' })
    const path = `${acting}${drive}/folders/${String(made.body['id'])}`
    const after = { name: 'Rezepte', quotaMb: 20_000, sharing: 'see', users: [], changedAt: made.body['changedAt'] }
    expect((await petra.send('PUT', path, after)).body).toMatchObject({ name: 'Rezepte', quotaMb: 20_000, users: [] })
    expect((await petra.send('PUT', path, after)).body['code']).toBe('changed_meanwhile')
    const [entry] = await entriesOf(beck.ruth, beck.id, 'folder.changed')
    expect(entry).toMatchObject({
      data: { settings: ['name', 'quota', 'sharing', 'users'] },
      detail: { name: 'Rezepte' },
      person: { name: 'Petra' },
      acting: true,
    })
  })

  test.each([
    [{ name: 'a/b' }, '/body/name', 'folder_name'],
    [{ name: 'REZEPTE' }, '/body/name', 'folder_name_taken'],
    [{ quotaMb: 90_000 }, '/body/quotaMb', 'storage_full'],
  ])('is refused with %j', async (bad, pointer, code) => {
    expect(await petra.send('POST', `${acting}${drive}/folders`, { name: 'Gut', ...settings, ...bad })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer, code }] },
    })
  })

  test('whose name only the database takes for another one’s is refused, too: it folds the last letter of ΟΔΟΣ otherwise', async () => {
    const send = (name: string) => beck.ruth.send('POST', `${own}${drive}/folders`, { ...settings, name, quotaMb: 100 })
    const made = await send('ΟΔΟΣ')
    expect(made.status).toBe(200)
    for (const name of ['οδοσ', 'οδος', 'Οδοσ']) {
      const { status, body } = await send(name)
      expect([name, status, body['errors']]).toMatchObject([name, 422, [{ pointer: '/body/name', code: 'folder_name_taken' }]])
    }
    const folder = `${own}${drive}/folders/${String(made.body['id'])}`
    expect((await beck.ruth.send('PUT', folder, { ...settings, name: 'οδοσ', quotaMb: 100 })).status).toBe(200)
    await beck.ruth.send('DELETE', folder)
  })

  test('is used by people of this drive alone', async () => {
    expect((await petra.send('POST', `${acting}${drive}/folders`, { name: 'Gut', ...settings, users: [someId] })).status).toBe(404)
  })

  test('is deleted by whoever may delete, and the customer hears of it at once', async () => {
    const { id } = await create('Alt')
    expect((await petra.send('DELETE', `${acting}${drive}/folders/${id}`)).status).toBe(200)
    expect((await listed()).folders.map(({ name }) => name)).not.toContain('Alt')
    expect((await mailTo(world.server, administrator.email)).subject).toContain('Drive Backstube')
  })
})

describe('a link into a folder', () => {
  test('opens it for a time, is told once, and the customer hears of it at once', async () => {
    const { id } = await create('Bilder', { sharing: 'see' })
    const made = await petra.send('POST', `${acting}${drive}/folders/${id}/links`, { days: 3 })
    expect(made.body['url']).toMatch(/^https:\/\/drive7\.hosting\.example\/s\/[\w-]{43}$/)
    expect(JSON.stringify(await listed())).not.toContain('/s/')
    expect((await opens(made.body['url'])).body).toEqual({
      ...{ organisation: beck.number, product: 'v-1', folder: 'Bilder', access: 'see', until: made.body['until'] },
    })
    expect(await entriesOf(beck.ruth, beck.id, 'folder.link_made')).toMatchObject([{ detail: { name: 'Bilder' }, acting: true }])
    expect((await mailTo(world.server, administrator.email)).subject).toContain('Drive Backstube')
    expect((await opens('https://x/s/none')).status).toBe(404)
  })

  test('goes no further than the folder is shared, and ends when it is shared less', async () => {
    const { id } = await create('Offerten', { sharing: 'see' })
    const links = `${acting}${drive}/folders/${id}/links`
    expect((await petra.send('POST', links, { access: 'edit' })).body['errors']).toMatchObject([{ code: 'link_beyond_sharing' }])
    const see = await petra.send('POST', links, {})
    await beck.ruth.send('PUT', `${own}${drive}/folders/${id}`, { name: 'Offerten', ...settings, sharing: 'edit' })
    const edit = await petra.send('POST', links, { access: 'edit' })
    await beck.ruth.send('PUT', `${own}${drive}/folders/${id}`, { name: 'Offerten', ...settings, sharing: 'see' })
    expect([(await opens(see.body['url'])).status, (await opens(edit.body['url'])).status]).toEqual([200, 404])
    expect((await petra.send('DELETE', `${acting}${drive}/links/${String(see.body['id'])}`)).status).toBe(200)
    expect((await opens(see.body['url'])).status).toBe(404)
    expect(await entriesOf(beck.ruth, beck.id, 'folder.link_ended')).toHaveLength(2)
  })
})

test('a drive of which the provider has not told anything is there, and says so', async () => {
  const untold = await world.rows.product(beck.id, 'drive', 'Noch leer')
  expect(await beck.ruth.get(`${own}/products/${untold}/folders`)).toMatchObject({ status: 200, body: { isTold: false } })
  expect((await beck.ruth.send('POST', `${own}/products/${untold}/folders`, { name: 'x', ...settings })).status).toBe(404)
})

test('what the provider tells: use, and who does not use the drive any more', async () => {
  const beat = (await listed()).users[0]?.id
  await create('Team', { users: [beat] })
  const usage = { users: [{ email: 'ursula@beck.example', usedMb: 1200 }], folders: [{ name: 'Team', usedMb: 900 }] }
  await provider.tell('PUT', `/organisations/${beck.number}/products/v-1/usage`, { drive: usage })
  const without = { ...driveTold, drive: { ...driveTold.drive, users: driveTold.drive.users.slice(0, 1) } }
  expect((await provider.tell('PUT', `/organisations/${beck.number}/products/v-1`, without)).status).toBe(200)
  const { users, folders } = await listed()
  expect(users).toMatchObject([{ email: 'ursula@beck.example', usedMb: 1200 }])
  expect(folders.find(({ name }) => name === 'Team')).toMatchObject({ users: [], usedMb: 900 })
  const unfit = { ...driveTold, drive: undefined }
  expect((await provider.tell('PUT', `/organisations/${beck.number}/products/v-2`, unfit)).body['errors']).toMatchObject([
    { code: 'family' },
  ])
})
