// The status of a customer as mark and word, the same wherever it stands.
import type { CustomerStatus } from '../../domain/managed-customer.ts'
import { useTexts } from '../texts.tsx'
import { Badge, type Mark, MarkShape, Status, type Tone } from '../ui/status.tsx'

const looks: Readonly<Record<CustomerStatus, { readonly tone: Tone; readonly mark: Mark }>> = {
  awaiting_partner: { tone: 'warning', mark: 'half' },
  prepared: { tone: 'neutral', mark: 'empty' },
  requested: { tone: 'info', mark: 'half' },
  active: { tone: 'success', mark: 'full' },
  suspended: { tone: 'warning', mark: 'paused' },
  ended: { tone: 'neutral', mark: 'crossed' },
  declined: { tone: 'danger', mark: 'crossed' },
  withdrawn: { tone: 'neutral', mark: 'crossed' },
  expired: { tone: 'neutral', mark: 'crossed' },
}

export function CustomerStatusMark({ status }: { status: CustomerStatus }) {
  const t = useTexts()
  return <Status {...looks[status]}>{t(statusText(status))}</Status>
}

/** That somebody answered and nobody has looked yet: in a line of its own, and as a badge beside a name. */
export function ToCheckMark() {
  const t = useTexts()
  return (
    <Status tone="info" mark="diamond">
      {t('statuses.to_check')}
    </Status>
  )
}

export function ToCheckBadge() {
  const t = useTexts()
  return (
    <Badge tone="info">
      <MarkShape mark="diamond" />
      {t('statuses.to_check')}
    </Badge>
  )
}

export const statusText = (status: CustomerStatus): string => `statuses.${status === 'awaiting_partner' ? 'countered' : status}`
