// The same conversations over the real API and database: lives side by side, and in each now and then two commands at once. What comes of them is what
// the model foretells; of two at once, what it foretells of one order or the other. `npm run proof -- conversations` holds many more of them.
import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { born, type Model, type Open } from '../proof/conversations/model.ts'
import { personOf } from '../proof/conversations/people.ts'
import { predict } from '../proof/conversations/predict.ts'
import { everything, type Said } from '../proof/conversations/said.ts'
import { type ApiLife, givenCast, givenLife, isSayable, say, standOf } from './given-conversations.ts'
import { givenServer } from './server.ts'

const server = await givenServer()
const people = await givenCast(server)
const lives = Number(process.env['PROOF_LIVES'] ?? 12)
const seed = Number(process.env['PROOF_SEED'] ?? 20_261_128)
const stepsEach = 14
const sideBySide = 4
const tally = { lives: 0, said: 0, done: 0, atOnce: 0, bothDone: 0 }

test('whatever is said, one after the other or at once, comes out as foretold', async () => {
  for (let from = 0; from < lives; from += sideBySide) {
    const together = Array.from({ length: Math.min(sideBySide, lives - from) }, (_, place) => live(from + place))
    for (const ended of await Promise.allSettled(together)) if (ended.status === 'rejected') throw ended.reason
  }
  expect(tally.done).toBeGreaterThan(lives * 4)
  expect(tally.atOnce).toBeGreaterThan(0)
  const seen = process.env['PROOF_SEEN']
  if (seen !== undefined) writeFileSync(seen, JSON.stringify(tally))
}, 1_200_000)

/** One life: what would be refused is said now and then, so that most of it leads somewhere. */
async function live(number: number): Promise<void> {
  const life = await givenLife(server, people)
  const drawn = fc.sample(fc.tuple(fc.oneof(...everything), fc.nat(9)), { numRuns: 400, seed: seed * 1_000 + number })
  let model = born
  const path: string[] = []
  for (const [next, other] of pairs(drawn, () => model)) {
    if (path.length >= stepsEach) break
    const label = JSON.stringify(other ? [next, other] : next)
    path.push(label)
    model = other ? await atOnce(life, model, [next, other], path) : await alone(life, model, next, path)
  }
  tally.lives++
}

/** What is worth saying of what was drawn, as it comes: two at once every fourth time. */
function* pairs(drawn: readonly (readonly [Said, number])[], now: () => Model): Generator<readonly [Said, Said | undefined]> {
  const worth = ([said, luck]: readonly [Said, number]) => isSayable(said) && (luck === 0 || predict(now(), said).outcome === 'done')
  for (let place = 0; place < drawn.length; place++) {
    const one = drawn[place]
    if (!one || !worth(one)) continue
    const rest =
      one[1] % 4 === 1
        ? drawn.slice(place + 1, place + 60).find((other) => worth(other) && whoSays(other[0]) !== whoSays(one[0]))
        : undefined
    yield [one[0], rest?.[0]]
  }
}

/** Two at once are two people: one person proves an address, or does not. */
const whoSays = (said: Said): string => ('by' in said && said.by !== 'operator' ? personOf(said.by) : '')

async function alone(life: ApiLife, model: Model, said: Said, path: readonly string[]): Promise<Model> {
  const foretold = predict(model, said)
  const seen = await say(life, await standOf(life), said, model)
  tally.said++
  if (seen === 'done') tally.done++
  expect(seen === 'done' ? 'done' : 'refused', path.join('\n')).toBe(foretold.outcome)
  const after = foretold.outcome === 'done' ? foretold.next : model
  expect(await wordsOf(life), path.join('\n')).toEqual(modelWords(after))
  return after
}

/** Both read the same, then both come: whoever is second may be told that something changed. */
async function atOnce(life: ApiLife, model: Model, said: readonly [Said, Said], path: readonly string[]): Promise<Model> {
  const stand = await standOf(life)
  const seen = await Promise.all(said.map((one) => say(life, stand, one, model)))
  tally.said += 2
  tally.atOnce++
  tally.done += seen.filter((one) => one === 'done').length
  if (seen.every((one) => one === 'done')) tally.bothDone++
  const words = await wordsOf(life)
  const orders = [[0, 1] as const, [1, 0] as const].flatMap((order) => outcomes(model, said, seen, order))
  const found = orders.find((after) => JSON.stringify(modelWords(after)) === JSON.stringify(words))
  expect(
    found,
    `${path.join('\n')}\n${seen.join()}\n${JSON.stringify(words)}\nforetold: ${orders.map((after) => JSON.stringify(modelWords(after))).join('\n')}`,
  ).toBeDefined()
  return found ?? model
}

