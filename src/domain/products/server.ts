// A server as its owner looks after it: running or not, who reaches it through the firewall, and whose keys open it.

import { isIpv4, isIpv6 } from './dns-record.ts'

export const snapshotsMax = 20
export const rulesMax = 100
export const keysMax = 50

export const powerStates = ['running', 'stopped'] as const
export type PowerState = (typeof powerStates)[number]
export const powerOrders = ['start', 'stop', 'restart'] as const
export type PowerOrder = (typeof powerOrders)[number]

/** What an order leads to. Starting what runs, or stopping what stands, changes nothing; what stands cannot be restarted. */
export type Powered =
  | { readonly kind: 'ordered'; readonly state: PowerState }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly code: 'server_stopped' }

export function powered(state: PowerState, order: PowerOrder): Powered {
  if (order === 'restart') return state === 'running' ? { kind: 'ordered', state } : { kind: 'refused', code: 'server_stopped' }
  const wanted = order === 'start' ? 'running' : 'stopped'
  return wanted === state ? { kind: 'nothing' } : { kind: 'ordered', state: wanted }
}

export const protocols = ['tcp', 'udp', 'icmp'] as const
export type Protocol = (typeof protocols)[number]
export const anywhere = 'any'

/** What is let in. What no rule lets in stays outside. */
export type FirewallRule = {
  readonly protocol: Protocol
  /** First and last port, both included; null for `icmp`, which has none. */
  readonly fromPort: number | null
  readonly toPort: number | null
  /** `any`, an address, or a range such as 192.0.2.0/24. */
  readonly source: string
}
/** How long whoever removed a rule can bring it back. */
export const ruleComesBackMs = 60 * 60_000

export type RuleFault = 'ports' | 'source' | 'rule_duplicate'

/** Why a rule cannot stand beside the others; null when it can. */
export function faultOfRule(rule: FirewallRule, others: readonly FirewallRule[]): RuleFault | null {
  const { protocol, fromPort, toPort, source } = rule
  if (protocol === 'icmp' ? fromPort !== null || toPort !== null : !arePorts(fromPort, toPort)) return 'ports'
  if (source !== anywhere && !isRange(source)) return 'source'
  return others.some((other) => ruleInWords(other) === ruleInWords(rule)) ? 'rule_duplicate' : null
}

/** TCP 22 · 192.0.2.0/24 */
export function ruleInWords({ protocol, fromPort, toPort, source }: FirewallRule): string {
  const ports = fromPort === null ? '' : fromPort === toPort ? ` ${fromPort}` : ` ${fromPort}–${toPort}`
  return `${protocol.toUpperCase()}${ports}${source === anywhere ? '' : ` · ${source}`}`
}

/** Whether anybody on the internet gets in this way. */
export const isOpenToAll = ({ source }: FirewallRule): boolean => source === anywhere || /\/0$/.test(source)

function arePorts(from: number | null, to: number | null): boolean {
  return from !== null && to !== null && Number.isInteger(from) && Number.isInteger(to) && from >= 1 && from <= to && to <= 65_535
}

function isRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  if (more.length > 0 || !(isIpv4(address) || isIpv6(address))) return false
  return bits === undefined || (/^(0|[1-9]\d{0,2})$/.test(bits) && Number(bits) <= (isIpv4(address) ? 32 : 128))
}

export type SshKey = { readonly type: string; readonly blob: string; readonly comment: string }
export type KeyFault = 'private_key' | 'ssh_key'

/** Each type begins with its own name in base64 (RFC 4253, 6.6). What is weak is left out: DSA, and RSA below 2048 bits by its length. */
const keyTypes: Readonly<Record<string, { readonly begins: string; readonly min: number }>> = {
  'ssh-ed25519': { begins: 'AAAAC3NzaC1lZDI1NTE5AAAAI', min: 68 },
  'ssh-rsa': { begins: 'AAAAB3NzaC1yc2EAAAA', min: 370 },
  'ecdsa-sha2-nistp256': { begins: 'AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABB', min: 140 },
  'ecdsa-sha2-nistp384': { begins: 'AAAAE2VjZHNhLXNoYTItbmlzdHAzODQAAAAIbmlzdHAzODQAAABh', min: 184 },
  'sk-ssh-ed25519@openssh.com': { begins: 'AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29t', min: 90 },
}

/** A public key as ssh-keygen writes it on one line, or why it is none. */
export function readSshKey(text: string): SshKey | KeyFault {
  if (/PRIVATE KEY/.test(text)) return 'private_key'
  const [type = '', blob = '', ...comment] = text.trim().split(/\s+/)
  const known = Object.hasOwn(keyTypes, type) ? keyTypes[type] : undefined
  if (!known || !blob.startsWith(known.begins) || blob.length < known.min || blob.length > 3000) return 'ssh_key'
  if (blob.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(blob)) return 'ssh_key'
  return { type, blob, comment: comment.join(' ') }
}
