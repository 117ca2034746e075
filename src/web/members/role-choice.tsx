// The roles one may give, each with its sentence, always in the same order.
import { roles as allRoles, type Role } from '../../domain/organisation.ts'
import { useTexts } from '../texts.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'

export function RoleChoice({ roles, role, onChange }: { roles: readonly Role[]; role: Role; onChange: (role: Role) => void }) {
  const t = useTexts()
  return (
    <RadioGroup
      label={t('common.role')}
      look="cards"
      value={role}
      onChange={onChange}
      options={allRoles
        .filter((one) => roles.includes(one))
        .map((value) => ({ value, label: t(`roles.${value}`), hint: t(`roles.${value}.what`) }))}
    />
  )
}
