// Two signatures by the register: the first one signs, the second one is asked, and the access is there when both have.
import { beforeAll, expect, test } from 'vitest'
import { type Caller, givenCaller, givenStranger } from '../given-caller.ts'
import { givenOrganisation, givenPerson, mailAbout } from '../given-people.ts'
import { asked, givenPartners, noTerms, requestTo, tokenOf } from '../given-requests.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const { alpweb, petra, people, webwerk, paul } = await givenPartners(server)
const { owner } = server.database
const person = (name: string) =>
  givenPerson(server, { name, email: `${name.toLowerCase()}@zuercher.example`, password: `a long enough password of ${name}` })
const [ruth, beat, mia] = await Promise.all([person('Ruth'), person('Beat'), person('Mia')])
const zuercher = await givenOrganisation(server, {
  name: 'Bäckerei Zürcher GmbH',
  members: [
    [ruth, 'legal_representative'],
    [beat, 'legal_representative'],
    [mia, 'administrator'],
  ],
})
const asRuth = await givenCaller(server, ruth)
const asBeat = await givenCaller(server, beat)
const asMia = await givenCaller(server, mia)
const stranger = givenStranger(server)
const at = `/o/${zuercher}`
let partnershipId = ''

const everywhere = (right: string) => ({ right, scopes: [{ kind: 'all', future: true }] })
const said = ({ status, body }: Awaited<ReturnType<Caller['get']>>) => [status, body['code']]
const waiting = async (as: Caller) => (await as.get(`${at}/signatures`)).body['waiting'] as { id: string; may: string[]; firstBy: string }[]
const sign = async (as: Caller, id: string) =>
  as.send('POST', `${at}/signatures/${id}/sign`, { digest: (await as.get(`${at}/signatures/${id}`)).body['digest'] })
const partnership = async () => (await asRuth.get(`${at}/partnerships/${partnershipId}`)).body
const grantOf = async () => {
  const { rows } = await owner.query(
    'select version, granted_by, seconded_by, terms from grant_version where partnership_id = $1 order by version desc limit 1',
    [partnershipId],
  )
  return rows[0]
}

beforeAll(async () => {
  expect((await asRuth.send('PUT', `${at}/signature-rule`, { twoSignatures: true })).status).toBe(200)
})

test('the first representative answers the request: the partner has no access yet and reads whose signature is missing', async () => {
  const sent = await petra.send(
    'POST',
    `/o/${alpweb}/requests`,
    requestTo({ email: 'ruth@zuercher.example' }, { rights: [asked('domain.view'), asked('domain.manage')] }),
  )
  const token = await tokenOf(server, String(sent.body['managedCustomerId']))
  const consent = await asRuth.get(`/requests/${token}/consent?organisation=${zuercher}`)
  const answered = await asRuth.send('POST', `/requests/${token}/answer`, {
    ...{ organisationId: zuercher, proposalId: (consent.body['proposal'] as { id: string }).id, decision: 'grant' },
    ...{ rights: [everywhere('domain.view'), everywhere('domain.manage')], notGranted: [], terms: noTerms },
  })
  expect(said(answered)).toEqual([409, 'second_signature_asked'])
  const { rows } = await owner.query('select id, state from partnership where customer_id = $1', [zuercher])
  expect(rows).toMatchObject([{ state: 'proposed' }])
  partnershipId = String(rows[0].id)
  expect((await petra.send('POST', `/c/${partnershipId}/visit`, {})).status).toBe(404)
  const profile = await petra.get(`/o/${alpweb}/customers/${String(sent.body['managedCustomerId'])}/profile`)
  expect(profile.body['secondSignature']).toMatchObject({ firstBy: 'Ruth' })
})

