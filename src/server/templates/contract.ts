// The partner's own templates: rights and terms under a name, each change a new version, and what was sent from which.

import { z } from 'zod'
import { requestedRight, terms } from '../partnerships/contract.ts'

const id = z.uuid()
const count = z.int().nonnegative()
const inOrganisation = z.strictObject({ organisation: id })
const params = z.strictObject({ organisation: id, template: id })
const content = { name: z.string().max(200), rights: z.array(requestedRight).max(200), terms }

const version = z.strictObject({
  version: z.int().positive(),
  rights: z.array(requestedRight),
  terms,
  changedBy: z.string(),
  changedAt: z.iso.datetime(),
  /** Requests that were sent from it, and customers whose rights in force come from it. */
  sent: count,
  customers: count,
})
export type TemplateVersionShown = z.output<typeof version>
const template = version.extend({ id, name: z.string() })
export type TemplateShown = z.output<typeof template>

/** GET and POST /api/o/{organisation}/templates */
export const listTemplates = {
  params: inOrganisation,
  answer: z.strictObject({ templates: z.array(template) }),
  summary: 'The partner’s own templates as they are now',
}
export const createTemplate = {
  params: inOrganisation,
  body: z.strictObject(content),
  answer: z.strictObject({ id }),
  summary: 'A new template',
}
/** GET, PUT and DELETE …/templates/{template} */
export const getTemplate = {
  params,
  answer: z.strictObject({ id, name: z.string(), versions: z.array(version) }),
  summary: 'A template with all its versions, the newest first',
}
/**
 * `version` and `nameBefore`: as they were read, since a new name alone makes no version. Others by now are `changed_meanwhile`. Whoever leaves
 * `nameBefore` out, as was done before it was there, has the version compared alone.
 */
export const changeTemplate = {
  params,
  body: z.strictObject({ ...content, version: z.int().positive(), nameBefore: content.name.optional() }),
  answer: z.strictObject({ version: z.int().positive() }),
  summary: 'Changes a template: a new version, unless only its name is new',
}
/** `version` and `nameBefore` as in a change; of what is left out nothing is compared: without both it goes as it is now, read or not. */
export const deleteTemplate = {
  params,
  query: z.strictObject({ version: z.coerce.number().int().positive().optional(), nameBefore: content.name.optional() }),
  answer: z.strictObject({}),
  summary: 'Takes a template away; what was sent from it stays as it is',
}
