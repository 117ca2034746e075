// Two acts at once end in one outcome, and whoever came second is told in the answer which it was and who it was.
import { expect, test } from 'vitest'
import { givenCaller } from '../../../tests/given-caller.ts'
import { givenPerson } from '../../../tests/given-people.ts'
import { answered, asked, givenCustomer, givenPartners, noTerms, requestTo, tokenOf } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'
import { asId, type ProposalId } from '../../domain/ids.ts'
import { asSystem } from '../react.ts'
import { lapseProposal } from '../requests/lapse-request.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { alpweb, petra, marc } = story
const { owner } = server.database
let count = 0

const all = (right: string) => ({ right, scopes: [{ kind: 'all', future: true }] })
const unchanged = { ...noTerms, payer: null }
type Answer = { readonly status: number; readonly body: Record<string, unknown> }
const outcomeOf = ({ body }: Answer) => body['outcome'] as { kind: string; by: string } | undefined
const winners = (answers: readonly Answer[]) => answers.filter(({ status }) => status === 200)
const losers = (answers: readonly Answer[]) => answers.filter(({ status }) => status !== 200)

/** A customer with two legal representatives, Ruth and Beat, and an open question of the partner. */
async function givenAsked(rights: readonly string[] = ['mail.view']) {
  const customer = await givenCustomer(server, `Zürcher ${++count}`, `ruth${count}@baeckerei.example`)
  const beatId = await givenPerson(server, {
    name: 'Beat',
    email: `beat${count}@baeckerei.example`,
    password: 'a long enough password of Beat',
  })
  await owner.query(`begin; set local session_replication_role = replica;
    insert into member (organisation_id, person_id, role, added_at) values ('${customer.id}', '${beatId}', 'legal_representative', now());
    insert into fact_change (kind, key) values ('person', '${beatId}');
    select seal('[{"kind":"organisation.settings_changed","body":{},"readers":[]}]'); commit`)
  const beat = await givenCaller(server, beatId)
  const held = ['domain.view', 'domain.manage']
  const sent = await petra.send(
    'POST',
    `/o/${alpweb}/requests`,
    requestTo({ email: customer.email }, { rights: held.map((right) => asked(right)) }),
  )
  const id = String(sent.body['managedCustomerId'])
  const { body } = await answered(server, customer, id, held)
  const partnershipId = String(body['partnershipId'])
  const path = `/o/${customer.id}/partnerships/${partnershipId}`
  const profile = `/o/${alpweb}/customers/${id}`
  await petra.send('POST', `${profile}/more`, {
    rights: rights.map((right) => asked(right, { required: true })),
    terms: unchanged,
    validityDays: 30,
  })
  const proposal = (await customer.ruth.get(path)).body['proposal'] as { id: string }
  const answer = (rightsGiven: readonly string[], more: object = {}) => ({
    proposalId: proposal.id,
    decision: 'grant',
    rights: rightsGiven.map(all),
    notGranted: [],
    terms: unchanged,
    ...more,
  })
  return { customer, ruth: customer.ruth, beat, path, profile, proposalId: proposal.id, partnershipId, answer }
}

test('two representatives of one side answer at once: one answer counts, the other reads whose', async () => {
  const { ruth, beat, path, proposalId, answer } = await givenAsked()
  const answers = await Promise.all([
    ruth.send('POST', `${path}/proposal/answer`, answer(['mail.view'])),
    beat.send('POST', `${path}/proposal/decline`, { proposalId }),
  ])
  expect(winners(answers)).toHaveLength(1)
  const [lost] = losers(answers)
  expect(lost?.body['code']).toBe('already_answered')
  const isGranted = answers[0].status === 200
  expect(lost && outcomeOf(lost)).toMatchObject(
    isGranted ? { kind: 'accepted', by: expect.stringContaining('Ruth') } : { kind: 'declined', by: 'Beat' },
  )
})

test('a yes while it is being withdrawn: either it holds or it is gone, and both read the same', async () => {
  const { ruth, path, profile, answer } = await givenAsked()
  const [yes, back] = await Promise.all([
    ruth.send('POST', `${path}/proposal/answer`, answer(['mail.view'])),
    marc.send('POST', `${profile}/withdraw`, {}),
  ])
  expect(winners([yes, back])).toHaveLength(1)
  const grant = ((await ruth.get(path)).body['grant'] as { rights: { right: string }[] }).rights.map(({ right }) => right)
  expect(grant.includes('mail.view')).toBe(yes.status === 200)
  if (yes.status === 200) expect(outcomeOf(back)).toMatchObject({ kind: 'accepted' })
  else expect(outcomeOf(yes)).toMatchObject({ kind: 'withdrawn', by: 'Marc', organisation: 'Alpweb AG' })
})

