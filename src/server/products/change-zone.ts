// Changing a domain's zone: one record, or its name servers.
import { type DnsRecord, isCritical, normalised } from '../../domain/products/dns-record.ts'
import { isHostName } from '../../domain/products/host-name.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import type { TenantWork } from '../work.ts'
import type {
  addRecord as addContract,
  changeRecord as changeContract,
  removeRecord as removeContract,
  setNameServers as serversContract,
} from './contract.ts'
import { openProduct } from './open-product.ts'
import { inPunycode } from './punycode.ts'
import { shown } from './read-zone.ts'
import { type StoredRecord, saveZone, updateRecord } from './record-store.ts'
import { dropRecord, invalidRecord, inWords, type LockedZone, lockedZone, putRecord, raiseSerial, requireSound, tell } from './zone.ts'

export async function addRecord(work: TenantWork, { params, body }: Input<typeof addContract>): Promise<Answer<typeof addContract>> {
  const zone = await changeable(work, params.product)
  const stored = await putRecord(work, zone, asStored(body, zone))
  await raiseSerial(work, zone)
  return shown(stored)
}

export async function changeRecord(
  work: TenantWork,
  { params, body }: Input<typeof changeContract>,
): Promise<Answer<typeof changeContract>> {
  const zone = await changeable(work, params.product)
  const before = recordIn(zone, params.item)
  const { changedAt, ...wanted } = body
  if (changedAt && changedAt !== before.changedAt.toISOString()) throw new Refusal('changed_meanwhile')
  const others = zone.records.filter(({ id }) => id !== before.id)
  const sound = requireSound(asStored(wanted, zone), others)
  if (inWords(sound) === inWords(before)) return shown(before)
  const after: StoredRecord = { ...sound, id: before.id, changedAt: new Date(work.now) }
  await updateRecord(work.tx, after)
  await raiseSerial(work, zone)
  // A record that led the mail and no longer does is told as one of the mail.
  const type = isCritical(before) ? before.type : after.type
  tell(work, zone, 'domain.record_changed', { itemId: after.id, type }, { before: inWords(before), after: inWords(after) })
  return shown(after)
}

export async function removeRecord(work: TenantWork, { params }: Input<typeof removeContract>): Promise<Record<string, never>> {
  const zone = await changeable(work, params.product)
  await dropRecord(work, zone, recordIn(zone, params.item))
  await raiseSerial(work, zone)
  return {}
}

export async function setNameServers(work: TenantWork, { params, body }: Input<typeof serversContract>): Promise<Record<string, never>> {
  const zone = await changeable(work, params.product)
  const nameServers = body.nameServers.map((server) => inPunycode(server.replace(/\.$/, '')))
  const wrong = nameServers.findIndex((server, at) => !isHostName(server) || nameServers.indexOf(server) < at)
  if (wrong >= 0) throw invalidRecord('host', `nameServers/${wrong}`)
  const [before, after] = [zone.nameServers.join(', '), nameServers.join(', ')]
  if (before === after) return {}
  await saveZone(work.tx, zone.productId, { serial: zone.serial + 1, nameServers })
  record(work, {
    kind: 'domain.name_servers_changed',
    readers: [work.context.organisationId],
    productId: zone.productId,
    data: {},
    detail: { before, after },
  })
  return {}
}

async function changeable(work: TenantWork, product: string): Promise<LockedZone> {
  const { id, name } = await openProduct(work, product, 'domain', 'domain.manage')
  return lockedZone(work, id, name)
}

/** People write names with their letters; records hold them in ASCII. */
function asStored(written: DnsRecord, { domain }: LockedZone): DnsRecord {
  const named = written.type === 'CNAME' || written.type === 'MX' || written.type === 'NS'
  const value = named ? inPunycode(written.value) : written.value
  return normalised({ ...written, name: inPunycode(written.name), value }, domain)
}

function recordIn(zone: LockedZone, item: string): StoredRecord {
  const found = zone.records.find(({ id }) => id === item)
  if (!found) throw new Refusal('not_found')
  return found
}
