// The commands of the conversations, over the API of a test server: each life has a partner and a customer of its own, and the same people.
import type { Model, Open } from '../proof/conversations/model.ts'
import { type Name, names, personOf } from '../proof/conversations/people.ts'
import { type Asking, closedOver, type Said } from '../proof/conversations/said.ts'
import { emailKey } from '../src/server/identity/email-key.ts'
import { type Called, type Caller, givenCaller } from './given-caller.ts'
import { givenOrganisation, givenPerson } from './given-people.ts'
import { tokenOf } from './given-requests.ts'
import type { TestServer } from './server.ts'

type People = Readonly<Record<string, { readonly id: Awaited<ReturnType<typeof givenPerson>>; readonly caller: Caller }>>
export type ApiLife = {
  readonly server: TestServer
  readonly people: People
  readonly partner: string
  readonly customer: string
  readonly addresses: readonly [string, string]
}
type Stand = {
  readonly requests: readonly ({ readonly id: string; readonly row: string } | null)[]
  readonly partnership: string
  readonly row: string
  readonly version: number
  readonly proposal: { readonly id: string; readonly number: number }
  readonly rights: readonly string[]
}

export async function givenCast(server: TestServer): Promise<People> {
  const people: Record<string, People[string]> = {}
  for (const person of new Set(names.map(personOf))) {
    const id = await givenPerson(server, {
      name: person,
      email: `${person}@conversations.example`,
      password: `a long enough password of ${person}`,
    })
    people[person] = { id, caller: await givenCaller(server, id) }
  }
  return people
}

let lives = 0
export async function givenLife(server: TestServer, people: People): Promise<ApiLife> {
  const number = ++lives
  const members = (...list: readonly (readonly [string, 'legal_representative' | 'administrator' | 'collaborator'])[]) =>
    list.map(([person, role]) => [people[person]?.id ?? (person as never), role] as const)
  const asPartner = members(
    ...(['petra', 'paula', 'dora'] as const).map((one) => [one, 'legal_representative'] as const),
    ['marc', 'administrator'],
    ['anna', 'collaborator'],
  )
  const asCustomer = members(['ruth', 'legal_representative'], ['dora', 'legal_representative'], ['beat', 'administrator'])
  return {
    ...{ server, people },
    partner: await givenOrganisation(server, { name: `Partner ${number} AG`, isPartner: true, members: asPartner }),
    customer: await givenOrganisation(server, { name: `Customer ${number} AG`, members: asCustomer }),
    addresses: [`info-${number}@talk.example`, `ruth-${number}@talk.example`],
  }
}

const scopeOf = (right: string) => (right.startsWith('billing') ? { kind: 'organisation' } : { kind: 'all', future: true })
const termsOf = ({ payer, days }: Pick<Asking, 'payer' | 'days'>) => ({
  ...{ startsOn: null, end: days === null ? { kind: 'none' } : { kind: 'after', days }, payer, paymentMethodId: null, spendingLimit: null },
})
const askedOf = ({ rights, required }: Asking) =>
  rights.map((right) => ({ right, scope: scopeOf(right), required: required.includes(right), reason: null }))
const chosenOf = (rights: readonly string[]) => rights.map((right) => ({ right, scopes: [scopeOf(right)] }))

/** What is there to be talked about: read before the command is given, as a page would have shown it. */
export async function standOf({ server, partner, customer, addresses }: ApiLife): Promise<Stand> {
  const { rows } = await server.database.owner.query(
    `select p.id, p.grant_version, m.id as row, o.id as proposal, o.number,
       (select coalesce(array_agg(r."right"), '{}') from granted_right r where r.partnership_id = p.id) as rights
     from partnership p left join managed_customer m on m.partnership_id = p.id
       left join proposal o on o.partnership_id = p.id and o.state in ('prepared', 'open')
     where p.partner_id = $1 and p.customer_id = $2 and p.state in ('proposed', 'active')`,
    [partner, customer],
  )
  const requests = await server.database.owner.query<{ id: string; email: string; row: string }>(
    `select i.id, i.email, m.id as row from invitation i left join managed_customer m on m.invitation_id = i.id
     where i.partner_id = $1 and i.state in ('prepared', 'open')`,
    [partner],
  )
  const [found] = rows
  const nobody = '00000000-0000-7000-8000-000000000000'
  return {
    requests: addresses.map((address) => requests.rows.find(({ email }) => email === address) ?? null),
    ...{ partnership: found?.id ?? nobody, row: found?.row ?? nobody, version: found?.grant_version ?? 1, rights: found?.rights ?? [] },
    proposal: { id: found?.proposal ?? nobody, number: found?.number ?? 1 },
  }
}