test('the second one gets a mail and a page that says exactly what is signed', async () => {
  await mailAbout(server, 'beat@zuercher.example', 'Your approval is needed: Alpweb AG')
  const [first] = await waiting(asBeat)
  expect(first).toMatchObject({ firstBy: 'Ruth', may: ['sign', 'refuse'], act: 'answer' })
  const shown = await asBeat.get(`${at}/signatures/${first?.id}`)
  expect(shown.body).toMatchObject({
    rights: [{ right: 'domain.view' }, { right: 'domain.manage' }],
    added: ['domain.view', 'domain.manage'],
    terms: { payer: 'customer' },
  })
  expect((await waiting(asRuth))[0]?.may).toEqual(['withdraw'])
  expect((await partnership())['secondSignature']).toMatchObject({ id: first?.id, firstBy: 'Ruth' })
})

test('nobody is the second of their own, and nobody else than a legal representative is one at all', async () => {
  const id = (await waiting(asBeat))[0]?.id ?? ''
  expect(said(await sign(asRuth, id))).toEqual([403, 'asker_cannot_answer'])
  expect(said(await sign(asMia, id))).toEqual([403, 'not_entitled'])
  expect((await stranger.send('POST', `${at}/signatures/${id}/sign`, { digest: 'a'.repeat(64) })).status).toBe(401)
  expect((await petra.send('POST', `/o/${alpweb}/signatures/${id}/sign`, { digest: 'a'.repeat(64) })).status).toBe(404)
  expect(said(await asBeat.send('POST', `${at}/signatures/${id}/sign`, { digest: 'a'.repeat(64) }))).toEqual([409, 'changed_meanwhile'])
})

test('with the second signature the access is there, under both names', async () => {
  expect((await sign(asBeat, (await waiting(asBeat))[0]?.id ?? '')).status).toBe(200)
  expect(await partnership()).toMatchObject({ state: 'active', secondSignature: null, grant: { grantedBy: 'Ruth', secondedBy: 'Beat' } })
  expect(await grantOf()).toMatchObject({ version: 1, granted_by: ruth, seconded_by: beat })
  expect((await petra.send('POST', `/c/${partnershipId}/visit`, {})).status).toBe(200)
})

test('less needs one signature: at once, and stopping too', async () => {
  const narrowed = await asBeat.send('POST', `${at}/partnerships/${partnershipId}/narrow`, {
    ...{ version: 1, keep: [everywhere('domain.view')], end: null },
  })
  expect(narrowed.status).toBe(200)
  expect((await asRuth.send('POST', `${at}/partnerships/${partnershipId}/stop`, {})).status).toBe(200)
  expect(said(await asRuth.send('POST', `${at}/partnerships/${partnershipId}/resume`, {}))).toEqual([409, 'second_signature_asked'])
  expect((await sign(asBeat, (await waiting(asBeat))[0]?.id ?? '')).status).toBe(200)
  expect((await partnership())['state']).toBe('active')
})

test('what changed meanwhile makes the first signature void', async () => {
  const more = { version: 2, rights: [everywhere('domain.view'), everywhere('mail.view')], terms: noTerms, renew: false }
  expect(said(await asRuth.send('PUT', `${at}/partnerships/${partnershipId}/grant`, more))).toEqual([409, 'second_signature_asked'])
  const id = (await waiting(asBeat))[0]?.id ?? ''
  const shorter = { version: 2, keep: [everywhere('domain.view')], end: { kind: 'after', days: 30 } }
  expect((await asBeat.send('POST', `${at}/partnerships/${partnershipId}/narrow`, shorter)).status).toBe(200)
  expect(said(await sign(asBeat, id))).toEqual([409, 'changed_meanwhile'])
  expect((await asBeat.get(`${at}/signatures/${id}`)).body['state']).toBe('void')
  expect(await grantOf()).toMatchObject({ version: 3 })
})

test('either may refuse, and whoever signed first may take it back', async () => {
  const longer = { version: 3, rights: [everywhere('domain.view')], terms: noTerms, renew: true }
  const path = `${at}/partnerships/${partnershipId}/grant`
  expect(said(await asRuth.send('PUT', path, longer))).toEqual([409, 'second_signature_asked'])
  expect((await asBeat.send('POST', `${at}/signatures/${(await waiting(asBeat))[0]?.id}/refuse`)).status).toBe(200)
  expect(said(await asBeat.send('PUT', path, longer))).toEqual([409, 'second_signature_asked'])
  expect((await asBeat.send('POST', `${at}/signatures/${(await waiting(asBeat))[0]?.id}/withdraw`)).status).toBe(200)
  expect(await waiting(asBeat)).toEqual([])
  expect(await grantOf()).toMatchObject({ version: 3 })
})

