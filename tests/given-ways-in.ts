// A drive and a server of one customer, and what lets somebody in without Prokura: links and keys, made by its own people, by a partner, by another one.
import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import type { Caller } from './given-caller.ts'
import { driveTold, givenProducts, serverTold } from './given-products.ts'
import type { TestServer } from './server.ts'

export const rightsInside = ['drive.view', 'drive.manage', 'drive.content', 'server.view', 'server.manage', 'server.content']

/** A public key that nobody has had before. */
function publicKey(): string {
  const part = (bytes: Buffer) => Buffer.concat([Buffer.from([0, 0, 0, bytes.length]), bytes])
  const random = createHash('sha256').update(v7()).digest()
  return `ssh-ed25519 ${Buffer.concat([part(Buffer.from('ssh-ed25519')), part(random)]).toString('base64')}`
}

export type WayIn = { readonly url: string; readonly link: string; readonly key: string; readonly name: string }

export async function givenWaysIn(server: TestServer) {
  const world = await givenProducts(server, rightsInside)
  const { beck, own, provider, rows, partners } = world
  const told = async (reference: string, body: object) =>
    String((await provider.tell('PUT', `/organisations/${beck.number}/products/${reference}`, body)).body['id'])
  const drive = await told('v-1', driveTold)
  const machine = await told('s-1', serverTold)
  const settings = { name: 'Rezepte', quotaMb: 1000, sharing: 'edit', users: [] }
  const folder = String((await beck.ruth.send('POST', `${own}/products/${drive}/folders`, settings)).body['id'])
  let made = 0

  /** `place`: the own Manager, or a visit. */
  async function make(caller: Caller, place: string): Promise<WayIn> {
    const name = `Schlüssel ${++made}`
    const link = await caller.send('POST', `${place}/products/${drive}/folders/${folder}/links`, { days: 90 })
    const key = await caller.send('POST', `${place}/products/${machine}/ssh-keys`, { name, publicKey: publicKey() })
    if (link.status !== 200 || key.status !== 200) throw new Error(`not made: ${JSON.stringify([link.body, key.body])}`)
    return { url: String(link.body['url']), link: String(link.body['id']), key: String(key.body['id']), name }
  }

  /** What drive and server are told when somebody comes with it. */
  async function opens({ url, name }: WayIn): Promise<{ link: boolean; key: boolean }> {
    const token = createHash('sha256')
      .update(url.split('/s/')[1] ?? '')
      .digest('hex')
    const { status } = await provider.tell('GET', `/drive-links/${token}`)
    const { body } = await provider.tell('GET', `/organisations/${beck.number}/products/s-1/ssh-keys`)
    return { link: status === 200, key: (body['keys'] as { name: string }[]).some((key) => key.name === name) }
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

  return { ...world, drive, machine, folder, make, opens, begin, enter }
}

export const open = { link: true, key: true }
export const closed = { link: false, key: false }
