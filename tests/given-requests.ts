// A partner with its people and a customer with hers, and requests between them, sent and answered through the API.

import { asId } from '../src/domain/ids.ts'
import { requestToken } from '../src/server/partnerships/invitation-store.ts'
import { type Caller, givenCaller } from './given-caller.ts'
import { givenOrganisation, givenPerson } from './given-registered.ts'
import type { TestServer } from './server.ts'

export const noTerms = { startsOn: null, end: { kind: 'none' }, payer: 'customer', paymentMethodId: null, spendingLimit: null } as const

/** Alpweb with Petra (legal representative), Marc (administrator), Anna and Luca (collaborators); Webwerk with Paul, its legal representative. */
export async function givenPartners(server: TestServer) {
  const person = (name: string, firm: string) =>
    givenPerson(server, { name, email: `${name.toLowerCase()}@${firm}.example`, password: `a long enough password of ${name}` })
  const [petra, marc, anna, luca, paul] = await Promise.all([
    person('Petra', 'alpweb'),
    person('Marc', 'alpweb'),
    person('Anna', 'alpweb'),
    person('Luca', 'alpweb'),
    person('Paul', 'webwerk'),
  ])
  const alpweb = await givenOrganisation(server, {
    name: 'Alpweb AG',
    isPartner: true,
    members: [
      [petra, 'legal_representative'],
      [marc, 'administrator'],
      [anna, 'collaborator'],
      [luca, 'collaborator'],
    ],
  })
  const webwerk = await givenOrganisation(server, { name: 'Webwerk GmbH', isPartner: true, members: [[paul, 'legal_representative']] })
  const callers = {
    petra: await givenCaller(server, petra),
    marc: await givenCaller(server, marc),
    anna: await givenCaller(server, anna),
    luca: await givenCaller(server, luca),
    paul: await givenCaller(server, paul),
  }
  return { alpweb, webwerk, people: { petra, marc, anna, luca, paul }, ...callers }
}

export type GivenCustomer = Awaited<ReturnType<typeof givenCustomer>>

/** An organisation with one legal representative, whose address is `email`. */
export async function givenCustomer(server: TestServer, name: string, email: string) {
  const representative = await givenPerson(server, { name: `Ruth ${name}`, email, password: `a long enough password of ${name}` })
  const id = await givenOrganisation(server, { name, members: [[representative, 'legal_representative']] })
  const { rows } = await server.database.owner.query<{ number: string }>('select number from organisation where id = $1', [id])
  return { id, name, email, number: rows[0]?.number ?? '', personId: representative, ruth: await givenCaller(server, representative) }
}

export type Asked = {
  readonly right: string
  readonly required?: boolean
  readonly scope?: object
  readonly reason?: string
  readonly withoutIt?: string
}
/** The operator has not verified this partner. */
export async function unverified({ database }: TestServer, organisation: string): Promise<void> {
  const client = await database.owner.connect()
  await client.query('begin; set local session_replication_role = replica')
  await client.query('update organisation set verified_as_partner_at = null where id = $1', [organisation])
  await client.query('commit')
  client.release()
}

export const asked = (right: string, more: Partial<Asked> = {}) => ({
  right,
  scope: {
    kind:
      right.startsWith('organisation.') || right.startsWith('billing.') || right.startsWith('members.')
        ? 'organisation'
        : 'customer_chooses',
  },
  required: false,
  reason: null,
  ...more,
})

export const requestTo = (
  who: { email?: string; customerNumber?: string; [more: string]: unknown },
  what: object = { preset: 'limited' },
  more: object = {},
) => ({
  who: { language: 'en', ...who },
  what,
  terms: noTerms,
  ...more,
})

type Where = Pick<TestServer, 'server'> & { readonly database: Pick<TestServer['database'], 'owner'> }

/** The token in the link of a request, as the mail holds it. */
export async function tokenOf({ server, database }: Where, invitationId: string): Promise<string> {
  const { rows } = await database.owner.query<{ generation: number }>(
    'select token_generation as generation from invitation where id = $1',
    [invitationId],
  )
  return requestToken(server.house.secrets, { id: asId(invitationId), tokenGeneration: rows[0]?.generation ?? 1 })
}

type Granted = { readonly right: string; readonly scopes: readonly object[] }
const everywhere = (right: string): Granted => ({
  right,
  scopes: [/^(organisation|members|billing)\./.test(right) ? { kind: 'organisation' } : { kind: 'all', future: true }],
})

type Answering = { readonly decision?: 'grant' | 'propose'; readonly notGranted?: readonly string[]; readonly terms?: object }

/** The page behind the link as it is now, and what pressing its button sends, at any time later. */
export async function openedPage(server: TestServer, customer: GivenCustomer, invitationId: string) {
  const token = await tokenOf(server, invitationId)
  const consent = await customer.ruth.get(`/requests/${token}/consent?organisation=${customer.id}`)
  const { id } = consent.body['proposal'] as { id: string }
  return (rights: readonly string[], more: Answering = {}) =>
    customer.ruth.send('POST', `/requests/${token}/answer`, {
      organisationId: customer.id,
      proposalId: id,
      decision: more.decision ?? 'grant',
      rights: rights.map(everywhere),
      notGranted: more.notGranted ?? [],
      terms: more.terms ?? noTerms,
    })
}

/** The customer answers the request behind the link: `grant` these rights, or `propose` them. */
export async function answered(
  server: TestServer,
  customer: GivenCustomer,
  invitationId: string,
  rights: readonly string[],
  more: Answering = {},
) {
  const press = await openedPage(server, customer, invitationId)
  return press(rights, more)
}

/** A partnership in which these rights are in force. Answers with the partner's row for it. */
export async function givenActive(
  server: TestServer,
  partner: { readonly alpweb: string; readonly petra: Caller },
  customer: GivenCustomer,
  rights: readonly string[] = ['domain.view', 'domain.manage'],
): Promise<{ readonly id: string; readonly partnershipId: string }> {
  const sent = await partner.petra.send(
    'POST',
    `/o/${partner.alpweb}/requests`,
    requestTo({ email: customer.email }, { rights: rights.map((right) => asked(right)) }),
  )
  const id = String(sent.body['managedCustomerId'])
  const { status, body } = await answered(server, customer, id, rights)
  if (status !== 200) throw new Error(`the customer’s answer was refused: ${JSON.stringify(body)}`)
  return { id, partnershipId: String(body['partnershipId']) }
}
