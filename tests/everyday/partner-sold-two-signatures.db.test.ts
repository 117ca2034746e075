// The partner sells its business, and two representatives of the customer sign: nothing passes on until both did, and then exactly what both saw.
import { beforeAll, expect, test, vi } from 'vitest'
import { dayMs, later } from '../../src/domain/time.ts'
import { asSystem } from '../../src/server/react.ts'
import { lapseSuccession } from '../../src/server/successions/ask-customers.ts'
import { type Caller, givenCaller } from '../given-caller.ts'
import { givenOrganisation, givenPerson, mailAbout } from '../given-people.ts'
import { asked, givenActive, givenPartners, noTerms } from '../given-requests.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { alpweb, webwerk, petra, paul } = story
const { owner } = server.database
const patient = { timeout: 20_000, interval: 50 }
const everywhere = { kind: 'all', future: true }
const said = ({ status, body }: Awaited<ReturnType<Caller['get']>>) => [status, body['code']]

type Held = { right: string; until: string | null }
type Signed = { id: string; held: Held[]; inPlaceOf: string; digest: string; state: string; may: string[]; partner: string }

/** Two who sign. Rights of three ends: until further notice, the twelve months of a sensitive one, and thirty days for what came later. */
async function givenServed(name: string) {
  const mailbox = (person: string) => `${person}@${name.toLowerCase()}.example`
  const person = (who: string) =>
    givenPerson(server, { name: who, email: mailbox(who.toLowerCase()), password: `a long password of ${who}` })
  const [ruth, beat] = [await person('Ruth'), await person('Beat')]
  const id = await givenOrganisation(server, {
    name,
    members: [
      [ruth, 'legal_representative'],
      [beat, 'legal_representative'],
    ],
  })
  const { rows } = await owner.query('select number from organisation where id = $1', [id])
  const asRuth = await givenCaller(server, ruth)
  const asBeat = await givenCaller(server, beat)
  const customer = { id, name, email: mailbox('ruth'), number: rows[0].number, personId: ruth, ruth: asRuth }
  const { id: row, partnershipId } = await givenActive(server, story, customer, ['domain.view', 'mail.view', 'mail.content'])
  const [at, path] = [`/o/${id}`, `/o/${id}/partnerships/${partnershipId}`]
  const more = { rights: [asked('domain.manage')], terms: { ...noTerms, end: { kind: 'after', days: 30 } } }
  expect((await petra.send('POST', `/o/${alpweb}/customers/${row}/more`, more)).status).toBe(200)
  const { proposal } = (await asRuth.get(path)).body as { proposal: { id: string } }
  const rights = [{ right: 'domain.manage', scopes: [everywhere] }]
  const yes = { proposalId: proposal.id, decision: 'grant', rights, notGranted: [], terms: more.terms }
  expect((await asRuth.send('POST', `${path}/proposal/answer`, yes)).status).toBe(200)
  expect((await asRuth.send('PUT', `${at}/signature-rule`, { twoSignatures: true })).status).toBe(200)
  const partnerships = async () =>
    (await asRuth.get(`${at}/partnerships`)).body['partnerships'] as { id: string; partner: { id: string }; state: string }[]
  const of = async (partner: string) => (await partnerships()).find((one) => one.partner.id === partner)
  const waiting = async (as: Caller) => ((await as.get(`${at}/signatures`)).body['waiting'] as Signed[])[0]
  return {
    ...{ id, at, ruth, beat, asRuth, asBeat, mailbox, of, waiting, path },
    states: async () => [(await of(alpweb))?.state, (await of(webwerk))?.state],
    rightsOf: async (partner: string) =>
      (
        (await asRuth.get(`${at}/partnerships/${(await of(partner))?.id}`)).body['grant'] as { rights: (Held & { notAfter: string })[] }
      ).rights
        .map(({ right, notAfter }) => ({ right, until: notAfter }))
        .toSorted((one, other) => (one.right < other.right ? -1 : 1)),
    asked: async () => (await asRuth.get(`${at}/succession-questions`)).body['questions'] as { same: Held[] }[],
    answer: (as: Caller, answer: string) => as.send('POST', `${path}/succession`, { answer }),
    seen: async (as: Caller, signature: string) => (await as.get(`${at}/signatures/${signature}`)).body as Signed,
    act: (as: Caller, signature: string, what: string, body: object = {}) => as.send('POST', `${at}/signatures/${signature}/${what}`, body),
  }
}
type Served = Awaited<ReturnType<typeof givenServed>>
const signs = async (one: Served, as: Caller, id: string) => one.act(as, id, 'sign', { digest: (await one.seen(as, id)).digest })

const bakery = await givenServed('Bakery')
const garage = await givenServed('Garage')
const silent = await givenServed('Silent')
let successionId = ''

beforeAll(async () => {
  successionId = String((await petra.send('POST', `/o/${alpweb}/successions`, { successorId: webwerk })).body['id'])
  expect((await paul.send('POST', `/o/${webwerk}/successions/${successionId}/agree`, {})).status).toBe(200)
  for (const one of [bakery, garage, silent]) await vi.waitFor(async () => expect(await one.asked()).toHaveLength(1), patient)
})

test('the first says “the same”: nothing changes, and the second is asked by mail', async () => {
  expect(said(await bakery.answer(bakery.asRuth, 'same'))).toEqual([409, 'second_signature_asked'])
  expect(await bakery.states()).toEqual(['active', undefined])
  expect((await petra.send('POST', `/c/${(await bakery.of(alpweb))?.id}/visit`, {})).status).toBe(200)
  expect(await bakery.asked()).toHaveLength(1)
  const asking = async () => (await server.mailbox.list({ to: bakery.mailbox('beat') })).map(({ subject }) => subject)
  await expect.poll(asking, patient).toContain('Your approval is needed: Webwerk GmbH')
  expect((await paul.get(`/o/${webwerk}/customers`)).body['customers']).toEqual([])
})

