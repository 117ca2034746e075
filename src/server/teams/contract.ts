// Teams of the partner: who is in them, and how many customers each has.

import { z } from 'zod'
import { displayNameMax } from '../../domain/display-name.ts'

const id = z.uuid()
const inOrganisation = z.strictObject({ organisation: id })
const ofTeam = z.strictObject({ organisation: id, team: id })
const name = z.string().trim().min(1).max(displayNameMax)
const people = z.array(id).max(500)

/** GET /api/o/{organisation}/teams */
export const listTeams = {
  params: inOrganisation,
  answer: z.strictObject({
    teams: z.array(z.strictObject({ id, name: z.string(), people: z.array(z.strictObject({ id, name: z.string() })), customers: z.int() })),
    mayChange: z.boolean(),
  }),
  summary: 'Teams of the organisation, with their people and how many customers each has',
}

/** POST /api/o/{organisation}/teams. Problems: `invalid_name`, `name_in_use`, `not_found` (nobody of the organisation). */
export const createTeam = {
  params: inOrganisation,
  body: z.strictObject({ name, people }),
  answer: z.strictObject({ id }),
  summary: 'Creates a team',
}

/** PATCH …/teams/{team}: what is left out stays. Whoever comes in has its customers at once, whoever goes out is out of them at once. */
export const changeTeam = {
  params: ofTeam,
  body: z.strictObject({ name: name.optional(), people: people.optional() }),
  answer: z.strictObject({}),
  summary: 'Renames a team or says who is in it',
}

/** DELETE …/teams/{team}: its assignments end with it. */
export const deleteTeam = { params: ofTeam, answer: z.strictObject({}), summary: 'Deletes a team; its assignments end at once' }
