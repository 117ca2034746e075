import { describe, expect, test } from 'vitest'
import { mailTo } from '../../../tests/given-people.ts'
import { entriesOf, givenProducts } from '../../../tests/given-products.ts'
import { givenServer } from '../../../tests/server.ts'

const world = await givenProducts(await givenServer())
const { own, acting, narrow, products, nobody, beck, neighbour, partners, collaborator, administrator, provider } = world
const { petra, paul } = partners
const { owner } = world.server.database
const mail = `/products/${products.mail}`
const settings = { displayName: 'Backstube', quotaMb: 5000, spamFilter: 'standard', autoReply: null }
const password = 'seven ducks cross the road'
const someId = '0190f9d0-0000-7000-8000-000000000000'

type Box = { id: string; address: string; changedAt: string; [more: string]: unknown }
type Listed = { mailboxes: Box[]; aliases: { id: string; address: string; mailboxId: string }[]; may: string[] }
const listed = async () => (await beck.ruth.get(`${own}${mail}/mailboxes`)).body as unknown as Listed
const create = async (address: string) => (await beck.ruth.send('POST', `${own}${mail}/mailboxes`, { address, ...settings })).body as Box

describe('whoever may not', () => {
  const endpoints = [
    ['GET', '/mailboxes', undefined],
    ['POST', '/mailboxes', { address: 'x', ...settings }],
    ['PUT', `/mailboxes/${someId}`, settings],
    ['DELETE', `/mailboxes/${someId}`, undefined],
    ['PUT', `/mailboxes/${someId}/password`, { password }],
    ['PUT', `/mailboxes/${someId}/forwarding`, { forwardTo: [], before: [] }],
    ['DELETE', `/mailboxes/${someId}/password?setAt=2026-01-01T00:00:00Z`, undefined],
    ['POST', '/aliases', { address: 'x', mailboxId: someId }],
    ['DELETE', `/aliases/${someId}`, undefined],
  ] as const

  test.each(endpoints)('%s %s: nobody, the neighbour, another partner, another family', async (method, path, body) => {
    for (const place of [own, acting]) expect((await nobody.send(method, place + mail + path, body)).status).toBe(401)
    expect((await neighbour.ruth.send(method, own + mail + path, body)).status).toBe(404)
    expect((await paul.send(method, narrow + mail + path, body)).status).toBe(404)
    for (const place of [own, acting]) {
      const caller = place === own ? beck.ruth : petra
      expect((await caller.send(method, `${place}/products/${products.domain}${path}`, body)).status).toBe(404)
    }
  })

  test('a collaborator of the customer creates mailboxes and sets no passwords', async () => {
    const box = await collaborator.send('POST', `${own}${mail}/mailboxes`, { address: 'team', ...settings })
    expect(box.body).toMatchObject({ address: 'team@beck.example', usedMb: 0, passwordSetAt: null })
    expect((await collaborator.send('PUT', `${own}${mail}/mailboxes/${String(box.body['id'])}/password`, { password })).status).toBe(403)
    expect((await collaborator.send('DELETE', `${own}${mail}/mailboxes/${String(box.body['id'])}`)).status).toBe(403)
  })
})

describe('a mailbox', () => {
  test('is created and changed on behalf of the customer, each on record', async () => {
    const created = await petra.send('POST', `${acting}${mail}/mailboxes`, { address: ' Bestellung@Beck.example ', ...settings })
    expect(created.body).toMatchObject({ address: 'bestellung@beck.example', displayName: 'Backstube' })
    const path = `${acting}${mail}/mailboxes/${String(created.body['id'])}`
    const away = { until: '2099-01-31', text: 'Wir sind in den Ferien.' }
    const changed = await petra.send('PUT', path, { ...settings, autoReply: away, changedAt: created.body['changedAt'] })
    expect(changed.body).toMatchObject({ autoReply: away })
    const [entry] = await entriesOf(beck.ruth, beck.id, 'mailbox.changed')
    expect(entry).toMatchObject({
      data: { settings: ['auto_reply'] },
      detail: { address: 'bestellung@beck.example' },
      person: { name: 'Petra' },
      acting: true,
    })
    expect((await petra.send('PUT', path, { ...settings, changedAt: created.body['changedAt'] })).body['code']).toBe('changed_meanwhile')
  })

  test.each([
    [{ address: '.info' }, 'invalid_address', '/body/address'],
    [{ address: 'x\r\nBcc: y' }, 'invalid_address', '/body/address'],
    [{ address: 'a@other.example' }, 'invalid_address', '/body/address'],
    [{ quotaMb: 1 }, 'invalid_input', '/body/quotaMb'],
    [{ autoReply: { until: '2020-01-01', text: 'weg' } }, 'invalid_input', '/body/autoReply/until'],
    [{ displayName: 'a\u0000b' }, 'invalid_input', '/body/displayName'],
  ])('is refused with %j', async (bad, code, pointer) => {
    const { status, body } = await beck.ruth.send('POST', `${own}${mail}/mailboxes`, { address: 'gut', ...settings, ...bad })
    expect({ status, code: body['code'], errors: body['errors'] }).toMatchObject({ status: 422, code, errors: [{ pointer }] })
  })

  test('shares its address with no other mailbox and no alias, however many ask at once', async () => {
    const { id } = await create('info')
    const alias = await beck.ruth.send('POST', `${own}${mail}/aliases`, { address: 'kontakt', mailboxId: id })
    expect(alias.status).toBe(200)
    for (const address of ['info', 'INFO@beck.example', 'kontakt'])
      expect(((await create(address)) as unknown as { code: string }).code).toBe('address_in_use')
    expect((await beck.ruth.send('POST', `${own}${mail}/aliases`, { address: 'info', mailboxId: id })).body['code']).toBe('address_in_use')
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        at % 2
          ? petra.send('POST', `${acting}${mail}/mailboxes`, { address: 'rennen', ...settings })
          : beck.ruth.send('POST', `${own}${mail}/aliases`, { address: 'rennen', mailboxId: id }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ body }) => body['code'] === 'address_in_use')).toHaveLength(11)
  })

  test('two places for one address are refused by the database too', async () => {
    const { id } = await create('einmal')
    await expect(
      world.rows.run(
        `insert into mail_alias (organisation_id, id, product_id, local_part, mailbox_id, created_at) select organisation_id, gen_random_uuid(), product_id, 'einmal', id, now() from mailbox where id = $1`,
        id,
      ),
    ).rejects.toThrow(/the address is in use/)
  })

  test('is deleted with its aliases by whoever may delete; the customer hears of it at once', async () => {
    const { id } = await create('weg')
    await beck.ruth.send('POST', `${own}${mail}/aliases`, { address: 'auch-weg', mailboxId: id })
    expect((await petra.send('DELETE', `${acting}${mail}/mailboxes/${id}`)).status).toBe(200)
    const now = await listed()
    expect([...now.mailboxes, ...now.aliases].map(({ address }) => address)).not.toContain('auch-weg@beck.example')
    expect(await entriesOf(beck.ruth, beck.id, 'alias.deleted')).toMatchObject([{ detail: { address: 'auch-weg@beck.example' } }])
    expect((await mailTo(world.server, administrator.email)).subject).toContain('important change')
  })
})

