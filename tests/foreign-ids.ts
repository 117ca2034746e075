// Requests of people who are in their own place, with ids of somebody else's things in path and body: each id is real, and none is theirs.
import { randomUUID } from 'node:crypto'
import { type Called, type Caller, givenCaller } from './given-caller.ts'
import { noTerms } from './given-requests.ts'
import type { TestServer } from './server.ts'

const longAgo = '2026-01-01T00:00:00Z'

export type Attempt = { readonly as: string; readonly method: string; readonly path: string; readonly body?: object }
export type Outcome = { readonly attempt: string; readonly status: number; readonly code: unknown }

/** Made by the demo story: Webwerk and the bakery do the asking; everything else is foreign to them. */
export async function givenForeignIds({ url, database }: TestServer) {
  const one = async (sql: string, ...values: unknown[]): Promise<string> => {
    const { rows } = await database.owner.query<{ id: string }>(sql, values)
    if (!rows[0]) throw new Error(`the demo story has none: ${sql}`)
    return rows[0].id
  }
  const organisation = (name: string) => one('select id from organisation where name like $1', `${name}%`)
  const [webwerk, alpweb, bakery, joinery, hotel] = await Promise.all(['Webwerk', 'Alpweb', 'Bäckerei', 'Zürn', 'Hôtel'].map(organisation))
  const person = (name: string) => one('select id from person where name = $1', name)
  const product = (owner: string | undefined, family: string) =>
    one('select id from product where organisation_id = $1 and family = $2 order by id limit 1', owner, family)
  const of = (table: string, owner: string | undefined) =>
    one(`select id from ${table} where organisation_id = $1 order by id limit 1`, owner)
  const partnership = (partner: string | undefined, customer: string | undefined) =>
    one('select id from partnership where partner_id = $1 and customer_id = $2', partner, customer)
  const petra = await person('Petra Frei')
  await givenCaller({ url, database }, petra)
  const ids = {
    ...{ webwerk, alpweb, bakery, joinery },
    juerg: await person('Jürg Lüthi'),
    ursula: await person('Ursula Zürcher'),
    petra,
    row: await one('select m.id from managed_customer m where m.partner_id = $1 and m.customer_id = $2', alpweb, joinery),
    asked: await one("select id from managed_customer where partner_id = $1 and status = 'requested' limit 1", alpweb),
    prepared: await one("select id from managed_customer where partner_id = $1 and status = 'prepared' limit 1", alpweb),
    theirs: await partnership(alpweb, joinery),
    rivals: await partnership(alpweb, bakery),
    own: await partnership(webwerk, bakery),
    proposal: await one("select id from proposal where state = 'open' and side = 'customer' limit 1"),
    visit: await one('select id from visit limit 1'),
    session: await one('select s.id from session s join person p on p.id = s.person_id where p.name = $1 limit 1', 'Petra Frei'),
    ...{ domain: await product(joinery, 'domain'), mail: await product(joinery, 'mail'), hosting: await product(joinery, 'hosting') },
    ...{ ownDomain: await product(bakery, 'domain'), ownMail: await product(bakery, 'mail'), ownHosting: await product(bakery, 'hosting') },
    ...{ record: await of('dns_record', joinery), mailbox: await of('mailbox', joinery), alias: await of('mail_alias', bakery) },
    forwarding: await of('mailbox_forwarding', joinery),
    ...{ site: await of('site', joinery), invoice: await of('invoice', joinery), method: await of('payment_method', joinery) },
    ...{ drive: await product(joinery, 'drive'), ownDrive: await product(bakery, 'drive'), folder: await of('drive_folder', joinery) },
    ...{ server: await product(hotel, 'server'), ownServer: await product(bakery, 'server') },
    ...{ user: await of('drive_user', joinery), link: await of('drive_link', bakery), snapshot: await of('server_snapshot', hotel) },
    ...{ rule: await of('server_firewall_rule', hotel), key: await of('server_ssh_key', bakery) },
    invitation: randomUUID(),
    team: randomUUID(),
  }
  await formTeam(database, ids.team, ids.alpweb)
  await invite(database, ids.invitation, ids.alpweb, ids.petra)
  const callers = { juerg: await givenCaller({ url, database }, ids.juerg), ursula: await givenCaller({ url, database }, ids.ursula) }
  const entered = await callers.juerg.send('POST', `/c/${ids.own}/visit`, {})
  if (entered.status !== 200) throw new Error('Jürg is not inside')
  return { ids, callers }
}
export type ForeignIds = Awaited<ReturnType<typeof givenForeignIds>>

