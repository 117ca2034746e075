import { beforeAll, describe, expect, test, vi } from 'vitest'
import { givenStranger } from '../../../tests/given-caller.ts'
import { mailAbout, mailTo } from '../../../tests/given-people.ts'
import { asked, givenActive, givenCustomer, givenPartners, noTerms, requestTo, unverified } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { alpweb, petra, marc, anna, paul } = story
const path = `/o/${alpweb}/requests`

describe('a legal representative of the partner', () => {
  test('sends a request, and the customer gets a mail in their language that names the rights', async () => {
    const body = requestTo(
      { email: 'info@baeckerei.example', language: 'de', ownReference: '2041', listName: 'Bäckerei' },
      { preset: 'limited', families: ['domain'] },
    )
    const sent = await petra.send('POST', path, body)
    expect(sent).toMatchObject({ status: 200, body: { state: 'sent' } })
    const mail = await mailTo(server, 'info@baeckerei.example')
    expect(mail.subject).toBe('Zugriffsanfrage von Alpweb AG')
    expect(mail.text).toContain('DNS-Einträge und Nameserver ändern')
    expect(mail.text).not.toContain('2041')
    expect(mail.text).toMatch(/\/r\/[A-Za-z0-9_-]{43}/)
    await vi.waitFor(async () => {
      const { rows } = await server.database.owner.query('select delivery, state from invitation where id = $1', [
        sent.body['managedCustomerId'],
      ])
      expect(rows).toEqual([{ delivery: 'sent', state: 'open' }])
    }, 20_000)
  })

  test('reads the mail before it is sent, in the language chosen, with a link that leads nowhere', async () => {
    const preview = await petra.send('POST', `${path}/preview`, requestTo({ email: 'info@vorschau.example', language: 'fr' }))
    expect(preview.status).toBe(200)
    expect(preview.body['subject']).toContain('Alpweb AG')
    expect(preview.body['text']).not.toMatch(/\/r\/\w/)
    expect(await server.mailbox.list({ to: 'info@vorschau.example' })).toEqual([])
  })

  test('asks for rights one by one, and what they need comes along', async () => {
    const sent = await petra.send(
      'POST',
      path,
      requestTo({ email: 'one@by.example' }, { rights: [asked('mail.manage', { required: true, reason: 'to set up your people' })] }),
    )
    const { rows } = await server.database.owner.query('select rights, preset from proposal where invitation_id = $1', [
      sent.body['managedCustomerId'],
    ])
    expect(rows[0].rights.map((row: { right: string; required: boolean }) => [row.right, row.required])).toEqual([
      ['mail.manage', true],
      ['mail.view', true],
    ])
    expect(rows[0].preset).toBeNull()
  })

  test('pressing twice sends once: the same key is answered the same', async () => {
    const key = crypto.randomUUID()
    const send = () =>
      fetch(`${server.url}/api${path}`, {
        method: 'POST',
        headers: { cookie: `__Host-session=${petra.token}`, 'idempotency-key': key, 'content-type': 'application/json' },
        body: JSON.stringify(requestTo({ email: 'twice@pressed.example' })),
      }).then((response) => response.json())
    const [one, other] = await Promise.all([send(), send()])
    expect(other).toEqual(one)
    const { rows } = await server.database.owner.query("select count(*)::int from invitation where email = 'twice@pressed.example'")
    expect(rows[0].count).toBe(1)
  })
})

describe('who may', () => {
  test('a collaborator is refused, and nobody and strangers learn nothing', async () => {
    const body = requestTo({ email: 'no@where.example' })
    for (const at of [path, `${path}/preview`, `${path}/release`]) {
      const given = at.endsWith('release') ? { ids: [crypto.randomUUID()] } : body
      expect(await anna.send('POST', at, given)).toMatchObject({ status: 403, body: { code: 'not_entitled' } })
      expect(await paul.send('POST', at, given)).toMatchObject({ status: 404, body: { code: 'not_found' } })
      expect(await givenStranger(server).send('POST', at, given)).toMatchObject({ status: 401, body: { code: 'not_signed_in' } })
    }
    expect((await marc.send('POST', `${path}/release`, { ids: [crypto.randomUUID()] })).body).toMatchObject({ code: 'not_entitled' })
  })

  test('an administrator prepares, a legal representative releases all with one confirmation, and only then a mail goes out', async () => {
    const first = await marc.send('POST', path, requestTo({ email: 'first@prepared.example' }))
    const second = await marc.send('POST', path, requestTo({ email: 'second@prepared.example' }))
    expect(first.body['state']).toBe('prepared')
    await mailAbout(server, 'petra@alpweb.example', /wait|for your release/)
    expect(await server.mailbox.list({ to: 'first@prepared.example' })).toEqual([])
    const waiting = await petra.get(`${path}/prepared`)
    expect(
      (waiting.body['requests'] as { sentTo: string; preparedBy: string }[]).map(({ sentTo, preparedBy }) => [sentTo, preparedBy]),
    ).toEqual([
      ['first@prepared.example', 'Marc'],
      ['second@prepared.example', 'Marc'],
    ])
    // A collaborator's list of customers asks, too.
    expect(await anna.get(`${path}/prepared`)).toMatchObject({ status: 200, body: { requests: [] } })
    expect((await paul.get(`${path}/prepared`)).status).toBe(404)
    const absent = crypto.randomUUID()
    const ids = [first.body['managedCustomerId'], second.body['managedCustomerId'], absent]
    expect((await petra.send('POST', `${path}/release`, { ids })).body['results']).toEqual([
      { id: ids[0], result: 'sent' },
      { id: ids[1], result: 'sent' },
      { id: absent, result: 'not_found' },
    ])
    await mailTo(server, 'first@prepared.example')
    await mailTo(server, 'second@prepared.example')
    expect((await petra.send('POST', `${path}/release`, { ids: [ids[0]] })).body['results']).toEqual([
      { id: ids[0], result: 'already_released' },
    ])
  })
})

