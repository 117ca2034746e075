// A row of a list of customers as a request: what was chosen for the whole list, and what the row itself says.
import { z } from 'zod'
import type { CustomerRead, TemplateNames } from '../../domain/bulk/read-customer.ts'
import { customerColumns, foldWord } from '../../domain/bulk/sheet-words.ts'
import { languages } from '../../domain/language.ts'
import { presets } from '../../domain/rights/presets.ts'
import { familyName, namesMax } from '../authorization/catalogue-contract.ts'
import type { Because } from '../bulk-action.ts'
import { emailKey } from '../identity/email-key.ts'
import { requestedRight, terms } from '../partnerships/contract.ts'
import { listTemplates, listVersionsOf, type TemplateVersion } from '../partnerships/template-store.ts'
import type { OwnWork } from '../work.ts'
import type { RequestBody } from './contract.ts'
import type { Directory, Recipient } from './known-store.ts'

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
  /** The partner's templates as they were when the list was checked; written by the check. */
  templates: z.array(z.strictObject({ id: z.uuid(), version: z.int().positive(), name: z.string() })).optional(),
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

/** By what rows call them, and by id. */
export type Templates = { readonly names: TemplateNames; readonly byId: ReadonlyMap<string, TemplateVersion> }

/** Every template as it is now: whatever becomes of it later, the list sends this one. */
export async function holdTemplatesFast({ tx, context }: OwnWork, chosen: ListChosen): Promise<ListChosen> {
  const templates = await listTemplates(tx, context.organisationId)
  return { ...chosen, templates: templates.map(({ id, version, name }) => ({ id, version, name })) }
}

/** As they were when the list was checked. */
export async function templatesOf({ tx, context }: OwnWork, { templates = [] }: ListChosen): Promise<Templates> {
  const held = await listVersionsOf(tx, context.organisationId, templates)
  return {
    names: new Map(templates.map(({ id, name }) => [foldWord(name), id])),
    byId: new Map(held.map((template) => [template.id, template])),
  }
}

export const recipientOf = ({ email, customerNumber }: CustomerRead): Recipient => ({
  emailKey: email === null ? null : emailKey(email),
  customerNumber,
})

/** A cell that names somebody or a team that the partner does not have. */
export function unknownIn({ people, teams }: CustomerRead, directory: Directory): Because | null {
  const person = people.find((email) => !directory.people.has(emailKey(email)))
  if (person !== undefined) return { code: 'unknown_person', value: person }
  const team = teams.find((name) => !directory.teams.has(foldWord(name)))
  return team === undefined ? null : { code: 'unknown_team', value: team }
}

/** Who has the customer once it grants, and its tags from now on; undefined where the row says nothing of it. */
export function planOf({ people, teams, tags }: CustomerRead, directory: Directory): RequestBody['plan'] {
  if (people.length + teams.length + tags.length === 0) return undefined
  const idsOf = (names: readonly string[], known: ReadonlyMap<string, string>) => names.flatMap((name) => known.get(name) ?? [])
  return {
    people: idsOf(people.map(emailKey), directory.people),
    teams: idsOf(teams.map(foldWord), directory.teams),
    tags: [...tags],
  }
}
