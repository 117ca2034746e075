// A list of a partner: put together, checked, started and watched through the API.
import { expect, vi } from 'vitest'
import type { Caller } from './given-caller.ts'
import { noTerms } from './given-requests.ts'

export type GivenList = { readonly id: string; readonly rows: number }
export type ReadList = {
  readonly state: string
  readonly reason: string | null
  readonly rows: number
  readonly going: number
  readonly left: number
  readonly wave: number
  readonly verdicts: Record<string, number>
  readonly results: Record<string, number>
  readonly answers: Record<string, number> | null
  readonly may: readonly string[]
}
export type ReadRow = {
  readonly position: number
  readonly managedCustomerId: string | null
  readonly verdict: string | null
  readonly result: string | null
  readonly answer: string | null
  readonly explanation: string | null
  readonly because: { readonly code: string } | null
}

export const chosenForAll = { access: { preset: 'limited' }, terms: noTerms, validityDays: 30, language: 'de' }

/** Of customers to add. */
export async function givenList(
  by: Caller,
  organisation: string,
  rows: readonly Readonly<Record<string, string>>[],
  chosen: object = chosenForAll,
): Promise<string> {
  const made = await by.send('POST', `/o/${organisation}/lists`, { action: 'add', chosen })
  expect(made.status).toBe(200)
  const id = String(made.body['id'])
  for (let from = 0; from < rows.length; from += 1000) {
    const part = { from, rows: rows.slice(from, from + 1000), last: from + 1000 >= rows.length }
    expect((await by.send('PUT', `/o/${organisation}/lists/${id}/rows`, part)).status).toBe(200)
  }
  return id
}

export async function readList(by: Caller, organisation: string, id: string): Promise<ReadList> {
  return (await by.get(`/o/${organisation}/lists/${id}`)).body as unknown as ReadList
}

export async function readRows(by: Caller, organisation: string, id: string): Promise<readonly ReadRow[]> {
  const { body } = await by.get(`/o/${organisation}/lists/${id}/rows?limit=500`)
  return body['rows'] as readonly ReadRow[]
}

/** Once it is in one of these states. */
export function listIs(by: Caller, organisation: string, id: string, ...states: readonly string[]): Promise<ReadList> {
  return vi.waitFor(
    async () => {
      const list = await readList(by, organisation, id)
      expect(states).toContain(list.state)
      return list
    },
    { timeout: 200_000, interval: 50 },
  )
}

export async function checked(by: Caller, organisation: string, id: string): Promise<ReadList> {
  expect((await by.send('POST', `/o/${organisation}/lists/${id}/check`, {})).status).toBe(200)
  return listIs(by, organisation, id, 'ready')
}

export const start = (by: Caller, organisation: string, id: string) => by.send('POST', `/o/${organisation}/lists/${id}/start`, {})
