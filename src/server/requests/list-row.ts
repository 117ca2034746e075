// A row of a list of customers as a request: what was chosen for the whole list, and what the row itself says.
import { z } from 'zod'
import type { CustomerRead, TemplateNames } from '../../domain/bulk/read-customer.ts'
import { customerColumns, foldWord } from '../../domain/bulk/sheet-words.ts'
import { languages } from '../../domain/language.ts'
import { presets } from '../../domain/rights/presets.ts'
import { familyName, namesMax } from '../authorization/catalogue-contract.ts'
import { emailKey } from '../identity/email-key.ts'
import { requestedRight, terms } from '../partnerships/contract.ts'
import { listTemplates } from '../partnerships/template-store.ts'
import type { OwnWork } from '../work.ts'
import type { RequestBody } from './contract.ts'
import type { Recipient } from './known-store.ts'

export const listChosen = z.strictObject({
  access: z.union([
    z.strictObject({ preset: z.enum(presets) }),
    z.strictObject({ templateId: z.uuid() }),
    z.strictObject({ rights: z.array(requestedRight).max(200) }),
  ]),
  families: z.array(familyName).max(namesMax).optional(),
  terms,
  validityDays: z.int().min(1).max(90).default(30),
  language: z.enum(languages),
})
export type ListChosen = z.output<typeof listChosen>
export const cells = z.partialRecord(z.enum(customerColumns), z.string().max(500))
export type Cells = z.output<typeof cells>

export function bodyOf(all: ListChosen, row: CustomerRead): RequestBody {
  const access = row.access ?? all.access
  const families = row.families ?? all.families
  return {
    who: {
      ...(row.email === null ? {} : { email: row.email }),
      ...(row.customerNumber === null ? {} : { customerNumber: row.customerNumber }),
      ...(row.ownReference === null ? {} : { ownReference: row.ownReference }),
      ...(row.listName === null ? {} : { listName: row.listName }),
      language: row.language ?? all.language,
    },
    what: { ...access, ...(families === undefined ? {} : { families: [...families] }) },
    terms: {
      ...all.terms,
      payer: row.payer ?? all.terms.payer,
      end: row.endsOn === null ? all.terms.end : { kind: 'on', date: row.endsOn },
    },
    validityDays: all.validityDays,
  }
}

export async function templateNames(work: OwnWork): Promise<TemplateNames> {
  const templates = await listTemplates(work.tx, work.context.organisationId)
  return new Map(templates.map(({ id, name }) => [foldWord(name), id]))
}

export const recipientOf = ({ email, customerNumber }: CustomerRead): Recipient => ({
  emailKey: email === null ? null : emailKey(email),
  customerNumber,
})