test('an offer goes out when both have signed it, and the partner’s yes makes a grant under both names', async () => {
  const offer = { partnerId: webwerk, rights: [everywhere('mail.view')], terms: noTerms }
  expect(said(await asRuth.send('POST', `${at}/partnerships`, offer))).toEqual([409, 'second_signature_asked'])
  expect((await owner.query('select from partnership where partner_id = $1', [webwerk])).rows).toHaveLength(0)
  expect((await sign(asBeat, (await waiting(asBeat))[0]?.id ?? '')).status).toBe(200)
  const listed = await owner.query('select id from managed_customer where partner_id = $1', [webwerk])
  const accepted = await paul.send('POST', `/o/${webwerk}/customers/${listed.rows[0].id}/proposal/accept`, { number: 1 })
  expect(accepted.status).toBe(200)
  const { rows } = await owner.query(
    'select g.granted_by, g.seconded_by from grant_version g join partnership p on p.id = g.partnership_id where p.partner_id = $1',
    [webwerk],
  )
  expect(rows).toEqual([{ granted_by: ruth, seconded_by: beat }])
})

test('one more who may enter by name, and no reason on entry any more, are more access: both sign', async () => {
  const path = `${at}/partnerships/${partnershipId}`
  const named = (...those: string[]) => asRuth.send('PUT', `${path}/people`, { namedPeopleOnly: true, people: those })
  expect((await named(people.petra)).status).toBe(200)
  expect(said(await named(people.petra, people.marc))).toEqual([409, 'second_signature_asked'])
  const [first] = await waiting(asBeat)
  expect((await asBeat.get(`${at}/signatures/${first?.id}`)).body).toMatchObject({ people: ['Marc'], rights: [], settings: [] })
  expect((await sign(asBeat, first?.id ?? '')).status).toBe(200)
  const admitted = ((await partnership())['people'] as { name: string; isAdmitted: boolean }[]).filter(({ isAdmitted }) => isAdmitted)
  expect(admitted.map(({ name }) => name).toSorted()).toEqual(['Marc', 'Petra'])
  const rules = (reasonNeeded: boolean, told: string[]) => asRuth.send('PUT', `${path}/visit-rules`, { reasonNeeded, told })
  expect((await rules(true, [ruth, beat])).status).toBe(200)
  // Herself she takes out alone, somebody else only together.
  expect((await rules(true, [beat])).status).toBe(200)
  expect((await rules(true, [ruth, beat])).status).toBe(200)
  expect(said(await rules(true, [ruth]))).toEqual([409, 'second_signature_asked'])
  const [untold] = await waiting(asBeat)
  expect((await asBeat.get(`${at}/signatures/${untold?.id}`)).body).toMatchObject({ act: 'visit_rules', untold: ['Beat'], settings: [] })
  expect((await sign(asBeat, untold?.id ?? '')).status).toBe(200)
  expect(said(await rules(false, []))).toEqual([409, 'second_signature_asked'])
  const [loose] = await waiting(asBeat)
  expect((await asBeat.get(`${at}/signatures/${loose?.id}`)).body['settings']).toEqual(['reasonNeeded', 'visitsTold'])
  expect((await asBeat.get(`${path}/visit-rules`)).body['reasonNeeded']).toBe(true)
  expect((await sign(asBeat, loose?.id ?? '')).status).toBe(200)
  expect((await asBeat.get(`${path}/visit-rules`)).body['reasonNeeded']).toBe(false)
})

