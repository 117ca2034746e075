// One person who may be assigned: ticked or not, and with which of the granted rights.
import type { Role } from '../../domain/organisation.ts'
import { type RightId, rightIds } from '../../domain/rights/catalogue.ts'
import { withNeeds } from '../../domain/rights/rights-set.ts'
import { mayDo } from '../../domain/who-may.ts'
import { useTexts } from '../texts.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'

export type PersonRowProps = {
  /** A person, or a team: it has no role. */
  person: { readonly name: string; readonly role: Role | null; readonly admitted: boolean; readonly hint?: string }
  granted: readonly RightId[]
  /** Null: all that was granted; undefined: not assigned. */
  rights: readonly RightId[] | null | undefined
  onChange: (rights: readonly RightId[] | null | undefined) => void
}

export function PersonRow({ person, granted, rights, onChange }: PersonRowProps) {
  const t = useTexts()
  const hasEvery = person.role !== null && mayDo('see_all_customers', { side: 'partner', role: person.role })
  const hints = [
    person.role === null ? (person.hint ?? '') : t(`roles.${person.role}`),
    ...(person.admitted ? [] : [t('assignments.not_admitted')]),
  ]
  return (
    <div className="flex flex-col gap-3">
      <Checkbox
        label={person.name}
        hint={hints.join(' · ')}
        checked={rights !== undefined}
        onChange={(on) => onChange(on ? null : undefined)}
      />
      {rights !== undefined && !hasEvery && (
        <div className="flex flex-col gap-2 pl-6.5">
          <RadioGroup
            label={t('assignments.rights', { person: person.name })}
            labelHidden
            value={rights === null ? 'all' : 'some'}
            onChange={(which) => onChange(which === 'all' ? null : granted)}
            options={[
              { value: 'all', label: t('assignments.rights.all') },
              { value: 'some', label: t('assignments.rights.some') },
            ]}
          />
          {rights !== null && (
            <ul className="flex flex-col gap-1.5 pl-6.5">
              {granted.map((right) => (
                <li key={right}>
                  <Checkbox
                    label={t(`rights.${right}.name`)}
                    checked={rights.includes(right)}
                    onChange={(on) => onChange(on ? withRight(rights, right, granted) : withoutRight(rights, right))}
                  />
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  )
}

function withRight(rights: readonly RightId[], right: RightId, granted: readonly RightId[]): readonly RightId[] {
  const wanted = withNeeds([...rights, right])
  return rightIds.filter((one) => wanted.includes(one) && granted.includes(one))
}

function withoutRight(rights: readonly RightId[], right: RightId): readonly RightId[] {
  return rights.filter((one) => !withNeeds([one]).includes(right))
}
