// A list with its rows on its way to the server, a thousand at a time, and then to its check.
import type { z } from 'zod'
import { checkList, createList, putListRows, rowsAtOnce } from '../../server/bulk/contract.ts'
import { api } from '../api.ts'
import { pickedFamilies } from '../requests/add-customer/asking.ts'
import { type Draft, presetIn } from '../requests/add-customer/draft.ts'
import { bodyOf } from '../requests/add-customer/request-body.ts'
import type { Cells } from './mapped-rows.ts'

const path = '/api/o/{organisation}/lists'
export const pathOfList = `${path}/{bulk}`

export type Filling = {
  readonly organisation: string
  readonly draft: Draft
  readonly template: string | null
  readonly rows: readonly Cells[]
  /** How many have arrived so far. */
  readonly told: (rows: number) => void
}

/** Answers with the id of the list. */
export async function createFilledList({ organisation, draft, template, rows, told }: Filling): Promise<string> {
  const { id } = await api.post(createList, path, { params: { organisation }, body: { action: 'add', chosen: chosenIn(draft, template) } })
  const params = { organisation, bulk: id }
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const part = rows.slice(from, from + rowsAtOnce)
    await api.put(putListRows, `${pathOfList}/rows`, { params, body: { from, rows: part, last: from + part.length === rows.length } })
    told(from + part.length)
  }
  await api.post(checkList, `${pathOfList}/check`, { params, body: {} })
  return id
}

/** Puts together a list of customers that are there already, and has it checked. */
export async function createTargetList(organisation: string, body: z.input<typeof createList.body>): Promise<string> {
  const { id } = await api.post(createList, path, { params: { organisation }, body })
  await api.post(checkList, `${pathOfList}/check`, { params: { organisation, bulk: id }, body: {} })
  return id
}

export function chosenIn(draft: Draft, template: string | null): Record<string, unknown> {
  const { what, terms, validityDays } = bodyOf(draft)
  const preset = presetIn(draft)
  const access = template !== null ? { templateId: template } : preset !== null ? { preset } : { rights: what.rights }
  const families = template === null && preset !== null ? { families: pickedFamilies(draft.asking) } : {}
  return { access, ...families, terms, validityDays, language: draft.language }
}
