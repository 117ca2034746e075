// Where the payment of an invoice or an order stands: shape, colour and word.
import { useTexts } from '../texts.tsx'
import { type Mark, Status, type Tone } from '../ui/status.tsx'
import type { Document } from './documents.tsx'

const looks: Readonly<Record<Document['standing'], { readonly tone: Tone; readonly mark: Mark }>> = {
  open: { tone: 'info', mark: 'half' },
  overdue: { tone: 'danger', mark: 'diamond' },
  paid: { tone: 'success', mark: 'full' },
  cancelled: { tone: 'neutral', mark: 'crossed' },
  placed: { tone: 'info', mark: 'full' },
}

export function StandingMark({ standing }: Pick<Document, 'standing'>) {
  const t = useTexts()
  return (
    <span className="whitespace-nowrap">
      <Status {...looks[standing]}>{t(`billing.standing.${standing}`)}</Status>
    </span>
  )
}
