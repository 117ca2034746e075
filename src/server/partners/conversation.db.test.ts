import { expect, test } from 'vitest'
import { answered, asked, givenCustomer, givenPartners, noTerms, requestTo } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { alpweb, petra } = story
let count = 0

type Entry = {
  readonly kind: string
  readonly side: string
  readonly by: string
  readonly differences: readonly Record<string, unknown>[]
} & Record<string, unknown>
const all = (right: string) => ({ right, scopes: [{ kind: 'all', future: true }] })
const customerOf = () => givenCustomer(server, 'Bäckerei Zürcher GmbH', `ruth${++count}@baeckerei.example`)
const entries = (body: Record<string, unknown>) => body['entries'] as readonly Entry[]
const proposalIn = (body: Record<string, unknown>) => body['proposal'] as { id: string; rights: { right: string }[] }
const unchanged = { ...noTerms, payer: null }

async function givenLiving(rights = ['domain.view', 'domain.manage'], terms: object = noTerms) {
  const customer = await customerOf()
  const sent = await petra.send('POST', `/o/${alpweb}/requests`, {
    ...requestTo({ email: customer.email }, { rights: rights.map((right) => asked(right)) }),
    terms,
  })
  const id = String(sent.body['managedCustomerId'])
  const { body } = await answered(server, customer, id, rights, { terms })
  const partnershipId = String(body['partnershipId'])
  return { customer, id, profile: `/o/${alpweb}/customers/${id}`, partnershipId, path: `/o/${customer.id}/partnerships/${partnershipId}` }
}

test('a first request is one version, and says of itself no difference', async () => {
  const customer = await customerOf()
  const sent = await petra.send(
    'POST',
    `/o/${alpweb}/requests`,
    requestTo(
      { email: customer.email },
      { rights: [asked('mail.view', { reason: 'To set up phones', withoutIt: 'Nobody answers orders' })] },
    ),
  )
  const { body } = await petra.get(`/o/${alpweb}/customers/${String(sent.body['managedCustomerId'])}/conversation`)
  expect(entries(body)).toMatchObject([
    {
      kind: 'proposal',
      number: 1,
      side: 'partner',
      by: 'Petra',
      comparedWith: 'nothing',
      differences: [],
      state: 'open',
      rights: [{ reason: 'To set up phones', withoutIt: 'Nobody answers orders' }],
    },
  ])
})

test('a counter and the counter to it are kept, each with what it changes, and both sides read the same', async () => {
  const customer = await customerOf()
  const rights = [asked('mail.view', { required: true }), asked('mail.manage', { required: true, withoutIt: 'New people get no mailbox' })]
  const sent = await petra.send('POST', `/o/${alpweb}/requests`, {
    ...requestTo({ email: customer.email }, { rights }),
    terms: { ...noTerms, payer: 'partner' },
  })
  const id = String(sent.body['managedCustomerId'])
  const profile = `/o/${alpweb}/customers/${id}`
  const counter = await answered(server, customer, id, ['mail.view'], { decision: 'propose', notGranted: ['mail.manage'] })
  const path = `/o/${customer.id}/partnerships/${String(counter.body['partnershipId'])}`
  const again = {
    number: 2,
    rights: [asked('mail.view', { required: true }), asked('mail.manage'), asked('domain.view')],
    terms: { ...noTerms, end: { kind: 'after', days: 365 } },
    validityDays: 30,
  }
  expect((await petra.send('POST', `${profile}/proposal/counter`, again)).status).toBe(200)
  const third = proposalIn((await customer.ruth.get(path)).body)
  const answer = {
    proposalId: third.id,
    decision: 'grant',
    rights: [all('mail.view'), all('domain.view')],
    notGranted: ['mail.manage'],
    terms: again.terms,
  }
  expect((await customer.ruth.send('POST', `${path}/proposal/answer`, answer)).body['outcome']).toBe('different')
  const [own, theirs] = [(await customer.ruth.get(`${path}/conversation`)).body, (await petra.get(`${profile}/conversation`)).body]
  expect(own).toEqual(theirs)
  expect(entries(own).map(({ kind, side, state, reason }) => [kind, side, state ?? reason])).toEqual([
    ['proposal', 'partner', 'countered'],
    ['proposal', 'customer', 'countered'],
    ['proposal', 'partner', 'accepted'],
    ['grant', 'customer', 'granted'],
  ])
  const [, second, last, grant] = entries(own)
  expect(second).toMatchObject({
    comparedWith: 'answered',
    differences: [
      { kind: 'left_out', right: 'mail.manage' },
      { kind: 'payer', before: 'partner', after: 'customer' },
    ],
  })
  expect(last).toMatchObject({
    differences: [
      { kind: 'added', right: 'domain.view' },
      { kind: 'added', right: 'mail.manage' },
      { kind: 'end', before: { kind: 'none' }, after: { kind: 'after', days: 365 } },
    ],
    outcome: { by: 'Ruth Bäckerei Zürcher GmbH', leftOut: ['mail.manage'] },
  })
  expect(grant).toMatchObject({ version: 1, by: 'Ruth Bäckerei Zürcher GmbH', differences: [{ kind: 'left_out', right: 'mail.manage' }] })
})

