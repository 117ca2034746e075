// How far an organisation is as a partner, as a mark with a word.
import type { OrganisationRow } from '../../server/operator/contract.ts'
import { useTexts } from '../texts.tsx'
import { Status } from '../ui/status.tsx'

const looks = {
  none: { tone: 'neutral', mark: 'empty' },
  applied: { tone: 'info', mark: 'half' },
  verified: { tone: 'success', mark: 'full' },
} as const

export function Standing({ partner }: Pick<OrganisationRow, 'partner'>) {
  const t = useTexts()
  return <Status {...looks[partner]}>{t(`operator.partner.${partner}`)}</Status>
}
