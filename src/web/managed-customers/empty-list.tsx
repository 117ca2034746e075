// No rows: because there is nothing yet, because nothing is assigned, because nothing matches, or because this is no partner.
import { SearchX, Store, UserRound } from 'lucide-react'
import type { Role } from '../../domain/organisation.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { mayAsk } from './add-customer-button.tsx'

export type EmptyListProps = { role: Role; isPartner: boolean; filtered: boolean; onClear: () => void }

export function EmptyList({ role, isPartner, filtered, onClear }: EmptyListProps) {
  const t = useTexts()
  if (filtered) {
    return (
      <EmptyState
        icon={<SearchX aria-hidden="true" />}
        title={t('managed-customers.none_found.title')}
        action={<Button onClick={onClear}>{t('managed-customers.filter.clear')}</Button>}
      >
        {t('managed-customers.none_found.text')}
      </EmptyState>
    )
  }
  if (!isPartner) {
    return (
      <EmptyState icon={<Store aria-hidden="true" />} title={t('managed-customers.not_partner.title')}>
        {t('managed-customers.not_partner.text')}
      </EmptyState>
    )
  }
  if (!mayAsk(role)) {
    return (
      <EmptyState icon={<UserRound aria-hidden="true" />} title={t('managed-customers.empty.collaborator.title')}>
        {t('managed-customers.empty.collaborator.text')}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={<Store aria-hidden="true" />} title={t('managed-customers.empty.title')}>
      {t('managed-customers.empty.text')}
    </EmptyState>
  )
}
