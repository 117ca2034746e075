// Why this person adds no customers here, and who of the organisation does.
import { Store, UserRound } from 'lucide-react'
import { useTexts } from '../../texts.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePeople } from './use-people.ts'

export function CannotAdd({ organisation, isPartner }: { organisation: string; isPartner: boolean }) {
  const t = useTexts()
  const people = usePeople(organisation, ['legal_representative', 'administrator'])
  return (
    <EmptyState
      icon={isPartner ? <UserRound aria-hidden="true" /> : <Store aria-hidden="true" />}
      title={t(isPartner ? 'add-customer.cannot.title' : 'add-customer.no_partner.title')}
      action={
        <ButtonLink to="/o/$organisation/customers" params={{ organisation }}>
          {t('add-customer.to_list')}
        </ButtonLink>
      }
    >
      <p>{t(isPartner ? 'add-customer.cannot.why' : 'add-customer.no_partner.why')}</p>
      {isPartner && people !== '' && <p className="mt-2">{t('add-customer.cannot.ask', { people })}</p>}
    </EmptyState>
  )
}
