// The daily digest, from what happened to what each person of the partner reads, written by two nodes at once.
import { v7 } from 'uuid'
import { expect, test, vi } from 'vitest'
import { givenActive, givenCustomer, givenPartners } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'
import { writeDigest, writeDigests } from './write-digest.ts'

const server = await givenServer()
const { house } = server.server
const { owner } = server.database
// A server orders the digest of the day itself, on weekdays: here it is ordered already.
await owner.query(
  "insert into job (id, kind, payload, unique_key, run_at, done_at) values ($1, 'write-digests', '{}', 'digests:' || (now() at time zone 'Europe/Zurich')::date, now(), now())",
  [v7()],
)
const story = await givenPartners(server)
const { petra, marc, alpweb, people } = story
const bakery = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'info@baeckerei.example')
const garage = await givenCustomer(server, 'Garage Élan Sàrl', 'info@garage.example')

const digestsTo = async (name: string) => {
  const mails = await server.mailbox.list({ to: `${name}@alpweb.example` })
  const digests = mails.filter(({ subject }) => /need.? your attention/.test(subject))
  return Promise.all(digests.map(async ({ id }) => (await server.mailbox.read(id))?.text.replaceAll(/\s+/g, ' ') ?? ''))
}
const allIsDone = () =>
  vi.waitFor(async () => {
    const { rows } = await owner.query(
      "select kind from job where done_at is null and failed_at is null and kind ~ 'react|send-mail|digest'",
    )
    expect(rows).toEqual([])
  }, 20_000)

const { id, partnershipId } = await givenActive(server, story, bakery, ['domain.view', 'domain.manage'])
// Each is told of by itself before the next happens: who reads a mail is decided when it is written.
await allIsDone()
await petra.send('POST', `/o/${alpweb}/customers/${id}/assign`, { people: [{ id: people.anna, rights: null }] })
await allIsDone()
const keep = [{ right: 'domain.view', scopes: [{ kind: 'all', future: true }] }]
const narrowed = await bakery.ruth.send('POST', `/o/${bakery.id}/partnerships/${partnershipId}/narrow`, { version: 1, keep, end: null })
const served = await givenActive(server, story, garage, ['mail.view'])
await marc.send('PUT', '/account/mails', { kind: 'answer-granted', side: 'partner', way: 'digest' })
await allIsDone()

test('each person reads once what happened to their own customers and was not told them at once, however many nodes write it', async () => {
  expect(narrowed.status).toBe(200)
  const day = { day: '2026-11-30' }
  await Promise.all([
    writeDigests(house, day),
    writeDigests(house, day),
    writeDigest(house, { partnerId: alpweb }),
    writeDigest(house, { partnerId: alpweb }),
  ])
  await allIsDone()
  const counted = () => Promise.all(['petra', 'marc', 'anna', 'luca'].map(async (name) => (await digestsTo(name)).length))
  await vi.waitFor(async () => expect(await counted()).toEqual([1, 1, 1, 0]), 20_000)
  const [ofPetra, ofMarc, ofAnna] = [await digestsTo('petra'), await digestsTo('marc'), await digestsTo('anna')]
  // Petra sent both requests and got a mail of each answer; the change was mailed to Marc and Anna.
  expect(ofPetra[0]).toContain('Bäckerei Zürcher GmbH: changed your rights')
  expect(ofPetra[0]).not.toContain('Garage')
  expect(ofMarc[0]).toContain('Bäckerei Zürcher GmbH: answered your request')
  expect(ofMarc[0]).toContain('Garage Élan Sàrl: answered your request')
  expect(ofMarc[0]).not.toContain('changed your rights')
  expect(ofAnna[0]).toContain(`/o/${alpweb}/customers/${id}`)
  expect(ofAnna[0]).not.toContain('Garage')
})

test('the next day there is nothing left to say', async () => {
  await writeDigests(house, { day: '2026-12-01' })
  await allIsDone()
  expect((await digestsTo('petra')).length).toBe(1)
})

test('what is done by the morning is asked of nobody, and whoever wants no digest gets none', async () => {
  await petra.send('PUT', '/account/mails', { kind: 'partner-digest', side: 'partner', way: 'off' })
  const { rows } = await owner.query('select managed_customer_id from digest_news')
  expect(rows).toEqual([])
  await owner.query(
    `insert into digest_news (event_id, partner_id, managed_customer_id, what, kind, told, at)
     values ($1, $3, $4, 'countered', 'answer-counter', '{}', now()), ($2, $3, $4, 'extended', 'access-extended', '{}', now())`,
    [v7(), v7(), alpweb, served.id],
  )
  await writeDigests(house, { day: '2026-12-02' })
  await allIsDone()
  expect((await digestsTo('petra')).length).toBe(1)
  const [newest] = await digestsTo('marc')
  expect(newest).toContain('Garage Élan Sàrl: access extended')
  expect(newest).not.toContain('counter-proposal')
})
