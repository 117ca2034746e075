// A replica in a console, fed by a running server: it answers as the node does, within moments of each change, and not at all when it cannot know.
import { randomUUID } from 'node:crypto'
import { afterAll, expect, test, vi } from 'vitest'
import { givenConsole } from '../../../tests/given-console.ts'
import { givenProducts } from '../../../tests/given-products.ts'
import { machineWaits } from '../../../tests/machine-waits.ts'
import { givenServer } from '../../../tests/server.ts'
import { openProkura } from '../../client/open-prokura.ts'
import { openReplica } from '../../client/open-replica.ts'
import type { Decision, Question } from '../../client/question.ts'
import { missingOf } from '../../live-index/asked.ts'
import { wireVersion } from '../../live-index/replica-wire.ts'

const server = await givenServer()
const { partners, beck, products, partnershipId, collaborator } = await givenProducts(server)
const { owner } = server.database
const zones = await givenConsole(server, { families: ['domain'] })
const prokura = openProkura({
  issuer: server.config.publicUrl,
  clientId: zones.clientId,
  clientSecret: zones.secret,
  resource: zones.resource,
})
const replica = openReplica(prokura)
afterAll(() => replica.close())
await replica.ready()

const { petra, paul, people } = partners
const visits = await owner.query<{ id: string; person_id: string }>('select id, person_id from visit where ended_at is null')
const visitOf = (person: string) => visits.rows.find(({ person_id }) => person_id === person)?.id ?? ''
const { rows: beats } = await owner.query<{ id: string }>('select id from person where email = $1', [collaborator.email])
const beatsId = beats[0]?.id ?? ''
const petrasVisit = visitOf(people.petra)
const family = 'domain'
const onDomain = (action: string, more: Partial<Question> = {}): Question => ({
  person: people.petra,
  action,
  resource: { family, product: products.domain },
  visit: petrasVisit,
  ...more,
})

/** What this console can ask, by everybody, about everything. */
const everything: readonly Question[] = [people.petra, people.anna, people.paul, beck.personId, beatsId, randomUUID()].flatMap((person) =>
  [{ visit: petrasVisit }, { visit: visitOf(people.paul) }, { partnership: partnershipId }, {}, { visit: randomUUID() }].flatMap((place) =>
    [...Object.values(products), randomUUID()].flatMap((product) =>
      ['view', 'manage', 'product.delete'].map((action) => ({ person, action, resource: { family, product }, ...place })),
    ),
  ),
)

async function theNodeSays({ person, action, resource, ...place }: Question): Promise<string> {
  const { product = '' } = resource as { product?: string }
  const asked = { person, action: action.includes('.') ? action : `domain.${action}`, product, family, ...place }
  const fresh = await server.server.house.decisions.fresh({ consistency: 'strong' }, [asked])
  if (fresh === 'stale') return 'stale'
  const { code } = fresh.index.check(asked, fresh.now)
  return code === 0 ? 'allowed' : missingOf(code)
}

async function expectTheSame(): Promise<void> {
  const theirs = await Promise.all(everything.map(theNodeSays))
  const ours = await Promise.all(everything.map((question) => replica.strong(question)))
  for (const [place, question] of everything.entries()) {
    // A product of another family is absent here: another no, and the only one that may differ.
    const { product } = question.resource as { product: string }
    const isForeign = product === products.mail || product === products.hosting
    if (isForeign) expect(ours[place]?.allowed).toBe(false)
    else expect(ours[place]?.reason, JSON.stringify(question)).toBe(theirs[place])
  }
  expect(theirs).toContain('allowed')
}

test('it answers every question about its family as the node does', async () => {
  await expectTheSame()
})

test('after a right was taken away no strong answer allows it, and those who watch hear of it at once', async () => {
  await expect.poll(() => replica.check(onDomain('manage')).reason).toBe('allowed')
  const heard: string[] = []
  const told = new Promise<Decision>((resolve) => {
    replica.watch(onDomain('manage'), (decision) => {
      heard.push(decision.reason)
      if (!decision.allowed && decision.reason !== 'stale') resolve(decision)
    })
  })
  expect(heard).toEqual(['allowed'])
  const path = `/o/${beck.id}/partnerships/${partnershipId}`
  const { body } = await beck.ruth.get(path)
  const grant = body['grant'] as { version: number; rights: { right: string; scopes: object[] }[] }
  const keep = grant.rights.filter(({ right }) => right !== 'domain.manage').map(({ right, scopes }) => ({ right, scopes }))
  const waited = machineWaits()
  const began = performance.now()
  expect((await beck.ruth.send('POST', `${path}/narrow`, { version: grant.version, keep, end: null })).status).toBe(200)
  expect((await replica.strong(onDomain('manage'))).reason).toBe('right_granted')
  expect((await told).reason).toBe('right_granted')
  expect(performance.now() - began - waited()).toBeLessThan(5_000)
  await expect.poll(() => replica.check(onDomain('view'))).toMatchObject({ allowed: true, reason: 'allowed', givenBy: null })
  await expectTheSame()
})

