// No rows: because there is nothing yet, because nothing is assigned, or because this is no partner.
import { useQuery } from '@tanstack/react-query'
import { Download, Store, UserRound } from 'lucide-react'
import type { Role } from '../../domain/organisation.ts'
import { listPeople } from '../../server/managed-customers/look-contract.ts'
import { addressOf, api } from '../api.ts'
import { startDownload } from '../exports/start-download.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { AddCustomerButton, mayAsk } from './add-customer-button.tsx'

export type EmptyListProps = { organisation: string; role: Role; isPartner: boolean }

export function EmptyList({ organisation, role, isPartner }: EmptyListProps) {
  const t = useTexts()
  if (!isPartner) {
    return (
      <EmptyState icon={<Store aria-hidden="true" />} title={t('managed-customers.not_partner.title')}>
        {t('managed-customers.not_partner.text')}
      </EmptyState>
    )
  }
  if (!mayAsk(role)) return <NobodyAssigned organisation={organisation} />
  const sample = () => startDownload(addressOf('/api/o/{organisation}/lists/template', { params: { organisation } }))
  return (
    <EmptyState
      icon={<Store aria-hidden="true" />}
      title={t('managed-customers.empty.title')}
      action={
        <>
          <AddCustomerButton organisation={organisation} role={role} />
          <Button kind="quiet" icon={<Download aria-hidden="true" />} onClick={sample}>
            {t('managed-customers.empty.sample')}
          </Button>
        </>
      }
    >
      {t('managed-customers.empty.text')}
    </EmptyState>
  )
}

/** Who could change that is named. */
function NobodyAssigned({ organisation }: { organisation: string }) {
  const t = useTexts()
  const formats = useFormats()
  const { data } = useQuery(api.query(listPeople, '/api/o/{organisation}/customers/people', { params: { organisation } }))
  const assigners = data?.assigners ?? []
  return (
    <EmptyState icon={<UserRound aria-hidden="true" />} title={t('managed-customers.empty.collaborator.title')}>
      {assigners.length === 0
        ? t('managed-customers.empty.collaborator.text')
        : t('managed-customers.empty.collaborator.ask', { people: formats.list(assigners.slice(0, 5), 'disjunction') })}
    </EmptyState>
  )
}
