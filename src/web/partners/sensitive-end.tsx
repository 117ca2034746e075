// Sensitive rights always end: until when these do and, once it is near, the choice to let their 12 months begin again.
import { useState } from 'react'
import { isSensitive } from '../../domain/rights/catalogue.ts'
import { dayMs } from '../../domain/time.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { lastMoment } from './partner-card.tsx'
import type { PartnershipShown } from './partners-data.ts'

type Props = { grant: NonNullable<PartnershipShown['grant']>; renew: boolean; onRenew: (renew: boolean) => void }

const soonMs = 90 * dayMs

export function SensitiveEnd({ grant, renew, onRenew }: Props) {
  const t = useTexts()
  const formats = useFormats()
  const [now] = useState(() => Date.now())
  const ends = grant.rights.flatMap(({ right, notAfter }) => (isSensitive(right) && notAfter !== null ? [notAfter] : []))
  const [first] = ends.toSorted()
  if (first === undefined || first === grant.notAfter) return null
  const said = t('partners.sensitive_end', { date: formats.longDate(lastMoment(first)), count: ends.length })
  if (Date.parse(first) - now > soonMs) return <p className="-mt-4 text-sm text-muted">{said}</p>
  return <Checkbox checked={renew} onChange={onRenew} label={t('partners.sensitive_end.renew')} hint={said} />
}
