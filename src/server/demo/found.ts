// Founds the organisations and people of the demo story, each with a session to tell their part with.
import { asId, type OrganisationId, type PersonId } from '../../domain/ids.ts'
import { instant } from '../../domain/time.ts'
import { verifiedUntil } from '../../domain/verification/standing.ts'
import type { House } from '../house.ts'
import { saveCredential } from '../identity/credential-store.ts'
import { hashPassword } from '../identity/password-hash.ts'
import { findOrCreatePerson } from '../identity/person-store.ts'
import { startSession } from '../identity/session-store.ts'
import { record } from '../journal/record.ts'
import { calendar } from '../partnerships/calendar.ts'
import { transact } from '../platform/transact.ts'
import { asSystem } from '../react.ts'
import { newId, type SystemWork } from '../work.ts'
import { type Ask, askAs } from './ask-as.ts'
import { foundOrganisation } from './demo-store.ts'
import { type DemoOrganisation, type DemoPerson, organisations } from './people.ts'

export type Cast = {
  /** Asks as this person. */
  readonly as: (name: string) => Ask
  readonly idOf: (name: string) => string
}

export async function found(house: House, password: string): Promise<Cast> {
  const passwordHash = await hashPassword(password)
  const asks = new Map<string, Ask>()
  const ids = new Map<string, string>()
  for (const organisation of organisations) {
    for (const person of organisation.members) {
      const { id, token } = await enrol(house, person, organisation, passwordHash)
      ids.set(person.name, id)
      asks.set(person.name, askAs(house, token))
    }
    ids.set(organisation.name, await asSystem(house, (work) => establish(work, organisation, ids)))
  }
  return { as: (name) => known(asks, name), idOf: (name) => known(ids, name) }
}

function known<T>(among: ReadonlyMap<string, T>, name: string): T {
  const found = among.get(name)
  if (found === undefined) throw new Error(`${name} is not in the demo story`)
  return found
}

type Enrolled = { readonly id: PersonId; readonly token: string }
function enrol(house: House, person: DemoPerson, organisation: DemoOrganisation, passwordHash: string): Promise<Enrolled> {
  return transact(house.pools.signIn, {}, async (tx) => {
    const now = instant(Date.now())
    const { id } = await findOrCreatePerson(tx, {
      name: person.name,
      email: person.email,
      language: person.language ?? organisation.language,
      now,
    })
    await saveCredential(tx, id, { passwordHash, passwordSetAt: now, passwordStandsAlone: true })
    const work = { tx, now, secrets: house.secrets, client: { address: '127.0.0.1', agent: 'Prokura demo' } }
    const { token } = await startSession(work, { personId: id, strength: 'two_factors' })
    return { result: { id, token }, closing: undefined }
  })
}

async function establish(work: SystemWork, organisation: DemoOrganisation, ids: ReadonlyMap<string, string>): Promise<OrganisationId> {
  const id = newId<OrganisationId>()
  const members = organisation.members.map(({ name, role }) => ({ personId: asId<PersonId>(ids.get(name) ?? ''), name, role }))
  await foundOrganisation(work.tx, id, organisation, members, new Date(work.now))
  const { country, language, name } = organisation
  record(work, { kind: 'organisation.created', readers: [id], data: { country, language }, detail: { name } })
  for (const { personId, name: member, role } of members) {
    record(work, { kind: 'member.joined', readers: [id], data: { personId, role }, detail: { name: member } })
  }
  if (organisation.isPartner) record(work, { kind: 'partner.verified', readers: [id], data: { until: verifiedUntil(work.now, calendar) } })
  return id
}
