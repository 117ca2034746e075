// Sensitive rights always end: until when these do, and the choice to let their 12 months begin again.
import { isSensitive } from '../../domain/rights/catalogue.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { lastMoment } from './partner-card.tsx'
import type { PartnershipShown } from './partners-data.ts'

type Props = { grant: NonNullable<PartnershipShown['grant']>; renew: boolean; onRenew: (renew: boolean) => void }

export function SensitiveEnd({ grant, renew, onRenew }: Props) {
  const t = useTexts()
  const formats = useFormats()
  const ends = grant.rights.flatMap(({ right, notAfter }) => (isSensitive(right) && notAfter !== null ? [notAfter] : []))
  const [first] = ends.toSorted()
  if (first === undefined || first === grant.notAfter) return null
  return (
    <Checkbox
      checked={renew}
      onChange={onRenew}
      label={t('partners.sensitive_end.renew')}
      hint={t('partners.sensitive_end', { date: formats.longDate(lastMoment(first)), count: ends.length })}
    />
  )
}
