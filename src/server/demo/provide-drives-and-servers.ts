// Fills drives and servers of the demo story as the provider's systems and their owners do.
import type { Ask } from './ask-as.ts'
import type { Owned, OwnedDrive, OwnedServer } from './products-story.ts'

export type MoreProducts = { readonly drive: string | undefined; readonly server: string | undefined }
type Tell = (reference: string, body: object) => Promise<string>

export async function provideMore(tell: Tell, { drive, server, host }: Owned): Promise<MoreProducts> {
  return {
    drive:
      drive &&
      (await tell('drive', {
        family: 'drive',
        name: drive.name,
        price: monthly(890),
        drive: {
          host: `drive${host}.provider.example`,
          storageMb: drive.storageMb,
          users: drive.users.map(({ name, email }) => ({ name, email })),
        },
      })),
    server: server && (await tell('server', { family: 'server', name: server.name, price: monthly(3_490), server: machine(server, host) })),
  }
}

const machine = ({ system, cores, memoryMb, diskGb }: OwnedServer, host: number) => ({
  ...{ host: `srv${host}.provider.example`, ipv4: `192.0.2.${host + 100}`, ipv6: `2001:db8::${host + 100}` },
  ...{ system, cores, memoryMb, diskGb },
})
const monthly = (amount: number) => ({ amount, currency: 'CHF', period: 'month' })

type Place = { readonly provider: Ask; readonly owner: Ask; readonly organisation: string; readonly number: string }

export async function furnishMore(place: Place, things: Owned, products: MoreProducts): Promise<void> {
  if (things.drive && products.drive) await furnishDrive(place, things.drive, products.drive)
  if (things.server && products.server) await furnishServer(place, things.server, products.server)
}

async function furnishDrive({ provider, owner, organisation, number }: Place, drive: OwnedDrive, product: string): Promise<void> {
  const params = { organisation, product }
  const { users } = (await owner('GET', '/o/{organisation}/products/{product}/folders', { params })) as unknown as {
    users: readonly { id: string; email: string }[]
  }
  for (const { name, quotaMb, sharing = 'off', users: emails } of drive.folders) {
    const using = users.filter(({ email }) => emails.includes(email)).map(({ id }) => id)
    const made = await owner('POST', '/o/{organisation}/products/{product}/folders', {
      params,
      body: { name, quotaMb, sharing, users: using },
    })
    if (sharing === 'off') continue
    const folder = { ...params, item: String(made['id']) }
    await owner('POST', '/o/{organisation}/products/{product}/folders/{item}/links', { params: folder, body: { days: 30 } })
  }
  const used = {
    users: drive.users.map(({ email, usedMb }) => ({ email, usedMb })),
    folders: drive.folders.map(({ name, usedMb }) => ({ name, usedMb })),
  }
  await provider('PUT', '/provider/organisations/{number}/products/{reference}/usage', {
    params: { number, reference: 'drive' },
    body: { drive: used },
  })
}

async function furnishServer({ provider, owner, organisation, number }: Place, server: OwnedServer, product: string): Promise<void> {
  const params = { organisation, product }
  for (const { name } of server.snapshots) await owner('POST', '/o/{organisation}/products/{product}/snapshots', { params, body: { name } })
  for (const body of server.rules) await owner('POST', '/o/{organisation}/products/{product}/firewall-rules', { params, body })
  for (const body of server.keys) await owner('POST', '/o/{organisation}/products/{product}/ssh-keys', { params, body })
  await provider('PUT', '/provider/organisations/{number}/products/{reference}/usage', {
    params: { number, reference: 'server' },
    body: { server: { state: 'running', ...server.use, snapshots: server.snapshots } },
  })
}