/** The model after this order, if that is what was seen. */
function outcomes(
  model: Model,
  said: readonly [Said, Said],
  seen: readonly string[],
  [one, other]: readonly [0 | 1, 0 | 1],
): readonly Model[] {
  const first = predict(model, said[one])
  if ((seen[one] === 'done') !== (first.outcome === 'done')) return []
  const between = first.outcome === 'done' ? first.next : model
  const second = predict(between, said[other])
  if (seen[other] === 'stale' && first.outcome === 'done') return [between]
  if ((seen[other] === 'done') !== (second.outcome === 'done')) return []
  return [second.outcome === 'done' ? second.next : between]
}

const question = (open: Open | null) => open && `${open.side} ${open.state} ${listed(open.rights)} !${listed(open.required)} ${open.payer}`

function modelWords({ pair, inboxes }: Model) {
  return {
    state: pair?.state ?? null,
    gate: pair?.byCustomer ?? false,
    version: pair?.version ?? 0,
    payer: pair?.granted?.payer ?? null,
    granted: [...(pair?.granted?.rights.keys() ?? [])].toSorted(),
    assigned: pair?.assigned === undefined ? 'nobody' : pair.assigned && [...pair.assigned].toSorted(),
    open: pair?.open ? [question(pair.open)] : [],
    inboxes: inboxes.map(question),
  }
}

type Asked = { readonly right: string; readonly required: boolean }
type Row = {
  readonly email: string | null
  readonly side: string
  readonly state: string
  readonly rights: readonly Asked[]
  readonly payer: string | null
}

/** The same, as the tables have it. */
async function wordsOf({ partner, customer, addresses }: ApiLife) {
  const { owner } = server.database
  const { rows } = await owner.query(
    `select p.id, p.state, p.suspended_by_customer_at is not null as gate, coalesce(p.grant_version, 0) as version, g.terms ->> 'payer' as payer,
       (select coalesce(array_agg(r."right" order by r."right"), '{}') from granted_right r where r.partnership_id = p.id) as granted,
       (select case when count(*) = 0 then '"nobody"' else coalesce(json_agg(a.rights) -> 0, 'null') end::text from assignment a where a.partnership_id = p.id) as assigned
     from partnership p left join grant_version g on g.partnership_id = p.id and g.version = p.grant_version
     where p.partner_id = $1 and p.customer_id = $2 and p.state in ('proposed', 'active')`,
    [partner, customer],
  )
  const proposals = await owner.query<Row>(
    `select i.email, o.side, o.state, o.rights, o.terms ->> 'payer' as payer from proposal o left join invitation i on i.id = o.invitation_id and o.partnership_id is null
     where o.partner_id = $1 and o.state in ('prepared', 'open') order by o.number`,
    [partner],
  )
  const inWords = ({ side, state, rights, payer }: Row) => {
    const required = rights.filter((one) => one.required)
    return `${side} ${state} ${listed(rights.map(({ right }) => right))} !${listed(required.map(({ right }) => right))} ${payer}`
  }
  const [pair] = rows
  const assigned: unknown = pair ? JSON.parse(pair.assigned) : 'nobody'
  return {
    ...{ state: pair?.state ?? null, gate: pair?.gate ?? false, version: pair?.version ?? 0, payer: pair?.payer ?? null },
    granted: sorted(pair?.granted ?? []),
    assigned: Array.isArray(assigned) ? sorted(assigned) : assigned,
    open: proposals.rows.filter(({ email }) => email === null).map(inWords),
    inboxes: addresses.map((address) => proposals.rows.filter(({ email }) => email === address).map(inWords)[0] ?? null),
  }
}

const sorted = (names: Iterable<string>): readonly string[] => [...names].toSorted()
const listed = (names: Iterable<string>): string => sorted(names).join()
