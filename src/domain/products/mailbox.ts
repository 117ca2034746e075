// A mailbox as its owner sets it up: its address, its storage, whom it forwards to, and until when it answers by itself.

import type { LocalDate } from '../time.ts'
import { isHostName } from './host-name.ts'

export const spamFilters = ['off', 'standard', 'strict'] as const
export type SpamFilter = (typeof spamFilters)[number]

export const quotaMbMin = 100
export const quotaMbMax = 100_000
export const forwardingsMax = 20
export const replyTextMax = 2000

export type AutoReply = { readonly until: LocalDate; readonly text: string }

export type MailboxSettings = {
  readonly displayName: string
  readonly quotaMb: number
  readonly spamFilter: SpamFilter
  readonly autoReply: AutoReply | null
}

const atom = '[a-z0-9](?:[a-z0-9_+-]*[a-z0-9])?'
const localPart = new RegExp(`^${atom}(?:\\.${atom})*$`)

/** What may stand before the @ of an address made here: lower case letters, digits and . _ + - between them. */
export function isLocalPart(text: string): boolean {
  return text.length <= 64 && localPart.test(text)
}

/** The part before the @ as it is stored; whoever writes the whole address of this domain means the same. */
export function readLocalPart(text: string, domain: string): string {
  const written = text.trim().toLowerCase()
  return written.endsWith(`@${domain}`) ? written.slice(0, -domain.length - 1) : written
}

export type ForwardingFault = 'address' | 'too_many' | 'itself' | 'duplicate'

/** Why a mailbox cannot forward to these addresses (lower case); null when it can. */
export function faultOfForwarding(to: readonly string[], own: string): ForwardingFault | null {
  if (to.length > forwardingsMax) return 'too_many'
  if (!to.every(isAddress)) return 'address'
  if (to.includes(own)) return 'itself'
  return new Set(to).size < to.length ? 'duplicate' : null
}

export type SettingsFault = 'quota' | 'quota_below_used' | 'reply_over' | 'reply_text'

/** Why a mailbox that holds `usedMb` cannot have these settings today; null when it can. */
export function faultOfSettings({ quotaMb, autoReply }: MailboxSettings, usedMb: number, today: LocalDate): SettingsFault | null {
  if (!Number.isInteger(quotaMb) || quotaMb < quotaMbMin || quotaMb > quotaMbMax) return 'quota'
  if (quotaMb < usedMb) return 'quota_below_used'
  if (autoReply === null) return null
  if (autoReply.text.trim() === '' || autoReply.text.length > replyTextMax) return 'reply_text'
  return autoReply.until < today ? 'reply_over' : null
}

/** Whether the mailbox answers by itself today: until the day named, that day included. */
export function isReplying({ autoReply }: Pick<MailboxSettings, 'autoReply'>, today: LocalDate): boolean {
  return autoReply !== null && autoReply.until >= today
}

/** RFC 5321, 4.1.2, without quoted names and address literals. */
function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@')
  const name = text.slice(0, at)
  return (
    at > 0 &&
    text.length <= 254 &&
    name.length <= 64 &&
    /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]+$/.test(name) &&
    isDotted(name) &&
    isHostName(text.slice(at + 1))
  )
}

const isDotted = (name: string) => !name.startsWith('.') && !name.endsWith('.') && !name.includes('..')
