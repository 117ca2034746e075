// On a partner's page: somebody has signed, and a second signature is missing.
import { useFormats } from '../formats.ts'
import type { Of, PartnershipShown } from '../partners/partners-data.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { ButtonLink } from '../ui/button-link.tsx'

export function WaitsForSecond({ of, waits }: { of: Of; waits: PartnershipShown['secondSignature'] }) {
  const t = useTexts()
  const formats = useFormats()
  if (waits === null) return null
  return (
    <Banner
      title={t('signatures.waiting', { person: waits.firstBy })}
      actions={
        <ButtonLink
          size="small"
          to="/o/$organisation/signatures/$signature"
          params={{ organisation: of.organisation, signature: waits.id }}
        >
          {t('signatures.see')}
        </ButtonLink>
      }
    >
      {t('signatures.waits', { date: formats.longDate(waits.until) })}
    </Banner>
  )
}
