// A person who works for the provider, and showed a second factor in this very session. To everybody else the console is not there, nor to whoever
// belongs to a partner or to an organisation that has one by now: is_operator() lets them read no row.
import { Refusal } from '../../domain/refusal.ts'
import type { OperatorContext } from '../work.ts'
import type { Asking } from './authorise.ts'

export async function authoriseOperator({ tx, person }: Pick<Asking, 'tx' | 'person'>): Promise<OperatorContext> {
  const operator = await tx
    .selectFrom('operator')
    .select('person_id')
    .where('person_id', '=', person.id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!operator) throw new Refusal('not_found')
  if (!person.hasSecondFactor || person.strength !== 'two_factors') throw new Refusal('second_factor_needed')
  return { kind: 'operator' }
}
