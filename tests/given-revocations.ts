// Every way in which access is taken away, and how it is given back before the next try.
import { v7 } from 'uuid'
import type { TestDatabase } from './database.ts'
import { listRows } from './given-list-rows.ts'
import { type Lane, rights, type Signed, signIn, termsOfLane, type World } from './given-revocation-world.ts'

export type Try = {
  readonly database: Pick<TestDatabase, 'owner'>
  readonly world: World
  readonly lane: Lane
  readonly anna: Signed
  readonly visit: string
  readonly url: string
}
export type Revocation = {
  readonly name: string
  /** What is asked before and after; `domain.manage` unless said otherwise. */
  readonly keeps?: 'visit'
  readonly prepare?: (tried: Omit<Try, 'visit'>) => Promise<void>
  /** Answers with what the customer or partner was answered. */
  readonly revoke: (tried: Try) => Promise<Record<string, unknown>>
  readonly giveBack: (tried: Try) => Promise<unknown>
}

const scopes = [{ kind: 'all', future: true }]
const rows = ({ database }: Pick<Try, 'database'>) => listRows(database.owner)
const atCustomer = ({ lane, url }: Pick<Try, 'lane' | 'url'>) => `${url}/api/o/${lane.customer}/partnerships/${lane.partnership}`
const atPartner = ({ world, url }: Pick<Try, 'world' | 'url'>) => `${url}/api/o/${world.partner}`

export async function call(
  method: string,
  address: string,
  { token }: Pick<Signed, 'token'>,
  body?: object,
): Promise<Record<string, unknown>> {
  const response = await fetch(address, {
    method,
    headers: {
      cookie: `__Host-session=${token}`,
      'idempotency-key': v7(),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const answer = (await response.json()) as Record<string, unknown>
  if (!response.ok) throw new Error(`${method} ${address}: ${response.status} ${JSON.stringify(answer)}`)
  return answer
}

async function versionOf({ database, lane }: Try): Promise<number> {
  const { rows: found } = await database.owner.query<{ version: number }>(
    'select grant_version as version from partnership where id = $1',
    [lane.partnership],
  )
  return found[0]?.version ?? 0
}
/** As if it had never ended: in earnest a partnership ends once. */
const activate = async (tried: Try) => {
  await rows(tried).run('delete from handback where partnership_id = $1', tried.lane.partnership)
  await rows(tried).run("update partnership set state = 'active', ended_at = null, ended_by = null where id = $1", tried.lane.partnership)
}
const assign = (tried: Omit<Try, 'visit'>) => {
  const { world, lane } = tried
  const key = { partner: world.partner, customer: lane.customer, partnership: lane.partnership }
  return rows(tried).assign(key, lane.collaborator, world.petra.person)
}
const nothing = async () => {}

export const revocations: readonly Revocation[] = [
  {
    name: 'a right is removed',
    keeps: 'visit',
    revoke: async (tried) => {
      const body = { version: await versionOf(tried), keep: [{ right: 'domain.view', scopes }], end: null }
      return call('POST', `${atCustomer(tried)}/narrow`, tried.lane.ruth, body)
    },
    giveBack: async (tried) => {
      const wanted = rights.map((right) => ({ right, scopes }))
      const body = { version: await versionOf(tried), rights: wanted, terms: termsOfLane, renew: false }
      return call('PUT', `${atCustomer(tried)}/grant`, tried.lane.ruth, body)
    },
  },
  {
    name: 'access is stopped',
    revoke: (tried) => call('POST', `${atCustomer(tried)}/stop`, tried.lane.ruth, {}),
    giveBack: (tried) => call('POST', `${atCustomer(tried)}/resume`, tried.lane.ruth, {}),
  },
  {
    name: 'the customer ends',
    revoke: (tried) => call('POST', `${atCustomer(tried)}/end`, tried.lane.ruth, { reason: null }),
    giveBack: activate,
  },
  {
    name: 'the partner ends',
    revoke: (tried) => call('POST', `${atPartner(tried)}/customers/${tried.lane.managed}/end`, tried.world.petra, {}),
    giveBack: activate,
  },
  {
    name: 'a visit is ended',
    revoke: (tried) => call('DELETE', `${atCustomer(tried)}/visits/${tried.visit}`, tried.lane.ruth),
    giveBack: nothing,
  },
  {
    name: 'only named people are let in',
    revoke: (tried) => call('PUT', `${atCustomer(tried)}/people`, tried.lane.ruth, { namedPeopleOnly: true, people: [] }),
    giveBack: (tried) => call('PUT', `${atCustomer(tried)}/people`, tried.lane.ruth, { namedPeopleOnly: false, people: [] }),
  },
  {
    name: 'somebody is un-assigned',
    revoke: (tried) => call('POST', `${atPartner(tried)}/customers/${tried.lane.managed}/assign`, tried.world.petra, { people: [] }),
    giveBack: assign,
  },
  {
    name: 'a member is removed',
    revoke: (tried) => call('DELETE', `${atPartner(tried)}/members/${tried.lane.collaborator}`, tried.world.petra),
    giveBack: async (tried) => {
      const member = "insert into member (organisation_id, person_id, role, added_at) values ($1, $2, 'collaborator', now())"
      await rows(tried).run(member, tried.world.partner, tried.lane.collaborator)
      await assign(tried)
    },
  },
  {
    name: 'a role is lowered',
    prepare: (tried) =>
      rows(tried).write([
        ["update member set role = 'administrator' where person_id = $1", [tried.lane.collaborator]],
        ['delete from assignment where partnership_id = $1', [tried.lane.partnership]],
      ]),
    revoke: (tried) => call('PATCH', `${atPartner(tried)}/members/${tried.lane.collaborator}`, tried.world.petra, { role: 'collaborator' }),
    giveBack: assign,
  },
  {
    name: 'somebody signs out everywhere',
    revoke: (tried) => call('POST', `${tried.url}/api/sign-out-everywhere`, tried.anna, {}),
    giveBack: nothing,
  },
  {
    name: 'a session is ended from elsewhere',
    revoke: async (tried) =>
      call('DELETE', `${tried.url}/api/account/sessions/${tried.anna.session}`, await signIn(tried.database, tried.anna.person)),
    giveBack: nothing,
  },
  {
    name: 'the operator suspends',
    revoke: async (tried) => {
      const { customer, partnership } = tried.lane
      const event = {
        kind: 'partnership.suspended',
        body: { by: 'operator' },
        readers: `{${customer},${tried.world.partner}}`,
        partnership,
      }
      const client = await tried.database.owner.connect()
      await client.query('begin')
      await client.query('update partnership set suspended_by_operator_at = now() where id = $1', [partnership])
      await client.query('select seal($1::json)', [JSON.stringify([event])])
      await client.query('commit')
      client.release()
      return {}
    },
    giveBack: (tried) => rows(tried).run('update partnership set suspended_by_operator_at = null where id = $1', tried.lane.partnership),
  },
]
