// What the provider's systems know of servers: what they are, where they are reached, how they run and how much they use.
import type { OrganisationId, ProductId } from '../../domain/ids.ts'
import type { PowerState } from '../../domain/products/server.ts'
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