/** Whether the API has such a command for that side at all. */
export function isSayable(said: Said): boolean {
  if (!('by' in said) || said.by === 'operator') return false
  const isOfPartner = !['ruth', 'beat', 'dora of the customer'].includes(said.by)
  if (['claim', 'answer', 'offer', 'change', 'suspend', 'resume', 'narrow', 'pay'].includes(said.kind))
    return !isOfPartner && !(said.kind === 'pay' && said.payer === 'partner')
  if (said.kind === 'refuse') return true
  return ['decline', 'withdraw', 'end'].includes(said.kind) || isOfPartner
}

/** What came of it: done, refused, or refused because something changed since it was read. */
export async function say(life: ApiLife, stand: Stand, said: Said, model: Model): Promise<'done' | 'refused' | 'stale'> {
  if (!('by' in said) || said.by === 'operator') throw new Error('not over the API')
  const answer = await call(life, stand, said as Said & { readonly by: Name }, model)
  if (answer === undefined) return 'refused'
  const { status, body } = answer
  if (status >= 500) throw new Error(`${JSON.stringify(said)}: ${status} ${JSON.stringify(body)}`)
  const results = body['results'] as readonly { readonly result: string }[] | undefined
  if (results) return results[0]?.result === 'sent' ? 'done' : 'refused'
  if (status < 400) return 'done'
  return ['changed_meanwhile', 'already_answered', 'not_found', 'already_claimed', 'request_withdrawn'].includes(String(body['code']))
    ? 'stale'
    : 'refused'
}

async function call(life: ApiLife, stand: Stand, said: Said & { readonly by: Name }, model: Model): Promise<Called | undefined> {
  const { caller } = life.people[personOf(said.by)] ?? {}
  if (!caller) throw new Error(`nobody is called ${said.by}`)
  const post = (path: string, body: object, method = 'POST') => caller.send(method, path, body)
  const atRow = (row: string, rest: string, body: object) => post(`/o/${life.partner}/customers/${row}/${rest}`, body)
  const atOwn = (rest: string, body: object, method?: string) =>
    post(`/o/${life.customer}/partnerships/${stand.partnership}/${rest}`, body, method)
  if ('inbox' in said) return inInbox(life, stand, said, { caller, post, atRow, model })
  const isOfCustomer = ['ruth', 'beat', 'dora of the customer'].includes(said.by)
  const { proposal, version } = stand
  switch (said.kind) {
    case 'more':
      return atRow(stand.row, 'more', { rights: askedOf(said.asking), terms: termsOf(said.asking) })
    case 'counter':
      return atRow(stand.row, 'proposal/counter', { number: proposal.number, rights: askedOf(said.asking), terms: termsOf(said.asking) })
    case 'accept':
      return atRow(stand.row, 'proposal/accept', { number: proposal.number })
    case 'release_more':
      return post(`/o/${life.partner}/requests/release`, { ids: [stand.row] })
    case 'offer':
      return post(`/o/${life.customer}/partnerships`, {
        partnerId: life.partner,
        rights: chosenOf(said.asking.rights),
        terms: termsOf(said.asking),
      })
    case 'answer':
      return atOwn('proposal/answer', { proposalId: proposal.id, ...answerOf(model.pair?.open ?? null, said) })
    case 'decline':
      return isOfCustomer
        ? atOwn('proposal/decline', { proposalId: proposal.id })
        : atRow(stand.row, 'proposal/decline', { number: proposal.number })
    case 'withdraw':
      return isOfCustomer ? atOwn('proposal/withdraw', { proposalId: proposal.id }) : atRow(stand.row, 'withdraw', {})
    case 'end':
      return isOfCustomer ? atOwn('end', { reason: null }) : atRow(stand.row, 'end', {})
    case 'suspend':
      return atOwn('stop', {})
    case 'resume':
      return atOwn('resume', {})
    case 'change': {
      const granted = model.pair?.granted
      const days = said.days === 'as_it_is' ? (granted?.days ?? null) : said.days
      return atOwn(
        'grant',
        { version, rights: chosenOf(said.rights), terms: termsOf({ payer: granted?.payer ?? null, days }), renew: said.renew },
        'PUT',
      )
    }
    case 'narrow': {
      const keep = chosenOf(stand.rights.filter((right) => !said.drop.includes(right as never)))
      return atOwn('narrow', { version, keep, end: said.days === null ? null : { kind: 'after', days: said.days } })
    }
    case 'pay':
      return atOwn('payment', { version, paymentMethodId: null, spendingLimit: null }, 'PUT')
    case 'assign':
      return atRow(stand.row, 'assign', { people: [{ id: life.people['anna']?.id, rights: said.rights }] })
    default:
      return undefined
  }
}

