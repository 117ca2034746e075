// What is inside a product of the family server: its state and usage, snapshots, firewall rules and the keys that open it.
import { z } from 'zod'
import { powerOrders, powerStates, protocols } from '../../domain/products/server.ts'
import { rightsHere } from '../authorization/contract.ts'
import { id, inItem, inProduct, madeBy, notTold, time } from './contract.ts'

const nothing = z.strictObject({})

const name = z
  .string()
  .trim()
  .max(80)
  .regex(/^[^\p{Cc}\p{Cf}]*$/u)
const port = z.int().min(1).max(65_535).nullable()
const rule = {
  protocol: z.enum(protocols),
  /** First and last port, both included; null for `icmp`. */
  fromPort: port,
  toPort: port,
  /** `any`, an address, or a range such as 192.0.2.0/24. */
  source: z.string().trim().toLowerCase().max(50),
}
const power = { state: z.enum(powerStates), /** When it was started, stopped or restarted. */ since: time }

export const snapshot = z.strictObject({
  id,
  name: z.string(),
  /** Null while it is not known. */
  sizeGb: z.int().nullable(),
  takenAt: time,
})
export const firewallRule = z.strictObject({ id, ...rule, madeBy: madeBy.nullable() })
export const sshKey = z.strictObject({
  id,
  name: z.string(),
  type: z.string(),
  fingerprint: z.string(),
  addedAt: time,
  madeBy: madeBy.nullable(),
})

/** GET …/products/{product}/server */
export const getServer = {
  params: inProduct,
  answer: z.discriminatedUnion('isTold', [
    z.strictObject({
      isTold: z.literal(true),
      host: z.string(),
      ipv4: z.string(),
      ipv6: z.string().nullable(),
      system: z.string(),
      cores: z.int(),
      memoryMb: z.int(),
      diskGb: z.int(),
      ...power,
      cpuPercent: z.int(),
      memoryUsedMb: z.int(),
      diskUsedGb: z.int(),
      snapshots: z.array(snapshot),
      firewall: z.array(firewallRule),
      keys: z.array(sshKey),
      ...rightsHere,
    }),
    notTold,
  ]),
  summary: 'A server: state, usage and addresses, snapshots, firewall rules, and whose keys open it',
}

/** POST …/products/{product}/power. What stands cannot be restarted. */
export const orderPower = {
  params: inProduct,
  body: z.strictObject({ order: z.enum(powerOrders) }),
  answer: z.strictObject(power),
  summary: 'Starts, stops or restarts a server',
}

/** POST …/products/{product}/snapshots. Problems: `limit_reached`. */
export const takeSnapshot = {
  params: inProduct,
  body: z.strictObject({ name: name.min(1) }),
  answer: snapshot,
  summary: 'Takes a snapshot of a server',
}
/** POST …/products/{product}/snapshots/{item}/restore: what was written since is lost. */
export const restoreSnapshot = { params: inItem, answer: nothing, summary: 'Puts a server back to a snapshot' }
/** DELETE …/products/{product}/snapshots/{item} */
export const deleteSnapshot = { params: inItem, answer: nothing, summary: 'Deletes a snapshot' }

/** POST …/products/{product}/firewall-rules. Problems: `limit_reached`. */
export const addFirewallRule = {
  params: inProduct,
  body: z.strictObject(rule),
  answer: firewallRule,
  summary: 'Lets something in through the firewall',
}
/** DELETE …/products/{product}/firewall-rules/{item} */
export const removeFirewallRule = { params: inItem, answer: nothing, summary: 'Removes a firewall rule' }
/**
 * POST …/products/{product}/firewall-rules/{item}/restore: for an hour, by whoever removed it, for the same organisation; it stays made by whoever made
 * it. Problems: `not_found` (nothing that this person removed for this organisation), `limit_reached`, `changed_meanwhile` when the same rule was made anew since.
 */
export const restoreFirewallRule = {
  params: inItem,
  answer: firewallRule,
  summary: 'Brings back a firewall rule that one has just removed',
}

/** POST …/products/{product}/ssh-keys: a public key as ssh-keygen writes it. Problems: `limit_reached`. */
export const addSshKey = {
  params: inProduct,
  body: z.strictObject({ name: name.default(''), publicKey: z.string().max(4000) }),
  answer: sshKey,
  summary: 'Adds an SSH key that opens a server',
}
/** DELETE …/products/{product}/ssh-keys/{item} */
export const removeSshKey = { params: inItem, answer: nothing, summary: 'Removes an SSH key from a server' }
