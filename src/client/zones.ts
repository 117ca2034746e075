// The zone of a domain, read and changed in somebody's name: with a token to act with beside the console's own.
import type { DnsRecord, RecordType } from '../domain/products/dns-record.ts'
import { readAnswer } from './call.ts'
import type { Connection } from './decisions.ts'
import { type ActingToken, askInName, type InName } from './in-name.ts'
import { ProkuraError } from './prokura-error.ts'

export type { ActingToken } from './in-name.ts'

/**
 * What a record says. `name` is relative to the domain (`@` is the domain itself), `ttl` in seconds (60 to 604,800), `priority` of MX and SRV
 * only. Names may be written with their letters; they are kept in ASCII.
 */
export type RecordInput = {
  readonly name: string
  readonly type: RecordType
  readonly value: string
  readonly ttl?: number
  readonly priority?: number | null
}

export type ZoneRecord = DnsRecord & {
  readonly id: string
  /** ISO 8601, UTC. Give it back with a change, so that nobody else’s is overwritten. */
  readonly changedAt: string
}

export type Zone = {
  readonly domain: string
  /** Raised by each change. */
  readonly serial: number
  readonly nameServers: readonly string[]
  /** By name, type, priority and value. */
  readonly records: readonly ZoneRecord[]
  /** Rights that work here for this person, such as `domain.manage`. A picture of this moment: each act is decided again. */
  readonly may: readonly string[]
}

/**
 * Zones of domains (family `domain`), in the name of the person behind an acting token. Prokura decides each call by itself, at that moment, and
 * writes it on its journal with person, partnership and visit: the customer reads it in their activity.
 *
 * All throw a ProkuraError: `refused` with `not_found` (no such domain, or not to be seen), `right_missing`, `visit_over`, `access_stopped`,
 * `changed_meanwhile`, `limit_reached` (500 records), `product_inactive` …; `invalid_request` with `invalid_record`, whose `faults` name the part
 * (`/body/value`) and what is wrong (`ipv4`, `duplicate`, `alias_beside_others` …).
 */
export type Zones = {
  /** Needs `domain.view`. That it was read is on the journal before it is shown. */
  readonly read: (as: ActingToken, product: string) => Promise<Zone>
  /** The zone as a master file (RFC 1035, 5). Needs `domain.view`. */
  readonly file: (as: ActingToken, product: string) => Promise<string>
  /** Needs `domain.manage`, as all that follow. */
  readonly addRecord: (as: ActingToken, product: string, record: RecordInput) => Promise<ZoneRecord>
  /** With `changedAt`, refused as `changed_meanwhile` when somebody else was faster. */
  readonly changeRecord: (
    as: ActingToken,
    product: string,
    change: { readonly id: string; readonly record: RecordInput; readonly changedAt?: string },
  ) => Promise<ZoneRecord>
  readonly removeRecord: (as: ActingToken, product: string, record: string) => Promise<void>
}

export function openZones(connection: Connection): Zones {
  const ask = (as: ActingToken, product: string, request: Omit<InName, 'path'> & { readonly path: string }) =>
    askInName(connection, as, { ...request, path: `/products/${encodeURIComponent(product)}${request.path}` })
  return {
    read: async (as, product) => readAnswer(await ask(as, product, { method: 'GET', path: '/records' })) as unknown as Zone,
    async file(as, product) {
      const answer = await ask(as, product, { method: 'GET', path: '/zone-file' })
      if (answer.status === 200) return answer.text
      readAnswer(answer)
      throw new ProkuraError('unexpected_answer', 'this is no zone file', { status: answer.status })
    },
    addRecord: async (as, product, json) =>
      readAnswer(await ask(as, product, { method: 'POST', path: '/records', json })) as unknown as ZoneRecord,
    async changeRecord(as, product, { id, record, changedAt }) {
      const json = { ...record, ...(changedAt === undefined ? {} : { changedAt }) }
      return readAnswer(
        await ask(as, product, { method: 'PUT', path: `/records/${encodeURIComponent(id)}`, json }),
      ) as unknown as ZoneRecord
    },
    async removeRecord(as, product, record) {
      readAnswer(await ask(as, product, { method: 'DELETE', path: `/records/${encodeURIComponent(record)}` }))
    },
  }
}