describe('what is refused, and how', () => {
  test('rights that are sensitive, to a partner whom the operator has not verified', async () => {
    await server.database.owner.query('update organisation set verified_as_partner_at = null where id = $1', [story.webwerk])
    const ask = (right: string) =>
      paul.send('POST', `/o/${story.webwerk}/requests`, requestTo({ email: `${right}@webwerk-asks.example` }, { rights: [asked(right)] }))
    expect(await ask('mail.content')).toMatchObject({ status: 403, body: { code: 'partner_not_verified' } })
    expect((await ask('mail.manage')).status).toBe(200)
  })

  test('one’s own organisation, by number and by the address of one’s own people', async () => {
    const { rows } = await server.database.owner.query('select number from organisation where id = $1', [alpweb])
    for (const who of [{ customerNumber: rows[0].number }, { email: 'Marc@ALPWEB.example' }])
      expect((await petra.send('POST', path, requestTo(who))).body['code']).toBe('own_organisation')
  })

  test('a second request while the first is open', async () => {
    expect((await petra.send('POST', path, requestTo({ email: 'once@open.example' }))).status).toBe(200)
    expect(await petra.send('POST', path, requestTo({ email: 'ONCE@open.example' }))).toMatchObject({
      status: 409,
      body: { code: 'already_open' },
    })
    expect((await petra.send('POST', path, requestTo({ customerNumber: 'C-999001' }))).status).toBe(200)
    expect((await petra.send('POST', path, requestTo({ customerNumber: 'c-999001' }))).body['code']).toBe('already_open')
  })

  test.each([
    ['nothing', {}],
    ['no recipient', requestTo({})],
    ['two recipients', requestTo({ email: 'a@b.example', customerNumber: 'C-1' })],
    ['a header in the address', requestTo({ email: 'a@b.example\r\nBcc: c@d.example' })],
    ['a name with an address', requestTo({ email: '"A" <a@b.example>' })],
    ['a list name that turns around', requestTo({ email: 'a@b.example', listName: 'A\u202eB' })],
    ['a reference over two lines', requestTo({ email: 'a@b.example', ownReference: 'one\ntwo' })],
    ['an unknown language', requestTo({ email: 'a@b.example', language: 'rm' })],
    ['an unknown right', requestTo({ email: 'a@b.example' }, { rights: [asked('server.root')] })],
    ['what is never delegable', requestTo({ email: 'a@b.example' }, { rights: [asked('partnership.decide')] })],
    ['unknown fields', { ...requestTo({ email: 'a@b.example' }), sudo: true }],
    ['too many days', requestTo({ email: 'a@b.example' }, { preset: 'full' }, { validityDays: 91 })],
    ['neither preset nor rights', requestTo({ email: 'a@b.example' }, {})],
    ['a reason of a megabyte', requestTo({ email: 'a@b.example' }, { rights: [asked('mail.view', { reason: 'x'.repeat(900_000) })] })],
  ])('%s', async (_, body) => {
    const refused = await petra.send('POST', path, body)
    expect(refused).toMatchObject({ status: 422, body: { code: 'invalid_input' } })
    expect((refused.body['errors'] as unknown[]).length).toBeGreaterThan(0)
  })

  test.each([
    ['nothing_asked', requestTo({ email: 'n@a.example' }, { rights: [] })],
    ['scope_not_fitting', requestTo({ email: 'n@a.example' }, { rights: [asked('domain.view', { scope: { kind: 'organisation' } })] })],
    [
      'scope_not_fitting',
      requestTo(
        { email: 'n@a.example' },
        { rights: [asked('domain.view', { scope: { kind: 'product', productId: crypto.randomUUID() } })] },
      ),
    ],
    [
      'end_out_of_bounds',
      requestTo({ email: 'n@a.example' }, { preset: 'limited' }, { terms: { ...noTerms, end: { kind: 'after', days: 731 } } }),
    ],
    [
      'end_before_start',
      requestTo({ email: 'n@a.example' }, { preset: 'limited' }, { terms: { ...noTerms, end: { kind: 'on', date: '2020-01-01' } } }),
    ],
  ])('%s', async (code, body) => {
    expect(await petra.send('POST', path, body)).toMatchObject({ status: 422, body: { code } })
    expect(await petra.send('POST', `${path}/preview`, body)).toMatchObject({ status: 422, body: { code } })
  })

  test('a body of two megabytes', async () => {
    expect((await petra.send('POST', path, { huge: 'x'.repeat(2_000_000) })).status).toBe(413)
  })
})