describe('a mailbox password', () => {
  test('goes to the mail system as a hash and stands nowhere else', async () => {
    const { id } = await create('geheim')
    expect((await petra.send('PUT', `${acting}${mail}/mailboxes/${id}/password`, { password })).body).toEqual({})
    expect((await listed()).mailboxes.find((box) => box.id === id)?.['passwordSetAt']).toMatch(/^20/)
    const waiting = (await provider.tell('GET', '/mailbox-passwords')).body['passwords'] as Record<string, string>[]
    expect(waiting).toMatchObject([{ organisation: beck.number, address: 'geheim@beck.example' }])
    expect(waiting[0]?.['passwordHash']).toMatch(/^\$argon2id\$/)
    const { rows } = await owner.query<{ text: string }>(
      `select concat((select string_agg(j.body::text, '') from journal j), (select string_agg(d.detail::text, '') from journal_detail d),
        (select string_agg(i::text, '') from idempotency_key i), (select string_agg(m::text, '') from mailbox m)) as text`,
    )
    expect(rows[0]?.text).toContain('geheim@beck.example')
    expect(rows[0]?.text).not.toContain(password)
    expect((await provider.tell('DELETE', `/mailbox-passwords/${String(waiting[0]?.['id'])}`)).body).toEqual({})
    expect((await provider.tell('GET', '/mailbox-passwords')).body).toEqual({ passwords: [] })
  })

  test('that others guess is refused', async () => {
    const { id } = await create('schwach')
    for (const weak of ['kurz', 'passwordpassword', 'schwach@beck.example'])
      expect((await petra.send('PUT', `${acting}${mail}/mailboxes/${id}/password`, { password: weak })).body['code']).toBe(
        'password_too_weak',
      )
  })

  test('asks who acts for a second factor, and everybody for a fresh sign-in', async () => {
    const { id } = await create('frisch')
    await owner.query("update session set authenticated_at = now() - interval '16 minutes'")
    for (const [caller, place] of [
      [beck.ruth, own],
      [petra, acting],
    ] as const)
      expect((await caller.send('PUT', `${place}${mail}/mailboxes/${id}/password`, { password })).body['code']).toBe(
        'fresh_authentication_needed',
      )
    await owner.query('update session set authenticated_at = now()')
  })
})

describe('a forwarding', () => {
  test('is set and ended, each on record', async () => {
    const { id } = await create('weiter')
    const path = `${acting}${mail}/mailboxes/${id}/forwarding`
    const set = await petra.send('PUT', path, { forwardTo: ['Backup@Andere.example'], before: [] })
    expect(set.body).toMatchObject({ forwardTo: ['backup@andere.example'] })
    expect(
      (await petra.send('PUT', path, { forwardTo: ['weiter@beck.example'], before: ['backup@andere.example'] })).body['errors'],
    ).toMatchObject([{ code: 'itself' }])
    expect((await petra.send('PUT', path, { forwardTo: [], before: ['backup@andere.example'] })).body).toMatchObject({ forwardTo: [] })
    expect((await petra.send('PUT', path, { forwardTo: [] })).body['code']).toBe('invalid_input')
    expect(await entriesOf(beck.ruth, beck.id, 'forwarding.set')).toMatchObject([{ detail: { after: 'backup@andere.example' } }])
    expect(await entriesOf(beck.ruth, beck.id, 'forwarding.removed')).toHaveLength(1)
  })
})

test('a locked product is read and not changed', async () => {
  await provider.tell('PUT', `/organisations/${beck.number}/products/m-1`, { family: 'mail', name: 'beck.example', status: 'locked' })
  expect((await petra.get(`${acting}${mail}/mailboxes`)).status).toBe(200)
  expect((await petra.send('POST', `${acting}${mail}/mailboxes`, { address: 'zu', ...settings })).body['code']).toBe('product_inactive')
  await provider.tell('PUT', `/organisations/${beck.number}/products/m-1`, { family: 'mail', name: 'beck.example' })
})