async function formTeam(database: TestServer['database'], id: string, organisation: string | undefined): Promise<void> {
  await database.owner.query("insert into team (organisation_id, id, name, created_at) values ($1, $2, 'Ours', now())", [organisation, id])
}

async function invite(database: TestServer['database'], id: string, organisation: string | undefined, by: string): Promise<void> {
  await database.owner.query(
    `insert into member_invitation (id, organisation_id, email, email_key, role, language, token_hash, state, invited_by, invited_at, expires_at)
     values ($1, $2, 'neu@alpweb.example', 'neu@alpweb.example', 'collaborator', 'de', '\\x00', 'open', $3, now(), now() + interval '9 days')`,
    [id, organisation, by],
  )
}

const asked = [{ right: 'domain.view', scope: { kind: 'all', future: true }, required: false, reason: null }]
const more = { rights: asked, terms: noTerms, validityDays: 30 }
const answer = { decision: 'grant', rights: [], notGranted: [], terms: noTerms }
const record = { name: 'x', type: 'A', value: '192.0.2.1' }
const mailbox = { displayName: '', quotaMb: 1000, spamFilter: 'standard', autoReply: null }
const folder = { name: 'x', quotaMb: 1000, sharing: 'off', users: [] }
const site = { documentRoot: '/', phpVersion: '8.4', certificate: 'automatic', forceHttps: true }

/** What a partner can do with a customer, asked for a row of another partner's list. */
const actsOnRow: readonly (readonly [string, string, object?])[] = [
  ['GET', 'row'],
  ['GET', 'profile'],
  ['GET', 'assignable'],
  ['GET', 'ending'],
  ['GET', 'link'],
  ...['products', 'rights', 'billing', 'activity', 'all'].map((file) => ['GET', `export?file=${file}&form=machine`] as const),
  ['POST', 'check', {}],
  ['POST', 'resend', {}],
  ['POST', 'correct-address', { email: 'x@x.example' }],
  ['POST', 'withdraw', {}],
  ['POST', 'revise', { number: 1, what: { preset: 'limited' }, terms: more.terms }],
  ['POST', 'more', more],
  ['POST', 'assign', { people: [] }],
  ['PUT', 'notes', { note: 'x' }],
  ['POST', 'end', {}],
  ['POST', 'proposal/accept', { number: 1 }],
  ['POST', 'proposal/counter', { ...more, number: 1 }],
  ['POST', 'proposal/decline', { number: 1 }],
  ['POST', 'proposal/withdraw', { number: 1 }],
]

/** What a customer can do with a partnership, asked for one in which it is not the customer. */
const actsOnPartnership = ({ ids }: ForeignIds): readonly (readonly [string, string, object?])[] => [
  ['GET', ''],
  ['GET', '/ending'],
  ['GET', '/still-working'],
  ['POST', '/narrow', { version: 1, keep: [], end: null }],
  ['PUT', '/grant', { version: 1, rights: [], terms: noTerms, renew: false }],
  ['PUT', '/payment', { version: 1, paymentMethodId: null, spendingLimit: null }],
  ['POST', '/ask-to-pay', { version: 1 }],
  ['POST', '/opened', {}],
  ['POST', '/stop', {}],
  ['POST', '/resume', {}],
  ['POST', '/end', { reason: null }],
  ['POST', '/close-mailboxes', {}],
  ['PUT', '/people', { namedPeopleOnly: true, people: [] }],
  ['DELETE', `/visits/${ids.visit}`],
  ['POST', '/proposal/answer', { ...answer, proposalId: ids.proposal }],
  ['POST', '/proposal/decline', { proposalId: ids.proposal }],
  ['POST', '/proposal/withdraw', { proposalId: ids.proposal }],
]

