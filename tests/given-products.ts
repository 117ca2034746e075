// A customer with products that the provider told, and partners inside: one with rights on everything, one on a single product.
import { v7 } from 'uuid'
import { hashToken, randomToken } from '../src/server/platform/secrets.ts'
import { type Called, type Caller, givenCaller, givenStranger } from './given-caller.ts'
import { listRows, type Rows } from './given-list-rows.ts'
import { givenPerson } from './given-people.ts'
import { type GivenCustomer, givenActive, givenCustomer, givenPartners } from './given-requests.ts'
import type { TestServer } from './server.ts'

export type Provider = { readonly tell: (method: string, path: string, body?: unknown) => Promise<Called> }

/** One of the provider's systems, with its key. */
export async function givenProvider({ url, database }: TestServer): Promise<Provider> {
  const key = `pk_${randomToken()}`
  await database.system.query('insert into provider_key (id, name, key_hash, created_at) values ($1, $2, $3, now())', [
    v7(),
    'Billing',
    hashToken(key),
  ])
  return { tell: (method, path, body) => tellAs(url, key, method, path, body) }
}

export async function tellAs(url: string, key: string, method: string, path: string, body?: unknown): Promise<Called> {
  const response = await fetch(`${url}/api/provider${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, headers: response.headers, body: (await response.json().catch(() => ({}))) as Record<string, unknown> }
}

export const domainTold = (name: string) => ({
  family: 'domain',
  name,
  renewsOn: '2027-05-31',
  price: { amount: 1490, currency: 'CHF', period: 'year' },
  domain: {
    nameServers: ['ns1.dns.example', 'ns2.dns.example'],
    records: [
      { name: '@', type: 'A', value: '192.0.2.10' },
      { name: '@', type: 'MX', value: 'mx1.mail.example', priority: 10 },
      { name: 'www', type: 'CNAME', value: name },
    ],
  },
})
const hostingTold = {
  family: 'hosting',
  name: 'Webhosting Plus',
  hosting: { host: 'web7.hosting.example', ipv4: '192.0.2.70', ipv6: '2001:db8::70' },
}

export const driveTold = {
  family: 'drive',
  name: 'Drive Backstube',
  drive: {
    host: 'drive7.hosting.example',
    storageMb: 100_000,
    users: [
      { name: 'Ruth Zürcher', email: 'ursula@beck.example' },
      { name: 'Beat Zürcher', email: 'beat@beck.example' },
    ],
  },
}
export const serverTold = {
  family: 'server',
  name: 'Kassenserver',
  server: {
    ...{ host: 'srv7.hosting.example', ipv4: '192.0.2.77', ipv6: '2001:db8::77' },
    ...{ system: 'Debian 13', cores: 4, memoryMb: 8192, diskGb: 160 },
  },
}

export const everyRight = [
  ...['organisation.view', 'members.view', 'billing.view', 'billing.manage'],
  ...['domain.view', 'domain.manage', 'mail.view', 'mail.manage', 'mail.content', 'hosting.view', 'hosting.manage', 'product.delete'],
]

type Member = Caller & { readonly email: string }
export type GivenProducts = {
  readonly server: TestServer
  readonly provider: Provider
  readonly partners: Awaited<ReturnType<typeof givenPartners>>
  readonly beck: GivenCustomer
  readonly neighbour: GivenCustomer
  readonly products: Readonly<Record<'domain' | 'second' | 'mail' | 'hosting' | 'foreign', string>>
  readonly rows: Rows
  readonly collaborator: Member
  readonly administrator: Member
  readonly nobody: Caller
  /** Paths: her own Manager, Petra's and Paul's visits in it. */
  readonly own: string
  readonly acting: string
  readonly narrow: string
  readonly partnershipId: string
}

/** Bäckerei Zürcher and her neighbour. Petra (Alpweb) holds `rights` on everything; Paul (Webwerk) sees and manages one domain only. */
export async function givenProducts(server: TestServer, rights: readonly string[] = everyRight): Promise<GivenProducts> {
  const provider = await givenProvider(server)
  const partners = await givenPartners(server)
  const beck = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'ursula@beck.example')
  const neighbour = await givenCustomer(server, 'Zürn Holzbau AG', 'toebi@zuern.example')
  const told = async (number: string, reference: string, body: object): Promise<string> => {
    const { body: answer } = await provider.tell('PUT', `/organisations/${number}/products/${reference}`, body)
    return String(answer['id'])
  }
  const products = {
    domain: await told(beck.number, 'd-1', domainTold('beck.example')),
    second: await told(beck.number, 'd-2', domainTold('beck-zuerich.example')),
    mail: await told(beck.number, 'm-1', { family: 'mail', name: 'beck.example' }),
    hosting: await told(beck.number, 'h-1', hostingTold),
    foreign: await told(neighbour.number, 'd-9', domainTold('zuern.example')),
  }
  const rows = listRows(server.database.owner)
  const { partnershipId } = await givenActive(server, partners, beck, rights)
  const narrow = await rows.answer(
    null,
    { partner: partners.webwerk, customer: beck.id, by: beck.personId },
    { rights: ['domain.view', 'domain.manage'], productId: products.second },
  )
  const collaborator = await givenMember(server, beck.id, 'Beat Zürcher', 'collaborator')
  const administrator = await givenMember(server, beck.id, 'Vreni Zürcher', 'administrator')
  await partners.petra.send('POST', `/c/${partnershipId}/visit`, {})
  await partners.paul.send('POST', `/c/${narrow}/visit`, {})
  return {
    ...{ server, provider, partners, beck, neighbour, products, rows, collaborator, administrator },
    nobody: givenStranger(server),
    own: `/o/${beck.id}`,
    acting: `/c/${partnershipId}`,
    partnershipId,
    narrow: `/c/${narrow}`,
  }
}

async function givenMember(server: TestServer, organisation: string, name: string, role: string): Promise<Member> {
  const email = `${name.split(' ')[0]?.toLowerCase()}@beck.example`
  const personId = await givenPerson(server, { name, email })
  await listRows(server.database.owner).run(
    'insert into member (organisation_id, person_id, role, added_at) values ($1, $2, $3, now())',
    organisation,
    personId,
    role,
  )
  return { ...(await givenCaller(server, personId)), email }
}

/** What the customer reads of it, newest first. */
export async function entriesOf(caller: Caller, organisation: string, kind: string): Promise<readonly Record<string, unknown>[]> {
  const { body } = await caller.get(`/o/${organisation}/activity?limit=200`)
  return (body['entries'] as Record<string, unknown>[]).filter((entry) => entry['kind'] === kind)
}
