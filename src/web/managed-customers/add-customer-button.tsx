// The blue button at the top right. Who may not add customers reads why beside it.
import { Plus } from 'lucide-react'
import { memo } from 'react'
import type { Role } from '../../domain/organisation.ts'
import { mayDo } from '../../domain/who-may.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { ButtonLink } from '../ui/button-link.tsx'

export const mayAsk = (role: Role): boolean => mayDo('prepare', { side: 'partner', role })

export const AddCustomerButton = memo(function AddCustomerButton({ organisation, role }: { organisation: string; role: Role }) {
  const t = useTexts()
  if (!mayAsk(role)) {
    return (
      <Button kind="primary" icon={<Plus />} disabled aria-describedby="add-customer-why">
        {t('common.add_customer')}
      </Button>
    )
  }
  return (
    <ButtonLink kind="primary" icon={<Plus aria-hidden="true" />} to="/o/$organisation/customers/new" params={{ organisation }}>
      {t('common.add_customer')}
    </ButtonLink>
  )
})

/** What follows from the person's role for adding customers; nothing where they may just do it. */
export function AddCustomerNote({ role }: { role: Role }) {
  const t = useTexts()
  if (role === 'legal_representative') return null
  return (
    <p id="add-customer-why">
      {t(role === 'administrator' ? 'managed-customers.administrator_prepares' : 'managed-customers.collaborator_cannot_add')}
    </p>
  )
}
