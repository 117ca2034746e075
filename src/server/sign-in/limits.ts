// How often signing in may be tried: for one address from one network, for one address from everywhere, from one network for all addresses.
import { minuteMs } from '../../domain/time.ts'
import { emailKey } from '../identity/email-key.ts'
import type { OpenWork } from '../work.ts'

const window = { windowMs: 15 * minuteMs }
export const attemptsOfOne = { limit: 10, ...window }
const attemptsOnAddress = { limit: 50, ...window }
const attemptsFromNetwork = { limit: 300, ...window }
/** Each sign-in page that is open asks for a challenge every few minutes. */
const challengesForNetwork = { limit: 1500, ...window }

/** Counts one attempt to sign in. A stranger who guesses at an address does not lock out its owner elsewhere before 50 attempts. */
export async function limitAttempts(work: Pick<OpenWork, 'limit' | 'client'>, email: string): Promise<void> {
  const network = networkOf(work.client.address)
  const address = emailKey(email)
  await work.limit(`sign-in:${address}:${network}`, attemptsOfOne)
  await work.limit(`sign-in:${address}`, attemptsOnAddress)
  await work.limit(`sign-in:${network}`, attemptsFromNetwork)
}

/** Who signed in has not been guessing. The network's count stays: with an account of one's own it would never grow. */
export async function forgetAttempts(work: Pick<OpenWork, 'limit' | 'client'>, email: string): Promise<void> {
  const address = emailKey(email)
  await work.limit.forget(`sign-in:${address}:${networkOf(work.client.address)}`)
  await work.limit.forget(`sign-in:${address}`)
}

export async function limitNetwork(work: Pick<OpenWork, 'limit' | 'client'>): Promise<void> {
  await work.limit(`sign-in:${networkOf(work.client.address)}`, attemptsFromNetwork)
}

export async function limitChallenges(work: Pick<OpenWork, 'limit' | 'client'>): Promise<void> {
  await work.limit(`passkey-challenge:${networkOf(work.client.address)}`, challengesForNetwork)
}

/** An IPv6 subscriber has a whole /64 of addresses. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address
  const [head = '', tail = ''] = address.split('::')
  const left = head.split(':').filter((group) => group !== '')
  const right = tail.split(':').filter((group) => group !== '')
  const zeros = address.includes('::') ? 8 - left.length - right.length : 0
  return [...left, ...Array.from({ length: zeros }, () => '0'), ...right].slice(0, 4).join(':')
}