test('the second sees the same list that the first saw, each right with its own end, and who goes', async () => {
  const id = (await bakery.waiting(bakery.asBeat))?.id ?? ''
  const seen = await bakery.seen(bakery.asBeat, id)
  expect(seen).toMatchObject({ act: 'succession', partner: 'Webwerk GmbH', inPlaceOf: 'Alpweb AG', may: ['sign', 'refuse'] })
  expect(seen.held).toEqual((await bakery.asked())[0]?.same)
  expect(seen.held.map(({ right }) => right).toSorted()).toEqual(['domain.manage', 'domain.view', 'mail.content', 'mail.view'])
  const until = Object.fromEntries(seen.held.map((held) => [held.right, held.until === null ? null : Date.parse(held.until)]))
  expect([until['domain.view'], until['mail.view']]).toEqual([null, null])
  expect(until['mail.content']).toBeGreaterThan(Date.now() + 360 * dayMs)
  expect(until['domain.manage']).toBeLessThan(Date.now() + 32 * dayMs)
})

test('the first cannot be the second; when the second signs, the successor has exactly these rights, each until the same end', async () => {
  const before = await bakery.rightsOf(alpweb)
  const id = (await bakery.waiting(bakery.asBeat))?.id ?? ''
  expect(said(await signs(bakery, bakery.asRuth, id))).toEqual([403, 'asker_cannot_answer'])
  expect((await signs(bakery, bakery.asBeat, id)).status).toBe(200)
  await expect.poll(bakery.states, patient).toEqual(['ended', 'active'])
  expect(await bakery.rightsOf(webwerk)).toEqual(before)
  const { rows } = await owner.query(
    'select g.granted_by, g.seconded_by from grant_version g join partnership p on p.id = g.partnership_id where p.partner_id = $1 and p.customer_id = $2',
    [webwerk, bakery.id],
  )
  expect(rows).toEqual([{ granted_by: bakery.ruth, seconded_by: bakery.beat }])
  expect((await petra.send('POST', `/c/${bakery.path.split('/').at(-1)}/visit`, {})).status).not.toBe(200)
})

test('a second who refuses: nothing passes on, and the question still waits for an answer', async () => {
  expect(said(await garage.answer(garage.asRuth, 'same'))).toEqual([409, 'second_signature_asked'])
  const id = (await garage.waiting(garage.asBeat))?.id ?? ''
  expect((await garage.act(garage.asBeat, id, 'refuse')).status).toBe(200)
  expect(await garage.states()).toEqual(['active', undefined])
  expect(await garage.asked()).toHaveLength(1)
  expect(said(await signs(garage, garage.asBeat, id))).toEqual([409, 'already_answered'])
})

test('whoever signed first takes it back; and one “no” is enough, which makes a first signature void', async () => {
  expect(said(await garage.answer(garage.asRuth, 'same'))).toEqual([409, 'second_signature_asked'])
  expect((await garage.act(garage.asRuth, (await garage.waiting(garage.asRuth))?.id ?? '', 'withdraw')).status).toBe(200)
  expect(said(await garage.answer(garage.asRuth, 'same'))).toEqual([409, 'second_signature_asked'])
  const id = (await garage.waiting(garage.asBeat))?.id ?? ''
  expect((await garage.answer(garage.asBeat, 'no')).status).toBe(200)
  expect(said(await signs(garage, garage.asBeat, id))).toEqual([409, 'changed_meanwhile'])
  expect((await garage.seen(garage.asBeat, id)).state).toBe('void')
  expect(await garage.states()).toEqual(['active', undefined])
})

test('a right that is taken away meanwhile makes the first signature void: nobody grants what nobody has any more', async () => {
  expect(said(await silent.answer(silent.asRuth, 'same'))).toEqual([409, 'second_signature_asked'])
  const id = (await silent.waiting(silent.asBeat))?.id ?? ''
  const keep = ['domain.view', 'mail.view'].map((right) => ({ right, scopes: [everywhere] }))
  expect((await silent.asBeat.send('POST', `${silent.path}/narrow`, { version: 2, keep, end: null })).status).toBe(200)
  expect(said(await signs(silent, silent.asBeat, id))).toEqual([409, 'changed_meanwhile'])
  expect((await silent.asked())[0]?.same.map(({ right }) => right)).toEqual(['domain.view', 'mail.view'])
  expect(await silent.states()).toEqual(['active', undefined])
})

test('a question that lapses before the second signs is a no', async () => {
  expect(said(await silent.answer(silent.asRuth, 'same'))).toEqual([409, 'second_signature_asked'])
  const id = (await silent.waiting(silent.asBeat))?.id ?? ''
  const { rows } = await owner.query('select until from succession where id = $1', [successionId])
  const due = { successionId: successionId as never, until: rows[0].until.getTime() }
  await asSystem(server.server.house, (work) => lapseSuccession({ ...work, now: later(work.now, 31 * dayMs) }, due))
  expect(said(await signs(silent, silent.asBeat, id))).toEqual([409, 'changed_meanwhile'])
  expect((await silent.seen(silent.asRuth, id)).state).toBe('void')
  expect(await silent.states()).toEqual(['active', undefined])
  await mailAbout(server, silent.mailbox('beat'), 'Your approval is needed: Webwerk GmbH')
})