test('a counter while its time runs out: the clock or the answer, never both', async () => {
  const { ruth, path, proposalId, partnershipId, answer } = await givenAsked(['mail.view', 'hosting.view'])
  await owner.query('update proposal set expires_at = now() where id = $1', [proposalId])
  const [counter] = await Promise.all([
    ruth.send('POST', `${path}/proposal/answer`, answer(['mail.view'], { decision: 'propose', notGranted: ['hosting.view'] })),
    asSystem(server.server.house, (work) => lapseProposal(work, asId<ProposalId>(proposalId))),
  ])
  expect(['request_expired', 'already_answered']).toContain(counter.body['code'])
  const { rows } = await owner.query('select state from proposal where partnership_id = $1 order by number', [partnershipId])
  expect(rows.map(({ state }) => state)).toEqual(['accepted', 'expired'])
  const late = await ruth.send('POST', `${path}/proposal/answer`, answer(['mail.view']))
  expect(outcomeOf(late)).toMatchObject({ kind: 'expired', by: null })
})

test('a yes while the rights are narrowed: what was narrowed stays away, and each side of the race is on record', async () => {
  const { ruth, beat, path, answer } = await givenAsked()
  const [yes, less] = await Promise.all([
    ruth.send('POST', `${path}/proposal/answer`, answer(['mail.view'])),
    beat.send('POST', `${path}/narrow`, { version: 1, keep: [all('domain.view')], end: null }),
  ])
  expect(yes.status).toBe(200)
  const rights = ((await ruth.get(path)).body['grant'] as { rights: { right: string }[] }).rights.map(({ right }) => right)
  if (less.status === 200) expect(rights).toEqual(['domain.view', 'mail.view'])
  else {
    expect(less.body['code']).toBe('changed_meanwhile')
    expect(outcomeOf(less)).toMatchObject({ kind: 'granted', by: expect.stringContaining('Ruth') })
    expect(rights).toEqual(['domain.view', 'domain.manage', 'mail.view'])
  }
})

test('two of one organisation answer the same link at once: one claims it, the other reads who', async () => {
  const customer = await givenCustomer(server, 'Garage Élan', 'francois@garage.example')
  const colleagueId = await givenPerson(server, {
    name: 'Claire',
    email: 'claire@garage.example',
    password: 'a long enough password of Claire',
  })
  await owner.query(`begin; set local session_replication_role = replica;
    insert into member (organisation_id, person_id, role, added_at) values ('${customer.id}', '${colleagueId}', 'legal_representative', now());
    insert into fact_change (kind, key) values ('person', '${colleagueId}');
    select seal('[{"kind":"organisation.settings_changed","body":{},"readers":[]}]'); commit`)
  const claire = await givenCaller(server, colleagueId)
  const sent = await petra.send(
    'POST',
    `/o/${alpweb}/requests`,
    requestTo({ customerNumber: customer.number }, { rights: [asked('domain.view')] }),
  )
  const token = await tokenOf(server, String(sent.body['managedCustomerId']))
  const { id } = (await claire.get(`/requests/${token}/consent`)).body['proposal'] as { id: string }
  const body = {
    organisationId: customer.id,
    proposalId: id,
    decision: 'grant',
    rights: [all('domain.view')],
    notGranted: [],
    terms: noTerms,
  }
  const answers = await Promise.all(
    [claire, customer.ruth, claire, customer.ruth].map((caller) => caller.send('POST', `/requests/${token}/answer`, body)),
  )
  expect(winners(answers)).toHaveLength(1)
  for (const lost of losers(answers)) expect(lost.body).toMatchObject({ code: 'already_answered', outcome: { kind: 'accepted' } })
})

test('two stop at once: one stops, the other reads that it is stopped and by whom', async () => {
  const { ruth, beat, path } = await givenAsked()
  const answers = await Promise.all([ruth.send('POST', `${path}/stop`, {}), beat.send('POST', `${path}/stop`, {})])
  expect(winners(answers)).toHaveLength(1)
  expect(losers(answers)[0]?.body).toMatchObject({
    code: 'already_suspended',
    outcome: { kind: 'suspended', by: answers[0].status === 200 ? expect.stringContaining('Ruth') : 'Beat' },
  })
})

test('an end while an offer is being taken: the loser is told that it ended, and nothing comes back', async () => {
  const { ruth, path, profile, proposalId } = await givenAsked()
  await ruth.send('POST', `${path}/proposal/decline`, { proposalId })
  await ruth.send('POST', `${path}/ask-to-pay`, { version: 1 })
  const number = ((await petra.get(`${profile}/profile`)).body['proposal'] as { number: number }).number
  const [end, taken] = await Promise.all([
    ruth.send('POST', `${path}/end`, { reason: null }),
    petra.send('POST', `${profile}/proposal/accept`, { number }),
  ])
  expect(end.status).toBe(200)
  if (taken.status !== 200) expect(outcomeOf(taken)).toMatchObject({ kind: 'ended' })
  expect((await ruth.get(path)).body['state']).toBe('ended')
})
