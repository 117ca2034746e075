// Saved views of the list, and rules that give what a filter finds to a person or a team.
import { z } from 'zod'
import { displayNameMax } from '../../domain/display-name.ts'
import { customerFilter } from './contract.ts'

const id = z.uuid()
const inOrganisation = z.strictObject({ organisation: id })
const name = z.string().trim().min(1).max(displayNameMax)
const named = z.strictObject({ id, name: z.string() })

const view = z.strictObject({
  id,
  name: z.string(),
  filter: customerFilter,
  /** Null: for oneself. */
  team: named.nullable(),
  by: named,
  /** Whoever saved it; a team’s view also legal representatives and administrators of the team. */
  mayChange: z.boolean(),
  mayDelete: z.boolean(),
  /** This person begins with it. */
  isDefault: z.boolean(),
})

/** GET /api/o/{organisation}/customer-views: one's own, and those of one's teams. */
export const listViews = {
  params: inOrganisation,
  answer: z.strictObject({ views: z.array(view) }),
  summary: 'Saved views of the list of customers: one’s own and those of one’s teams',
}

/** POST /api/o/{organisation}/customer-views. Problems: `not_found` (no team one is in), `invalid_name`, `limit_reached`. */
export const saveView = {
  params: inOrganisation,
  body: z.strictObject({ name, filter: customerFilter, teamId: id.nullable() }),
  answer: z.strictObject({ id }),
  summary: 'Saves a view of the list of customers, for oneself or a team',
}

/** PUT …/customer-views/{view}: its name, what it filters, whose it is. Problems: as when it is saved. */
export const changeView = {
  params: z.strictObject({ organisation: id, view: id }),
  body: z.strictObject({ name, filter: customerFilter, teamId: id.nullable() }),
  answer: z.strictObject({}),
  summary: 'Renames a saved view, saves what it filters now, or shares it with a team',
}

/** PUT /api/o/{organisation}/default-customer-view: null for the whole list. */
export const setDefaultView = {
  params: inOrganisation,
  body: z.strictObject({ viewId: id.nullable() }),
  answer: z.strictObject({}),
  summary: 'Chooses the saved view this person begins with',
}

export const deleteView = {
  params: z.strictObject({ organisation: id, view: id }),
  answer: z.strictObject({}),
  summary: 'Deletes a saved view',
}

/** What rules look at: what only leaders and customers set. Active customers alone can be assigned. */
export const ruleFilter = customerFilter
  .pick({ tags: true, teams: true, people: true, access: true, payer: true })
  .refine((filter) => Object.values(filter).some((some) => some !== undefined && some.length > 0))
export type RuleFilter = z.output<typeof ruleFilter>

const rule = z.strictObject({
  id,
  name: z.string(),
  filter: ruleFilter,
  to: z.strictObject({ kind: z.enum(['person', 'team']), id, name: z.string() }),
  madeBy: z.string(),
  madeAt: z.iso.datetime(),
  /** To how many customers it was applied. */
  customers: z.int(),
})

/** GET /api/o/{organisation}/assignment-rules: those at work. */
export const listRules = {
  params: inOrganisation,
  answer: z.strictObject({ rules: z.array(rule) }),
  summary: 'Rules that assign customers who match',
}

/** POST /api/o/{organisation}/assignment-rules (fresh): applied to what matches now, and to what matches later. Problems: `not_found`, `invalid_name`, `limit_reached`. */
export const makeRule = {
  params: inOrganisation,
  body: z.strictObject({ name, filter: ruleFilter, to: z.strictObject({ kind: z.enum(['person', 'team']), id }) }),
  answer: z.strictObject({ id }),
  summary: 'Makes a rule: customers who match are assigned to a person or a team, now and later',
}

/** DELETE …/assignment-rules/{rule}: what it assigned stays. */
export const stopRule = {
  params: z.strictObject({ organisation: id, rule: id }),
  answer: z.strictObject({}),
  summary: 'Stops a rule; what it assigned stays assigned',
}