test('asking for longer is only that: the grant in force stays, and once the customer agrees it lasts until then', async () => {
  const ending = { ...noTerms, end: { kind: 'after', days: 30 } }
  const { customer, profile, path } = await givenLiving(['domain.view'], ending)
  const longer = { rights: [], terms: { ...unchanged, end: { kind: 'after', days: 400 }, extendsGrant: true }, validityDays: 30 }
  expect(
    (await petra.send('POST', `${profile}/more`, { ...longer, terms: { ...longer.terms, end: { kind: 'after', days: 10 } } })).body['code'],
  ).toBe('nothing_changed')
  expect((await petra.send('POST', `${profile}/more`, longer)).body['state']).toBe('sent')
  const shown = await customer.ruth.get(path)
  expect(shown.body).toMatchObject({ grant: { version: 1 }, proposal: { terms: { extendsGrant: true, end: { days: 400 } } } })
  const answer = { proposalId: proposalIn(shown.body).id, decision: 'grant', rights: [], notGranted: [], terms: longer.terms }
  expect((await customer.ruth.send('POST', `${path}/proposal/answer`, answer)).body['outcome']).toBe('as_asked')
  const { grant } = (await customer.ruth.get(path)).body as { grant: { version: number; notAfter: string; rights: { notAfter: string }[] } }
  expect(grant.version).toBe(2)
  expect(Date.parse(grant.notAfter) - Date.now()).toBeGreaterThan(399 * 86_400_000)
  expect(grant.rights[0]?.notAfter).toBe(grant.notAfter)
  const said = entries((await petra.get(`${profile}/conversation`)).body).filter(({ comparedWith }) => comparedWith === 'in_force')
  expect(said.map(({ kind, differences }) => [kind, differences.map((row) => row['kind'])])).toEqual([
    ['proposal', ['end']],
    ['grant', ['end']],
  ])
})

test('what was taken away while more was asked stays away, whatever was asked on top', async () => {
  const { customer, profile, path } = await givenLiving(['domain.view', 'domain.manage', 'mail.view'])
  await petra.send('POST', `${profile}/more`, { rights: [asked('mail.manage'), asked('hosting.view')], terms: unchanged, validityDays: 30 })
  const { id } = proposalIn((await customer.ruth.get(path)).body)
  await customer.ruth.send('POST', `${path}/narrow`, { version: 1, keep: [all('domain.view')], end: null })
  const answer = {
    proposalId: id,
    decision: 'grant',
    rights: [all('mail.view'), all('mail.manage'), all('hosting.view')],
    notGranted: [],
    terms: unchanged,
  }
  expect((await customer.ruth.send('POST', `${path}/proposal/answer`, answer)).status).toBe(200)
  const { grant } = (await customer.ruth.get(path)).body as { grant: { rights: { right: string }[] } }
  expect(grant.rights.map(({ right }) => right)).toEqual(['domain.view', 'hosting.view'])
})

