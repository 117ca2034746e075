// On the page about the other side: a dispute that is open, or one that was decided in the last weeks, with the way to it.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { ownCasesQuery } from './cases-data.ts'

const recentMs = 30 * 86_400_000

export function DisputeHere({ organisation, partnership }: { organisation: string; partnership: string }) {
  const t = useTexts()
  const formats = useFormats()
  const [now] = useState(() => Date.now())
  const { data } = useQuery(ownCasesQuery(organisation))
  const here = data?.cases.filter((one) => one.kind === 'dispute' && one.partnershipId === partnership) ?? []
  const shown =
    here.find(({ state }) => state === 'open') ?? here.find(({ closedAt }) => closedAt !== null && Date.parse(closedAt) > now - recentMs)
  if (!shown) return null
  const { id, closedAt, outcome } = shown
  return (
    <Banner
      tone={closedAt === null ? 'warning' : 'info'}
      title={closedAt === null ? t('cases.open_case') : t('cases.closed_case', { date: formats.date(closedAt) })}
      actions={
        <ButtonLink size="small" to="/o/$organisation/cases/$case" params={{ organisation, case: id }}>
          {t('cases.open_case.show')}
        </ButtonLink>
      }
    >
      {closedAt === null ? t('cases.open_case.what') : outcome !== null && t(`cases.outcome.${outcome}`)}
    </Banner>
  )
}
