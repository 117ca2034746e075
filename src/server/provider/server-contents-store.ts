// What the provider's systems know of servers: what they are, where they are reached, how they run and how much they use.
import type { OrganisationId, ProductId } from '../../domain/ids.ts'
import type { PowerState } from '../../domain/products/server.ts'
import type { Instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

type Where = { readonly organisationId: OrganisationId; readonly productId: ProductId }
type ToldServer = {
  readonly host: string
  readonly ipv4: string
  readonly ipv6: string | null
  readonly system: string
  readonly cores: number
  readonly memoryMb: number
  readonly diskGb: number
}

/** Told for the first time it runs; afterwards its state is what was ordered or told last. */
export async function saveServer(tx: Transaction, { organisationId, productId }: Where, server: ToldServer, now: Date): Promise<void> {
  const { host, ipv4, ipv6, system, cores } = server
  const told = { host, ipv4, ipv6, system, cores, memory_mb: server.memoryMb, disk_gb: server.diskGb }
  await tx
    .insertInto('server')
    .values({ ...told, organisation_id: organisationId, product_id: productId, state_since: now })
    .onConflict((conflict) => conflict.column('product_id').doUpdateSet(told))
    .execute()
}

export async function saveServerUsage(
  tx: Transaction,
  productId: ProductId,
  usage: {
    readonly state: PowerState
    readonly cpuPercent: number
    readonly memoryUsedMb: number
    readonly diskUsedGb: number
    readonly snapshots: readonly { readonly name: string; readonly sizeGb: number }[]
  },
  now: Date,
): Promise<void> {
  const { state, cpuPercent, memoryUsedMb, diskUsedGb } = usage
  await tx
    .updateTable('server')
    .set({ cpu_percent: cpuPercent, memory_used_mb: memoryUsedMb, disk_used_gb: diskUsedGb })
    .where('product_id', '=', productId)
    .execute()
  await tx.updateTable('server').set({ state, state_since: now }).where('product_id', '=', productId).where('state', '<>', state).execute()
  for (const { name, sizeGb } of usage.snapshots) {
    await tx.updateTable('server_snapshot').set({ size_gb: sizeGb }).where('product_id', '=', productId).where('name', '=', name).execute()
  }
}

export type OpeningKey = { readonly name: string; readonly publicKey: string; readonly fingerprint: string }

/** None when the server is not in use. */
export async function listOpeningKeys(tx: Transaction, productId: ProductId, now: Instant): Promise<readonly OpeningKey[]> {
  return await tx
    .selectFrom('server_ssh_key')
    .innerJoin('product', 'product.id', 'server_ssh_key.product_id')
    .select(['server_ssh_key.name', 'public_key as publicKey', 'fingerprint'])
    .where('product_id', '=', productId)
    .where('product.status', '=', 'active')
    .where((key) => key.or([key('closes_at', 'is', null), key('closes_at', '>', new Date(now))]))
    .orderBy('added_at')
    .execute()
}