describe('nobody learns who has an account', () => {
  test('known and unknown addresses and numbers are answered alike', async () => {
    const known = await givenCustomer(server, 'Bekannt AG', 'ruth@bekannt.example')
    const answers = await Promise.all(
      [{ email: known.email }, { email: 'nobody@unknown.example' }, { customerNumber: known.number }, { customerNumber: 'C-777777' }].map(
        (who) => petra.send('POST', path, requestTo(who)),
      ),
    )
    const shape = answers.map(({ status, body }) => ({ status, keys: Object.keys(body).toSorted(), state: body['state'] }))
    expect(new Set(shape.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(shape[0]).toEqual({ status: 200, keys: ['managedCustomerId', 'state'], state: 'sent' })
  })

  test('with a number the customer’s legal representatives get the mail, in their own language', async () => {
    const customer = await givenCustomer(server, 'Nummer AG', 'ruth@nummer.example')
    await petra.send('POST', path, requestTo({ customerNumber: customer.number, language: 'de' }))
    expect((await mailTo(server, 'ruth@nummer.example')).subject).toBe('Access request from Alpweb AG')
  })
})

describe('limits are said honestly', () => {
  test('three requests of all partners may wait at one address', async () => {
    const others = await Promise.all([1, 2].map(async (number) => (await givenPartnersOwn(number)).send))
    for (const send of [...others, (body: object) => paul.send('POST', `/o/${story.webwerk}/requests`, body)])
      expect((await send(requestTo({ email: 'popular@address.example' }))).status).toBe(200)
    expect(await petra.send('POST', path, requestTo({ email: 'popular@address.example' }))).toMatchObject({
      status: 429,
      body: { code: 'limit_reached' },
    })
  })

  test('fifty requests a day, until the operator has verified the partner', async () => {
    const { send, id } = await givenPartnersOwn(3)
    await unverified(server, id)
    const answers = []
    for (let number = 0; number < 51; number++) answers.push((await send(requestTo({ email: `one@firm-${number}.example` }))).status)
    expect(answers).toEqual([...Array(50).fill(200), 429])
  })

  async function givenPartnersOwn(number: number) {
    const { givenOrganisation, givenPerson } = await import('../../../tests/given-people.ts')
    const { givenCaller } = await import('../../../tests/given-caller.ts')
    const person = await givenPerson(server, { name: 'Otto', email: `otto@other-${number}.example` })
    const id = await givenOrganisation(server, { name: `Other ${number} AG`, isPartner: true, members: [[person, 'legal_representative']] })
    const caller = await givenCaller(server, person)
    return { id, send: (body: object) => caller.send('POST', `/o/${id}/requests`, body) }
  }
})

describe('an existing customer’s number', () => {
  let active: { id: string; partnershipId: string }
  let number: string
  beforeAll(async () => {
    const customer = await givenCustomer(server, 'Zürcher GmbH', 'ruth@zuercher.example')
    number = customer.number
    active = await givenActive(server, story, customer)
  })

  test('makes it a request for more rights, for the difference alone', async () => {
    const sent = await petra.send(
      'POST',
      path,
      requestTo(
        { customerNumber: number },
        { rights: [asked('domain.view', { scope: { kind: 'all', future: true } }), asked('mail.view')] },
      ),
    )
    expect(sent.body).toEqual({ managedCustomerId: active.id, state: 'sent' })
    const { rows } = await server.database.owner.query(
      "select rights, base_version from proposal where partnership_id = $1 and state = 'open'",
      [active.partnershipId],
    )
    expect(rows[0].base_version).toBe(1)
    expect(rows[0].rights.map(({ right }: { right: string }) => right)).toEqual(['mail.view'])
    await vi.waitFor(async () => {
      const subjects = (await server.mailbox.list({ to: 'ruth@zuercher.example' })).map(({ subject }) => subject)
      expect(subjects).toContain('Alpweb AG asks for 1 more right')
    }, 20_000)
    expect((await petra.send('POST', path, requestTo({ customerNumber: number }))).body['code']).toBe('already_open')
  })
})
