// On a partner's page: that it ends soon, with the way to extend it; and what nobody used for 90 days, with the way to take it away.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dayMs } from '../../domain/time.ts'
import { reviewAccess } from '../../server/partners/renewal-contract.ts'
import { listUnused } from '../../server/unused/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { useCommand } from '../use-command.ts'
import { type Of, path } from './renewal-data.ts'

/** How long before its end it is pointed out. */
const soonMs = 31 * dayMs

export function TimeNotices(props: { of: Of; notAfter: string | null }) {
  return (
    <>
      <EndsSoon {...props} />
      <NotUsed of={props.of} />
    </>
  )
}

function EndsSoon({ of, notAfter }: { of: Of; notAfter: string | null }) {
  const t = useTexts()
  const formats = useFormats()
  const [now] = useState(() => Date.now())
  if (notAfter === null) return null
  const end = new Date(notAfter).getTime() - 1
  if (end > now + soonMs || end < now) return null
  return (
    <Banner
      tone="warning"
      title={t('renewal.ends_soon', { date: formats.longDate(end), when: formats.relative(end) })}
      actions={
        <ButtonLink kind="primary" size="small" to="/o/$organisation/partners/$partnership/renew" params={of}>
          {t('renewal.go')}
        </ButtonLink>
      }
    >
      {t('renewal.ends_soon.what')}
    </Banner>
  )
}

function NotUsed({ of }: { of: Of }) {
  const t = useTexts()
  const formats = useFormats()
  const unused = useQuery(api.query(listUnused, `${path}/unused`, { params: of }))
  const drop = unused.data?.rights.map(({ right }) => right) ?? []
  const takeAway = useCommand({
    run: (version: number) => api.post(reviewAccess, `${path}/review`, { params: of, body: { version, drop } }),
    done: () => t('renewal.unused.done', { count: drop.length }),
  })
  const { data } = unused
  if (!data || drop.length === 0) return null
  return (
    <Banner
      title={t('renewal.unused', { days: data.days })}
      actions={
        <Button size="small" busy={takeAway.isPending} onClick={() => takeAway.mutate(data.version)}>
          {t('renewal.unused.take_away', { count: drop.length })}
        </Button>
      }
    >
      {formats.list(drop.map((right) => t(`rights.${right}.name`)))}
    </Banner>
  )
}
