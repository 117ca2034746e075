// Permanent links: /go/manager and /go/managed-customers pick the organisation and land there, so that mails and help can say "click here".
import { Navigate } from '@tanstack/react-router'
import { useTexts } from '../texts.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { preferred } from './last-organisation.ts'
import { useMe } from './me.ts'
import { OrganisationChoice } from './organisation-choice.tsx'
import { PublicFrame } from './public-frame.tsx'

export function GoToManager() {
  const { organisations, isOperator } = useMe()
  const chosen = preferred(organisations)
  if (chosen) return <Navigate to="/o/$organisation" params={{ organisation: chosen.id }} replace />
  if (organisations.length === 0) return <Navigate to={isOperator ? '/operator' : '/organisations/new'} replace />
  return (
    <PublicFrame signedIn>
      <OrganisationChoice organisations={organisations} to="/o/$organisation" />
    </PublicFrame>
  )
}

export function GoToManagedCustomers() {
  const t = useTexts()
  const { organisations } = useMe()
  const partners = organisations.filter(({ isPartner }) => isPartner)
  const chosen = preferred(partners)
  if (chosen) return <Navigate to="/o/$organisation/customers" params={{ organisation: chosen.id }} replace />
  if (organisations.length === 0) return <Navigate to="/organisations/new" replace />
  return (
    <PublicFrame signedIn>
      {partners.length > 0 ? (
        <OrganisationChoice organisations={partners} to="/o/$organisation/customers" />
      ) : (
        <EmptyState title={t('shell.go.no_partner')}>{t('shell.go.no_partner_hint')}</EmptyState>
      )}
    </PublicFrame>
  )
}
