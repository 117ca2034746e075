// Each person chooses how the mails come that may be chosen; whatever must reach them does.
import { expect, test, vi } from 'vitest'
import { givenStranger } from '../../../tests/given-caller.ts'
import { givenActive, givenCustomer, givenPartners } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { petra, marc, alpweb } = story
const customer = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'info@baeckerei.example')
type Choice = { readonly kind: string; readonly ways: readonly string[]; readonly way: string }

const wayOfMarc = async (kind: string) =>
  ((await marc.get('/account/mails')).body['partner'] as Choice[]).find((choice) => choice.kind === kind)
const subjectsTo = async (address: string) => (await server.mailbox.list({ to: address })).map(({ subject }) => subject)

test('what may be chosen is listed by side, with what counts until somebody chooses', async () => {
  const { body } = await marc.get('/account/mails')
  expect(body['partner']).toContainEqual({ kind: 'rights-changed', ways: ['at_once', 'digest', 'off'], way: 'at_once' })
  expect(body['partner']).toContainEqual({ kind: 'access-extended', ways: ['digest', 'at_once', 'off'], way: 'digest' })
  expect(body['customer']).not.toContainEqual(expect.objectContaining({ kind: 'access-granted' }))
  expect((await customer.ruth.get('/account/mails')).body['partner']).toBeNull()
})

test('a choice is the person’s own, and is on the journal', async () => {
  expect((await marc.send('PUT', '/account/mails', { kind: 'rights-changed', side: 'partner', way: 'off' })).status).toBe(200)
  expect(await wayOfMarc('rights-changed')).toMatchObject({ way: 'off' })
  expect((await petra.get('/account/mails')).body['partner']).toContainEqual(
    expect.objectContaining({ kind: 'rights-changed', way: 'at_once' }),
  )
  const { rows } = await server.database.owner.query("select body from journal where kind = 'person.changed'")
  expect(rows).toEqual([{ body: expect.objectContaining({ personId: story.people.marc, settings: ['mails'] }) }])
})

test('what must come cannot be switched off, nobody chooses without signing in, and customers have no digest', async () => {
  const refused = async (kind: string, side: string, way: string) =>
    (await marc.send('PUT', '/account/mails', { kind, side, way })).body['code']
  expect(await refused('access-granted', 'customer', 'off')).toBe('mail_always_comes')
  expect(await refused('security-changed', 'partner', 'off')).toBe('mail_always_comes')
  expect(await refused('answer-granted', 'partner', 'off')).toBe('mail_always_comes')
  expect(await refused('payer-changed', 'customer', 'digest')).toBe('mail_always_comes')
  expect((await givenStranger(server).get('/account/mails')).status).toBe(401)
})

test('whoever wants no mail of a kind gets none; the others do', async () => {
  const { id, partnershipId } = await givenActive(server, story, customer, ['domain.view', 'domain.manage'])
  const people = [{ id: story.people.anna, rights: null }]
  expect((await petra.send('POST', `/o/${alpweb}/customers/${id}/assign`, { people })).status).toBe(200)
  const keep = [{ right: 'domain.view', scopes: [{ kind: 'all', future: true }] }]
  await customer.ruth.send('POST', `/o/${customer.id}/partnerships/${partnershipId}/narrow`, { version: 1, keep, end: null })
  await vi.waitFor(async () => {
    const { rows } = await server.database.owner.query(
      "select kind from job where done_at is null and failed_at is null and kind in ('react', 'send-mail')",
    )
    expect(rows).toEqual([])
  }, 20_000)
  const changed = 'Bäckerei Zürcher GmbH changed your rights'
  expect(await subjectsTo('marc@alpweb.example')).not.toContain(changed)
  expect(await subjectsTo('anna@alpweb.example')).toContain(changed)
  expect((await subjectsTo('petra@alpweb.example')).filter((subject) => subject.includes('granted'))).not.toEqual([])
})
