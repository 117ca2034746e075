// Who of the partner has this customer, and who was there.
import type { PartnershipId, PersonId } from '../../domain/ids.ts'
import type { Partnership } from '../../domain/partnership/partnership.ts'
import { type Instant, isOver } from '../../domain/time.ts'
import { endOfVisit } from '../../domain/visit.ts'
import { mayDo } from '../../domain/who-may.ts'
import type { Answer } from '../endpoint.ts'
import type { Transaction } from '../platform/transact.ts'
import type { getProfile } from './contract.ts'
import type { PersonShown } from './people-store.ts'
import { listVisits } from './store.ts'

type Profile = Answer<typeof getProfile>

/** Whoever is assigned, and whoever has every customer by their role. */
export function showPeople(people: readonly PersonShown[], { namedPeopleOnly }: Partnership): Profile['people'] {
  return people.flatMap(({ id, name, role, isAssigned, teams, forATime, rights, isAdmitted }) => {
    const hasEvery = mayDo('see_all_customers', { side: 'partner', role })
    if (!isAssigned && teams.length === 0 && forATime.length === 0 && !hasEvery) return []
    const by = isAssigned
      ? ('assignment' as const)
      : teams.length > 0
        ? ('team' as const)
        : hasEvery
          ? ('role' as const)
          : ('time' as const)
    return [
      {
        id,
        name,
        role,
        by,
        teams: [...teams],
        forATime: forATime.map(shownTime),
        rights: hasEvery || rights === null ? null : [...rights],
        admitted: isAdmitted || !namedPeopleOnly,
      },
    ]
  })
}

const shownTime = ({ id, rights, endsAt }: PersonShown['forATime'][number]) => ({
  id,
  rights: rights && [...rights],
  until: new Date(endsAt).toISOString(),
})

/** The last twenty. What ran out by the clock is over, whether or not that was written down yet. */
export async function showVisits(tx: Transaction, id: PartnershipId, of: PersonId | undefined, now: Instant): Promise<Profile['visits']> {
  return (await listVisits(tx, id, of)).map(({ visit, person, reason }) => {
    const end = endOfVisit(visit)
    const endedAt = visit.endedAt ?? (isOver(end, now) ? end : null)
    return {
      id: visit.id,
      person,
      startedAt: new Date(visit.startedAt).toISOString(),
      endedAt: endedAt === null ? null : new Date(endedAt).toISOString(),
      endedBy: endedAt === null ? null : (visit.endedBy ?? 'time'),
      reason,
    }
  })
}