test('shorter visits are set by one, longer ones by both', async () => {
  const path = `${at}/visit-limits`
  expect((await asRuth.send('PUT', path, { idleMinutes: 15, hours: 2 })).status).toBe(200)
  expect(said(await asRuth.send('PUT', path, { idleMinutes: 15, hours: 12 }))).toEqual([409, 'second_signature_asked'])
  expect((await asRuth.get(path)).body).toMatchObject({ idleMinutes: 15, hours: 2 })
  const [longer] = await waiting(asBeat)
  const shown = (await asBeat.get(`${at}/signatures/${longer?.id}`)).body
  expect(shown).toMatchObject({ act: 'visit_limits', visitLimits: { idleMinutes: 15, hours: 12 } })
  // Shortened meanwhile, it is not what the first signed any more.
  expect((await asBeat.send('PUT', path, { idleMinutes: 10, hours: 1 })).status).toBe(200)
  expect(said(await sign(asBeat, longer?.id ?? ''))).toEqual([409, 'changed_meanwhile'])
  expect(said(await asRuth.send('PUT', path, { idleMinutes: 15, hours: 12 }))).toEqual([409, 'second_signature_asked'])
  expect((await sign(asBeat, (await waiting(asBeat))[0]?.id ?? '')).status).toBe(200)
  expect((await asRuth.get(path)).body).toMatchObject({ idleMinutes: 15, hours: 12 })
})

test('what the operator closed until it is confirmed opens when both have confirmed it', async () => {
  const path = `${at}/partnerships/${partnershipId}`
  await waitsForConfirmation()
  expect((await partnership())['state']).toBe('suspended_by_operator')
  const [one] = (await asRuth.get(`${at}/confirmations`)).body['confirmations'] as { why: string; askedAt: string }[]
  const read = [{ why: one?.why, askedAt: one?.askedAt }]
  expect(said(await asRuth.send('POST', `${path}/confirm`, { read }))).toEqual([409, 'second_signature_asked'])
  expect((await asRuth.get(`${at}/confirmations`)).body['confirmations']).toHaveLength(1)
  expect((await sign(asBeat, (await waiting(asBeat))[0]?.id ?? '')).status).toBe(200)
  expect((await asRuth.get(`${at}/confirmations`)).body['confirmations']).toEqual([])
  await expect.poll(async () => (await partnership())['state'], { timeout: 20_000 }).toBe('active')
})

test('with one representative left nothing is enlarged, and the answer says what is missing', async () => {
  const demoted = await setRole(beat, 'administrator')
  expect((await asRuth.send('POST', `${at}/partnerships/${partnershipId}/stop`, {})).status).toBe(200)
  expect(said(await asRuth.send('POST', `${at}/partnerships/${partnershipId}/resume`, {}))).toEqual([409, 'second_representative_missing'])
  await demoted.back()
})

test('back to one signature needs both; nothing in the journal was lost', async () => {
  expect(said(await asRuth.send('PUT', `${at}/signature-rule`, { twoSignatures: false }))).toEqual([409, 'second_signature_asked'])
  expect((await asRuth.get(`${at}/signature-rule`)).body).toMatchObject({ twoSignatures: true, representatives: 2 })
  expect((await sign(asBeat, (await waiting(asBeat))[0]?.id ?? '')).status).toBe(200)
  expect((await asRuth.get(`${at}/signature-rule`)).body).toMatchObject({ twoSignatures: false })
})

/** As after the operator appointed somebody and thirty days went by. */
async function waitsForConfirmation(): Promise<void> {
  await asOwner(
    `insert into partnership_confirmation (customer_id, partnership_id, partner_id, why, asked_at, due_at)
     select customer_id, id, partner_id, 'representation', now(), now() from partnership where id = '${partnershipId}'`,
    `update partnership set suspended_by_operator_at = now() where id = '${partnershipId}'`,
  )
}

async function setRole(person: string, role: string): Promise<{ readonly back: () => Promise<void> }> {
  const to = (name: string) => asOwner(`update member set role = '${name}' where person_id = '${person}'`)
  await to(role)
  return { back: () => to('legal_representative') }
}

/** Past the journal: what the story is not about. */
async function asOwner(...statements: readonly string[]): Promise<void> {
  const client = await owner.connect()
  await client.query(`begin; set local session_replication_role = replica; ${statements.join(';')}; commit`)
  client.release()
}