test('a narrowing made by mistake is taken back within the day, and neither a stop nor an older version', async () => {
  const { customer, profile, path } = await givenLiving(['domain.view', 'domain.manage', 'mail.view'])
  const narrowed = await customer.ruth.send('POST', `${path}/narrow`, { version: 1, keep: [all('domain.view')], end: null })
  expect(narrowed.status).toBe(200)
  expect((await customer.ruth.get(path)).body['undo']).toMatchObject({ rights: ['domain.manage', 'mail.view'], end: false })
  expect((await petra.send('POST', `/o/${alpweb}/partnerships/x/undo`, { version: 2 })).status).toBe(404)
  expect((await customer.ruth.send('POST', `${path}/undo`, { version: 2 })).body).toMatchObject({ version: 3 })
  expect((await customer.ruth.get(path)).body).toMatchObject({
    undo: null,
    grant: { version: 3, rights: [{ right: 'domain.view' }, { right: 'domain.manage' }, { right: 'mail.view' }] },
  })
  expect((await customer.ruth.send('POST', `${path}/undo`, { version: 3 })).body['code']).toBe('changed_meanwhile')
  const versions = entries((await petra.get(`${profile}/conversation`)).body).filter(({ kind }) => kind === 'grant')
  expect(versions.map(({ reason, side, differences }) => [reason, side, differences.map((row) => row['kind'])])).toEqual([
    ['granted', 'customer', []],
    ['narrowed', 'customer', ['left_out', 'left_out']],
    ['restored', 'customer', ['added', 'added']],
  ])
  await customer.ruth.send('POST', `${path}/stop`, {})
  expect((await customer.ruth.get(path)).body['undo']).toBeNull()
})

test('a day later the narrowing stays as it is', async () => {
  const { customer, partnershipId, path } = await givenLiving(['domain.view', 'mail.view'])
  await customer.ruth.send('POST', `${path}/narrow`, { version: 1, keep: [all('domain.view')], end: null })
  await server.database.owner.query(`begin; set local session_replication_role = replica;
    update grant_version set made_at = now() - interval '25 hours' where partnership_id = '${partnershipId}'; commit`)
  expect((await customer.ruth.get(path)).body['undo']).toBeNull()
  expect((await customer.ruth.send('POST', `${path}/undo`, { version: 2 })).body['code']).toBe('undo_over')
})

test('a reason for a no is read by the other side beside the version it was said to', async () => {
  const { customer, profile, path } = await givenLiving()
  await petra.send('POST', `${profile}/more`, { rights: [asked('mail.view')], terms: unchanged, validityDays: 30 })
  const { id } = proposalIn((await customer.ruth.get(path)).body)
  await customer.ruth.send('POST', `${path}/proposal/decline`, { proposalId: id, reason: 'We do this ourselves' })
  const last = entries((await petra.get(`${profile}/conversation`)).body).findLast(({ kind }) => kind === 'proposal')
  expect(last).toMatchObject({ state: 'declined', outcome: { by: 'Ruth Bäckerei Zürcher GmbH', reason: 'We do this ourselves' } })
})

test('what a partner only prepares, and what belongs to others, is in nobody else’s history', async () => {
  const { customer, id, profile, path } = await givenLiving()
  await story.marc.send('POST', `${profile}/more`, { rights: [asked('mail.view')], terms: unchanged, validityDays: 30 })
  expect(entries((await petra.get(`${profile}/conversation`)).body)).toHaveLength(3)
  expect(entries((await customer.ruth.get(`${path}/conversation`)).body)).toHaveLength(2)
  expect((await story.anna.get(`${profile}/conversation`)).status).toBe(404)
  expect((await story.paul.get(`/o/${story.webwerk}/customers/${id}/conversation`)).status).toBe(404)
  const other = await givenCustomer(server, 'Fremd AG', `fremd${++count}@fremd.example`)
  expect((await other.ruth.get(`${path.replace(customer.id, other.id)}/conversation`)).status).toBe(404)
})
