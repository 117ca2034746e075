// Who gets into a server: what the firewall lets in, and whose keys open it. A key is full control, so it asks for the right to the content.
import { createHash } from 'node:crypto'
import type { ItemId } from '../../domain/ids.ts'
import {
  type FirewallRule,
  faultOfRule,
  keysMax,
  type RuleFault,
  readSshKey,
  ruleComesBackMs,
  ruleInWords,
  rulesMax,
} from '../../domain/products/server.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { newId, type SystemWork, type TenantWork } from '../work.ts'
import { inputAt } from './input-at.ts'
import { madeNow, makerOf, shownMaker } from './made-by.ts'
import type {
  addSshKey as addKeyContract,
  addFirewallRule as addRuleContract,
  removeSshKey as removeKeyContract,
  removeFirewallRule as removeRuleContract,
  restoreFirewallRule as restoreRuleContract,
} from './server-contract.ts'
import { about, itemIn, lockedServer, whereOf } from './server-inside.ts'
import {
  deleteKeyRow,
  forgetRemovedRules,
  insertKey,
  insertRule,
  isKeyThere,
  listKeys,
  listRules,
  markRuleRemoved,
  type Remover,
} from './server-store.ts'

const none = '–'

export async function addFirewallRule(
  work: TenantWork,
  { params, body }: Input<typeof addRuleContract>,
): Promise<Answer<typeof addRuleContract>> {
  const server = await lockedServer(work, params.product, 'server.manage')
  const before = await listRules(work.tx, server.product.id)
  if (before.length >= rulesMax) throw new Refusal('limit_reached')
  const fault = faultOfRule(body, before)
  if (fault) throw inputAt(fields[fault], fault)
  const rule = { ...body, id: newId<ItemId>() }
  const maker = makerOf(work, 'rule', server.product.facts)
  await insertRule(work.tx, whereOf(work, server), { rule, maker, at: new Date(work.now) })
  const detail = { before: none, after: ruleInWords(rule) }
  record(work, { kind: 'server.firewall_changed', ...about(work, server), data: { itemId: rule.id }, detail })
  return { ...rule, madeBy: await madeNow(work) }
}

export async function removeFirewallRule(work: TenantWork, { params }: Input<typeof removeRuleContract>): Promise<Record<string, never>> {
  const server = await lockedServer(work, params.product, 'server.manage')
  const rule = itemIn(await listRules(work.tx, server.product.id), params.item)
  await markRuleRemoved(work.tx, rule.id, { ...removerIn(work), at: new Date(work.now) })
  const detail = { before: ruleInWords(rule), after: none }
  record(work, { kind: 'server.firewall_changed', ...about(work, server), data: { itemId: rule.id }, detail })
  return {}
}

/** Whoever removed it brings it back, for whom they removed it, and it is again the rule of whoever made it. */
export async function restoreFirewallRule(
  work: TenantWork,
  { params }: Input<typeof restoreRuleContract>,
): Promise<Answer<typeof restoreRuleContract>> {
  const server = await lockedServer(work, params.product, 'server.manage')
  const removed = { ...removerIn(work), since: new Date(work.now - ruleComesBackMs) }
  const { maker, ...rule } = itemIn(await listRules(work.tx, server.product.id, removed), params.item)
  const others = await listRules(work.tx, server.product.id)
  if (others.length >= rulesMax) throw new Refusal('limit_reached')
  if (faultOfRule(rule, others)) throw new Refusal('changed_meanwhile')
  await markRuleRemoved(work.tx, rule.id, null)
  const detail = { before: none, after: ruleInWords(rule) }
  record(work, { kind: 'server.firewall_changed', ...about(work, server), data: { itemId: rule.id }, detail })
  return { ...rule, madeBy: shownMaker(work, maker) }
}

export const forgetRemoved = ({ tx, now }: SystemWork): Promise<void> => forgetRemovedRules(tx, new Date(now - ruleComesBackMs))

export async function addSshKey(work: TenantWork, { params, body }: Input<typeof addKeyContract>): Promise<Answer<typeof addKeyContract>> {
  const server = await lockedServer(work, params.product, 'server.content')
  const before = await listKeys(work.tx, server.product.id, work.now)
  if (before.length >= keysMax) throw new Refusal('limit_reached')
  const read = readSshKey(body.publicKey)
  if (typeof read === 'string') throw inputAt('publicKey', read)
  const fingerprint = fingerprintOf(read.blob)
  if (await isKeyThere(work.tx, server.product.id, fingerprint)) throw inputAt('publicKey', 'ssh_key_known')
  const name = (body.name || read.comment.replaceAll(/[\p{Cc}\p{Cf}]/gu, '') || read.type).slice(0, 80)
  const key = { id: newId<ItemId>(), name, type: read.type, fingerprint, addedAt: new Date(work.now) }
  const maker = makerOf(work, 'key', server.product.facts)
  await insertKey(work.tx, whereOf(work, server), { key, publicKey: `${read.type} ${read.blob}`, maker })
  record(work, { kind: 'server.ssh_key_added', ...about(work, server), data: { itemId: key.id }, detail: { name } })
  return { ...key, addedAt: key.addedAt.toISOString(), madeBy: await madeNow(work) }
}

export async function removeSshKey(work: TenantWork, { params }: Input<typeof removeKeyContract>): Promise<Record<string, never>> {
  const server = await lockedServer(work, params.product, 'server.content')
  const key = itemIn(await listKeys(work.tx, server.product.id, work.now), params.item)
  await deleteKeyRow(work.tx, key.id)
  record(work, { kind: 'server.ssh_key_removed', ...about(work, server), data: { itemId: key.id }, detail: { name: key.name } })
  return {}
}

const removerIn = ({ person, context }: TenantWork): Remover => ({
  by: person.id,
  under: context.kind === 'own' ? null : context.partnershipId,
})

const fields: Readonly<Record<RuleFault, keyof FirewallRule>> = { ports: 'fromPort', source: 'source', rule_duplicate: 'fromPort' }

/** As ssh shows it: SHA256:… */
function fingerprintOf(blob: string): string {
  return `SHA256:${createHash('sha256').update(Buffer.from(blob, 'base64')).digest('base64').replace(/=+$/, '')}`
}