/** Everything about products that are not one's own, and about parts of them that are inside others'. */
const onProducts = ({ ids }: ForeignIds, as: string, at: string): readonly Attempt[] =>
  (
    [
      ['GET', `${ids.domain}`],
      ['GET', `${ids.domain}/records`],
      ['GET', `${ids.domain}/zone-file`],
      ['POST', `${ids.domain}/records`, record],
      ['PUT', `${ids.domain}/records/${ids.record}`, record],
      ['DELETE', `${ids.domain}/records/${ids.record}`],
      ['PUT', `${ids.domain}/name-servers`, { nameServers: ['ns1.x.example', 'ns2.x.example'] }],
      ['GET', `${ids.mail}/mailboxes`],
      ['POST', `${ids.mail}/mailboxes`, { address: 'x', ...mailbox }],
      ['PUT', `${ids.mail}/mailboxes/${ids.mailbox}`, mailbox],
      ['DELETE', `${ids.mail}/mailboxes/${ids.mailbox}`],
      ['PUT', `${ids.mail}/mailboxes/${ids.mailbox}/password`, { password: 'nine geese swim across' }],
      ['PUT', `${ids.mail}/mailboxes/${ids.mailbox}/forwarding`, { forwardTo: ['x@x.example'], before: [] }],
      ['DELETE', `${ids.mail}/mailboxes/${ids.mailbox}/password?setAt=${longAgo}`],
      ['DELETE', `${ids.mail}/forwardings/${ids.forwarding}`],
      ['DELETE', `${ids.ownMail}/forwardings/${ids.forwarding}`],
      ['POST', `${ids.mail}/aliases`, { address: 'y', mailboxId: ids.mailbox }],
      ['DELETE', `${ids.mail}/aliases/${ids.alias}`],
      ['GET', `${ids.hosting}/sites`],
      ['POST', `${ids.hosting}/sites`, { hostName: 'x.example' }],
      ['PUT', `${ids.hosting}/sites/${ids.site}`, site],
      ['PUT', `${ids.hosting}/sites/${ids.site}/domain`, { domain: ids.domain }],
      ['DELETE', `${ids.hosting}/sites/${ids.site}`],
      ['PUT', `${ids.ownHosting}/sites/${ids.site}`, site],
      ['PUT', `${ids.ownHosting}/sites/${ids.site}/domain`, { domain: ids.domain }],
      ['POST', `${ids.ownHosting}/sites`, { hostName: 'x.zuern-holzbau.example', domain: ids.domain }],
      ...onDrivesAndServers(ids),
    ] as const
  ).map(([method, path, body]) => ({ as, method, path: `${at}/products/${path}`, ...(body ? { body } : {}) }))

const onDrivesAndServers = (ids: ForeignIds['ids']): readonly (readonly [string, string, object?])[] => [
  ['GET', `${ids.drive}/folders`],
  ['POST', `${ids.drive}/folders`, folder],
  ['PUT', `${ids.drive}/folders/${ids.folder}`, folder],
  ['DELETE', `${ids.drive}/folders/${ids.folder}`],
  ['POST', `${ids.drive}/folders/${ids.folder}/links`, {}],
  ['PUT', `${ids.ownDrive}/folders/${ids.folder}`, folder],
  ['DELETE', `${ids.ownDrive}/folders/${ids.folder}`],
  ['POST', `${ids.ownDrive}/folders/${ids.folder}/links`, {}],
  ['DELETE', `${ids.drive}/links/${ids.link}`],
  ['GET', `${ids.server}/server`],
  ['POST', `${ids.server}/power`, { order: 'stop' }],
  ['POST', `${ids.server}/snapshots`, { name: 'x' }],
  ['POST', `${ids.server}/snapshots/${ids.snapshot}/restore`, {}],
  ['DELETE', `${ids.server}/snapshots/${ids.snapshot}`],
  ['POST', `${ids.ownServer}/snapshots/${ids.snapshot}/restore`, {}],
  ['DELETE', `${ids.ownServer}/snapshots/${ids.snapshot}`],
  ['POST', `${ids.server}/firewall-rules`, { protocol: 'tcp', fromPort: 1, toPort: 1, source: 'any' }],
  ['DELETE', `${ids.server}/firewall-rules/${ids.rule}`],
  ['DELETE', `${ids.ownServer}/firewall-rules/${ids.rule}`],
  ['POST', `${ids.server}/firewall-rules/${ids.rule}/restore`, {}],
  ['POST', `${ids.ownServer}/firewall-rules/${ids.rule}/restore`, {}],
  ['POST', `${ids.server}/ssh-keys`, { publicKey: 'x' }],
  ['DELETE', `${ids.server}/ssh-keys/${ids.key}`],
]

export function attemptsOn(foreign: ForeignIds): readonly Attempt[] {
  const { ids } = foreign
  const [web, own] = [`/o/${ids.webwerk}`, `/o/${ids.bakery}`]
  const rows = [ids.row, ids.asked, ids.prepared].flatMap((row) =>
    actsOnRow.map(([method, act, body]) => ({ as: 'juerg', method, path: `${web}/customers/${row}/${act}`, ...(body ? { body } : {}) })),
  )
  const partnerships = [
    ...[ids.rivals, ids.own].map((id) => ['juerg', `${web}/partnerships/${id}`] as const),
    ['ursula', `${own}/partnerships/${ids.theirs}`] as const,
  ].flatMap(([as, at]) =>
    actsOnPartnership(foreign).map(([method, act, body]) => ({ as, method, path: `${at}${act}`, ...(body ? { body } : {}) })),
  )
  return [
    ...rows,
    ...partnerships,
    ...onProducts(foreign, 'ursula', own),
    ...onProducts(foreign, 'juerg', `/c/${ids.own}`),
    ...others(foreign, web, own),
  ]
}

