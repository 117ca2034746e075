// A drive, a server and mail of one customer, and what lets somebody in without Prokura: links, keys and forwardings, made by its own people, by a partner, by another one.
import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import type { Caller } from './given-caller.ts'
import { driveTold, givenProducts, serverTold } from './given-products.ts'
import type { TestServer } from './server.ts'

export const rightsInside = [
  'drive.view',
  'drive.manage',
  'drive.content',
  'server.view',
  'server.manage',
  'server.content',
  'mail.view',
  'mail.manage',
  'mail.content',
]

/** A public key that nobody has had before. */
function publicKey(): string {
  const part = (bytes: Buffer) => Buffer.concat([Buffer.from([0, 0, 0, bytes.length]), bytes])
  const random = createHash('sha256').update(v7()).digest()
  return `ssh-ed25519 ${Buffer.concat([part(Buffer.from('ssh-ed25519')), part(random)]).toString('base64')}`
}

export type WayIn = {
  readonly url: string
  readonly link: string
  readonly key: string
  readonly forwarding: string
  readonly name: string
  readonly address: string
}

type Opens = { readonly link: boolean; readonly key: boolean; readonly forwarding: boolean }

export async function givenWaysIn(server: TestServer) {
  const world = await givenProducts(server, rightsInside)
  const { beck, own, provider, rows, partners } = world
  const told = async (reference: string, body: object) =>
    String((await provider.tell('PUT', `/organisations/${beck.number}/products/${reference}`, body)).body['id'])
  const drive = await told('v-1', driveTold)
  const machine = await told('s-1', serverTold)
  const settings = { name: 'Rezepte', quotaMb: 1000, sharing: 'edit', users: [] }
  const folder = String((await beck.ruth.send('POST', `${own}/products/${drive}/folders`, settings)).body['id'])
  const box = { displayName: 'Info', quotaMb: 1000, spamFilter: 'standard', autoReply: null }
  const mailbox = String(
    (await beck.ruth.send('POST', `${own}/products/${world.products.mail}/mailboxes`, { address: 'info', ...box })).body['id'],
  )
  let made = 0

  type Forwardings = {
    readonly forwardTo: readonly string[]
    readonly forwardings: readonly { readonly id: string; readonly address: string; readonly closesAt: string | null }[]
  }
  async function mailboxAt(caller: Caller, place: string): Promise<Forwardings> {
    const { body } = await caller.get(`${place}/products/${world.products.mail}/mailboxes`)
    return (body['mailboxes'] as (Forwardings & { id: string })[]).find(({ id }) => id === mailbox) ?? { forwardTo: [], forwardings: [] }
  }
  /** Sends the whole list again, as a form does. */
  async function forward(caller: Caller, place: string, addresses: readonly string[]): Promise<Forwardings> {
    const { status, body } = await caller.send('PUT', `${place}/products/${world.products.mail}/mailboxes/${mailbox}/forwarding`, {
      forwardTo: addresses,
      before: (await mailboxAt(caller, place)).forwardTo,
    })
    if (status !== 200) throw new Error(`not forwarded: ${JSON.stringify(body)}`)
    return body as unknown as Forwardings
  }

  /** `place`: the own Manager, or a visit. */
  async function make(caller: Caller, place: string): Promise<WayIn> {
    const name = `Schlüssel ${++made}`
    const link = await caller.send('POST', `${place}/products/${drive}/folders/${folder}/links`, { days: 90 })
    const key = await caller.send('POST', `${place}/products/${machine}/ssh-keys`, { name, publicKey: publicKey() })
    if (link.status !== 200 || key.status !== 200) throw new Error(`not made: ${JSON.stringify([link.body, key.body])}`)
    const address = `to${made}@elsewhere.example`
    const { forwardTo } = await mailboxAt(caller, place)
    const forwarded = await forward(caller, place, [...forwardTo, address])
    const forwarding = String(forwarded.forwardings.find((one) => one.address === address)?.id)
    return { url: String(link.body['url']), link: String(link.body['id']), key: String(key.body['id']), forwarding, name, address }
  }

  /** To which addresses the mail system is told to forward. */
  async function leadsTo(): Promise<readonly string[]> {
    const { body } = await provider.tell('GET', `/organisations/${beck.number}/products/m-1/forwardings`)
    return (body['mailboxes'] as { forwardTo: string[] }[]).flatMap(({ forwardTo }) => forwardTo)
  }

  /** What drive, server and mail system are told when somebody or something comes. */
  async function opens({ url, name, address }: WayIn): Promise<Opens> {
    const token = createHash('sha256')
      .update(url.split('/s/')[1] ?? '')
      .digest('hex')
    const { status } = await provider.tell('GET', `/drive-links/${token}`)
    const { body } = await provider.tell('GET', `/organisations/${beck.number}/products/s-1/ssh-keys`)
    const key = (body['keys'] as { name: string }[]).some((one) => one.name === name)
    return { link: status === 200, key, forwarding: (await leadsTo()).includes(address) }
  }

  /** A partnership of Alpweb with these rights, instead of the one there was. */
  async function begin(rights: readonly string[] = rightsInside, notAfter: Date | null = null): Promise<string> {
    const { rows: living } = await server.database.owner.query<{ id: string }>(
      "select m.id from managed_customer m join partnership p on p.id = m.partnership_id where p.customer_id = $1 and p.partner_id = $2 and p.state = 'active'",
      [beck.id, partners.alpweb],
    )
    for (const { id } of living) await partners.petra.send('POST', `/o/${partners.alpweb}/customers/${id}/end`, {})
    return rows.answer(null, { partner: partners.alpweb, customer: beck.id, by: beck.personId }, { rights, notAfter })
  }

  async function enter(caller: Caller, partnership: string): Promise<{ place: string; visit: string }> {
    const { status, body } = await caller.send('POST', `/c/${partnership}/visit`, {})
    if (status !== 200) throw new Error(`nobody is let in: ${JSON.stringify(body)}`)
    return { place: `/c/${partnership}`, visit: String(body['id']) }
  }

  return { ...world, drive, machine, folder, mailbox, make, opens, begin, enter, forward, leadsTo, mailboxAt }
}

export const open = { link: true, key: true, forwarding: true }
export const closed = { link: false, key: false, forwarding: false }
