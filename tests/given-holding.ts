// A partner that becomes another legal person: Alpweb AG applies as its holding, under another register number.
import { expect } from 'vitest'
import type { Caller } from './given-caller.ts'

const patient = { timeout: 20_000, interval: 50 }

/** The application, once its domain is proven. */
export async function applyAsHolding(petra: Caller, alpweb: string, more: { readonly registerNumber?: string } = {}): Promise<string> {
  const at = `/o/${alpweb}/partner-application`
  const firm = { legalName: 'Alpweb Holding AG', country: 'CH', city: 'Olten', registerNumber: 'CHE-116.281.710', domain: 'alpweb.example' }
  await petra.send('POST', at, { ...firm, ...more, contactEmail: 'kontakt@alpweb.example' })
  const shown = async () => (await petra.get(at)).body['application'] as { id: string; proof: string | null }
  await expect.poll(async () => (await shown()).proof, patient).toBe('dns')
  return (await shown()).id
}
