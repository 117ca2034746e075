// Who of the partner has this customer: assigned, or by their role.
import { useState } from 'react'
import { AssignPeopleDialog } from '../assignments/assign-people-dialog.tsx'
import { useTexts } from '../texts.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import type { ProfileProps } from './customer-profile.tsx'

export function PeopleCard({ organisation, customer, profile }: ProfileProps) {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  return (
    <SectionCard
      title={t('customer-profile.people.title')}
      description={profile.gates?.namedPeopleOnly && t('customer-profile.people.named_only')}
      actions={
        customer.may.includes('assign') && (
          <Button size="small" onClick={() => setOpen(true)}>
            {t('customer-profile.people.assign')}
          </Button>
        )
      }
    >
      <ul className="flex flex-col gap-3">
        {profile.people.map((person) => (
          <li key={person.id} className="flex items-start gap-3">
            <Avatar name={person.name} />
            <span className="min-w-0">
              <span className="block wrap-anywhere">{person.name}</span>
              <span className="block text-xs text-muted">
                <Access {...person} />
              </span>
            </span>
          </li>
        ))}
      </ul>
      {open && <AssignPeopleDialog organisation={organisation} customer={customer} onClose={() => setOpen(false)} />}
    </SectionCard>
  )
}

function Access({ role, rights, admitted }: ProfileProps['profile']['people'][number]) {
  const t = useTexts()
  const reach = role === 'collaborator' ? t('customer-profile.people.all_rights') : t('customer-profile.people.by_role')
  const parts = [
    t(`roles.${role}`),
    rights === null ? reach : t('customer-profile.people.some_rights', { count: rights.length }),
    ...(admitted ? [] : [t('customer-profile.people.not_admitted')]),
  ]
  return parts.join(' · ')
}