const others = ({ ids }: ForeignIds, web: string, own: string): readonly Attempt[] => [
  { as: 'ursula', method: 'POST', path: `${own}/products/${ids.ownDrive}/folders`, body: { ...folder, users: [ids.user] } },
  { as: 'ursula', method: 'PUT', path: `${own}/products/${ids.ownDomain}/records/${ids.record}`, body: record },
  { as: 'ursula', method: 'DELETE', path: `${own}/products/${ids.ownDomain}/records/${ids.record}` },
  { as: 'ursula', method: 'PUT', path: `${own}/products/${ids.ownMail}/mailboxes/${ids.mailbox}`, body: mailbox },
  { as: 'ursula', method: 'DELETE', path: `${own}/products/${ids.ownMail}/mailboxes/${ids.mailbox}` },
  { as: 'ursula', method: 'POST', path: `${own}/products/${ids.ownMail}/aliases`, body: { address: 'neu', mailboxId: ids.mailbox } },
  { as: 'ursula', method: 'DELETE', path: `${own}/products/${ids.ownMail}/mailboxes/${ids.mailbox}/password?setAt=${longAgo}` },
  ...[ids.mail, ids.ownMail].map((product) => ({
    ...{ as: 'ursula', method: 'POST', path: `${own}/products/${product}/forwardings/${ids.forwarding}/keep`, body: {} },
  })),
  { as: 'ursula', method: 'GET', path: `${own}/billing/invoices/${ids.invoice}` },
  { as: 'juerg', method: 'GET', path: `${web}/billing/invoices/${ids.invoice}` },
  { as: 'ursula', method: 'GET', path: `${own}/verified-partners/${ids.joinery}` },
  { as: 'ursula', method: 'POST', path: `${own}/partnerships`, body: { partnerId: ids.joinery, rights: [], terms: noTerms } },
  { as: 'ursula', method: 'PATCH', path: `${own}/members/${ids.petra}`, body: { role: 'administrator' } },
  { as: 'ursula', method: 'DELETE', path: `${own}/members/${ids.petra}` },
  { as: 'ursula', method: 'POST', path: `${own}/member-invitations/${ids.invitation}/resend` },
  { as: 'ursula', method: 'DELETE', path: `${own}/member-invitations/${ids.invitation}` },
  { as: 'juerg', method: 'PATCH', path: `${web}/teams/${ids.team}`, body: { name: 'Theirs' } },
  { as: 'juerg', method: 'DELETE', path: `${web}/teams/${ids.team}` },
  ...['off-boarding', 'off-board', 'cover'].map((act) => ({
    ...{ as: 'juerg', method: act === 'off-boarding' ? 'GET' : 'POST', path: `${web}/members/${ids.petra}/${act}` },
    ...(act === 'off-board'
      ? { body: { successor: null } }
      : act === 'cover'
        ? { body: { substitute: ids.juerg, until: '2030-01-01' } }
        : {}),
  })),
  {
    ...{ as: 'juerg', method: 'POST', path: `${web}/assignment-rules` },
    body: { name: 'Theirs', filter: { tags: ['x'] }, to: { kind: 'team', id: ids.team } },
  },
  { as: 'juerg', method: 'POST', path: `${web}/customer-views`, body: { name: 'Theirs', filter: {}, teamId: ids.team } },
  { as: 'juerg', method: 'POST', path: `${web}/teams`, body: { name: 'Theirs', people: [ids.petra] } },
  { as: 'juerg', method: 'DELETE', path: `/account/sessions/${ids.session}` },
  { as: 'juerg', method: 'PUT', path: `${web}/switcher/${ids.theirs}`, body: { pinned: true } },
  { as: 'juerg', method: 'POST', path: `/c/${ids.rivals}/visit`, body: {} },
  { as: 'juerg', method: 'GET', path: `/c/${ids.theirs}/products` },
]

export async function outcomes({ callers }: ForeignIds, attempts: readonly Attempt[]): Promise<readonly Outcome[]> {
  const seen: Outcome[] = []
  for (const { as, method, path, body } of attempts) {
    const caller: Caller = as === 'ursula' ? callers.ursula : callers.juerg
    const answered: Called = method === 'GET' ? await caller.get(path) : await caller.send(method, path, body)
    seen.push({ attempt: `${as}: ${method} ${path}`, status: answered.status, code: answered.body['code'] })
  }
  return seen
}