test('an answer explains itself as the decision API does', async () => {
  const { because, position, authenticatedAt } = await vi.waitFor(() => {
    const decision = replica.check(onDomain('view'), { explain: true })
    expect(decision.reason).toBe('allowed')
    expect(decision.position).toBe(replica.standing().position)
    return decision
  }, 20_000)
  expect(because).toMatchObject({ by: 'role', partnership: partnershipId, customer: beck.id, right: 'domain.view', visit: petrasVisit })
  expect(position).toBeGreaterThan(0)
  expect(Date.now() - (authenticatedAt ?? 0)).toBeLessThan(120_000)
})

test('what it does not serve it does not answer', async () => {
  const mail = { resource: { family: 'mail', product: products.mail } }
  await expect.poll(() => replica.check(onDomain('view', mail)).reason).toBe('not_served')
  await expect.poll(() => replica.check(onDomain('mail.view')).reason).toBe('right_exists')
})

test('a visit that ran out is denied, and one that was seen meanwhile has not run out, though nobody announced it', async () => {
  await owner.query("update visit set seen_at = now() - interval '2 hours' where id = $1", [petrasVisit])
  // A node ends what ran out every half minute: not this one, as long as it is held.
  const holder = await owner.connect()
  await holder.query('begin')
  await holder.query('select from visit where id = $1 for update', [petrasVisit])
  // Nobody announces when somebody was seen: the node remembers what it was told last.
  const fresh = await server.server.house.decisions.fresh({ consistency: 'strong' })
  const record = fresh === 'stale' ? undefined : fresh.index.visit(petrasVisit)
  if (fresh === 'stale' || !record) throw new Error('the visit is there')
  fresh.index.apply({ kind: 'visit', key: petrasVisit, record: { ...record, seenAt: record.seenAt - 7_200_000 } })
  const late = openReplica(prokura)
  await late.ready()
  // It cannot know by itself: until it has asked, it says so.
  expect(late.check(onDomain('view')).reason).toBe('stale')
  await expect.poll(() => late.check(onDomain('view')).reason).toBe('visit_not_over')
  await holder.query('update visit set seen_at = clock_timestamp() where id = $1', [petrasVisit])
  await holder.query('commit')
  holder.release()
  expect((await late.strong(onDomain('view'))).reason).toBe('allowed')
  await expect.poll(() => late.check(onDomain('view')).reason).toBe('allowed')
  late.close()
  expect(late.check(onDomain('view')).reason).toBe('stale')
})

test('a stopped partnership, an ended visit and a session signed out close it', async () => {
  const paulsQuestion: Question = {
    person: people.paul,
    action: 'manage',
    resource: { family, product: products.second },
    visit: visitOf(people.paul),
  }
  expect((await replica.strong(paulsQuestion)).allowed).toBe(true)
  expect((await paul.send('POST', '/sign-out', {})).status).toBe(200)
  expect((await replica.strong(paulsQuestion)).allowed).toBe(false)
  expect((await petra.send('POST', `/c/${partnershipId}/visit`, {})).status).toBe(200)
  expect((await beck.ruth.send('POST', `/o/${beck.id}/partnerships/${partnershipId}/stop`, {})).status).toBe(200)
  const unknown = onDomain('view', { visit: undefined, partnership: partnershipId })
  expect((await replica.strong(unknown)).reason).toBe('not_suspended_by_customer')
  await expectTheSame()
})

test('when the journal turns out to be another one, it loads anew', async () => {
  await owner.query(
    'begin; set local session_replication_role = replica; update journal set epoch = epoch + 1 where position = journal_head(); commit',
  )
  const question: Question = { person: beck.personId, action: 'manage', resource: { family, product: products.domain } }
  await expect.poll(async () => (await replica.strong(question)).reason).toBe('allowed')
  await expectTheSame()
})

test('nobody else is fed', async () => {
  const ask = (authorization: string, body: object) =>
    fetch(`${server.url}/access/v1/replica`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const request = { version: wireVersion, replica: randomUUID() }
  expect((await ask('Bearer nothing-that-is-a-token-of-a-console', request)).status).toBe(401)
  const token = await prokura.connection.own.get()
  expect((await ask(`Bearer ${token}`, { ...request, since: 'somewhere' })).status).toBe(400)
  const first = (await (await ask(`Bearer ${token}`, request)).json()) as { kind: string; stand: object }
  expect(first).toMatchObject({ kind: 'page', families: ['domain'], stand: { epoch: expect.any(Number) } })
  expect(await (await ask(`Bearer ${token}`, { ...request, version: 0 })).json()).toEqual({ kind: 'other_version', version: wireVersion })
})