type Calling = {
  readonly caller: Caller
  readonly post: (path: string, body: object) => Promise<Called>
  readonly atRow: (row: string, rest: string, body: object) => Promise<Called>
  readonly model: Model
}

async function inInbox(
  life: ApiLife,
  stand: Stand,
  said: Extract<Said, { inbox: 0 | 1 }>,
  { caller, post, atRow, model }: Calling,
): Promise<Called | undefined> {
  if (said.kind === 'request') {
    const { asking } = said
    const who = { email: life.addresses[said.inbox], language: 'en' }
    return post(`/o/${life.partner}/requests`, { who, what: { rights: askedOf(asking) }, terms: termsOf(asking) })
  }
  const request = stand.requests[said.inbox]
  if (!request) return undefined
  if (said.kind === 'release') return post(`/o/${life.partner}/requests/release`, { ids: [request.row] })
  if (said.kind === 'resend') return atRow(request.row, 'resend', {})
  if (said.kind === 'take_back') return atRow(request.row, 'withdraw', {})
  await prove(life, request.id, said)
  const token = await tokenOf(life.server, request.id)
  if (said.kind === 'refuse') return post(`/requests/${token}/decline`, { organisationId: null })
  const consent = await caller.get(`/requests/${token}/consent?organisation=${life.customer}`)
  const proposal = consent.body['proposal'] as { readonly id: string } | undefined
  if (!proposal) return undefined
  const own = answerOf(model.inboxes[said.inbox], said)
  return post(`/requests/${token}/answer`, { organisationId: life.customer, proposalId: proposal.id, ...own })
}

/** Whoever answers proved the invited address, or did not. */
async function prove({ server, people, addresses }: ApiLife, request: string, said: Extract<Said, { proven: boolean }>): Promise<void> {
  const person = people[personOf(said.by)]?.id
  await server.database.owner.query('delete from proven_address where invitation_id = $1 and person_id = $2', [request, person])
  if (!said.proven) return
  const values = [request, person, emailKey(addresses[said.inbox])]
  await server.database.owner.query(
    'insert into proven_address (invitation_id, person_id, email_key, proven_at) values ($1, $2, $3, now()) on conflict do nothing',
    values,
  )
}

/** What the page would send: the button says whether this grants or proposes. */
function answerOf(question: Open | null, { choice }: Extract<Said, { choice: unknown }>) {
  const given = closedOver(choice.granted)
  const isCounter =
    [...(question?.required ?? [])].some((right) => !given.has(right)) || (choice.payer === 'partner' && question?.payer !== 'partner')
  const notGranted = [...(question?.rights ?? [])].filter((right) => !given.has(right))
  return { decision: isCounter ? 'propose' : 'grant', rights: chosenOf(choice.granted), notGranted, terms: termsOf(choice) }
}
