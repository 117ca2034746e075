// Who is signed in, where they belong, and what they are called.
import { displayName } from '../../domain/display-name.ts'
import type { Language } from '../../domain/language.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Input } from '../endpoint.ts'
import { organisationsOf } from '../identity/organisations-store.ts'
import { record } from '../journal/record.ts'
import type { PersonalWork } from '../work.ts'
import type { changeMe as contract } from './contract.ts'
import { changePerson, hasShortcuts, isOperator, keepShortcuts, listMemberships } from './me-store.ts'

export async function getMe({ tx, person }: PersonalWork) {
  const { id, name, email, language, strength, hasPassword, hasPasskey, hasSecondFactor } = person
  return {
    person: { id, name, email, language, strength, hasPassword, hasPasskey, hasSecondFactor, hasShortcuts: await hasShortcuts(tx, id) },
    isOperator: await isOperator(tx),
    organisations: await listMemberships(tx, id),
  }
}

export async function changeMe(work: PersonalWork, { body }: Input<typeof contract>): Promise<Record<never, never>> {
  const { person } = work
  if (body.hasShortcuts !== undefined) await keepShortcuts(work.tx, person.id, body.hasShortcuts)
  const name = body.name === undefined ? person.name : displayName(body.name)
  if (name === null) throw new Refusal('invalid_name')
  const language = body.language ?? person.language
  const settings = [...(name === person.name ? [] : ['name']), ...(language === person.language ? [] : ['language'])]
  if (settings.length === 0) return {}
  await changePerson(work.tx, person.id, { name, language })
  record(work, { kind: 'person.changed', readers: await organisationsOf(work.tx, person.id), data: { personId: person.id, settings } })
  return {}
}

export const setLanguage = (
  work: PersonalWork,
  { body }: { readonly body: { readonly language: Language } },
): Promise<Record<never, never>> => changeMe(work, { body, params: undefined, query: undefined })
