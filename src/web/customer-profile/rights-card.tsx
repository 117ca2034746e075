// Requested, granted and effective side by side; before there is an answer, only what was requested.
import { isSensitive, type RightId } from '../../domain/rights/catalogue.ts'
import { useFormats } from '../formats.ts'
import { WithoutIt } from '../granting/quotes.tsx'
import { type Translate, useTexts } from '../texts.tsx'
import { type DiffCell, DiffTable } from '../ui/diff-table.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Badge } from '../ui/status.tsx'
import type { ProfileProps } from './customer-profile.tsx'

type Row = ProfileProps['profile']['rights'][number]

export function RightsCard({ customer, profile }: ProfileProps) {
  const t = useTexts()
  if (profile.granted !== null) return <SideBySide profile={profile} hasEnded={customer.status === 'ended'} />
  if (profile.rights.length === 0) return null
  return (
    <SectionCard title={t('customer-profile.rights.title.requested')}>
      <ul className="flex flex-col divide-y divide-line">
        {profile.rights.map((row) => (
          <li key={row.right} className="py-2.5 first:pt-0 last:pb-0">
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <RightName {...row} />
              {row.required && <Badge tone="info">{t('rights.requirement.required')}</Badge>}
            </span>
            {row.reason && <q className="block text-muted">{row.reason}</q>}
            <WithoutIt texts={row.withoutIt === null ? [] : [row.withoutIt]} />
          </li>
        ))}
      </ul>
    </SectionCard>
  )
}

function RightName({ right }: Pick<Row, 'right'>) {
  const t = useTexts()
  return (
    <>
      {t(`rights.${right}.name`)}
      {isSensitive(right) && <Badge tone="warning">{t('rights.sensitive')}</Badge>}
    </>
  )
}

function SideBySide({ profile, hasEnded }: Pick<ProfileProps, 'profile'> & { hasEnded: boolean }) {
  const t = useTexts()
  const formats = useFormats()
  const { rights, granted } = profile
  const waiting = waitingIn(profile)
  const until = (row: Row) =>
    row.endsOn !== null && row.endsOn !== granted?.endsOn
      ? t('customer-profile.rights.until', { date: formats.date(row.endsOn) })
      : undefined
  const title = t('customer-profile.rights.title')
  return (
    <SectionCard title={title} description={t('customer-profile.rights.summary', countsOf(rights))}>
      <DiffTable
        caption={title}
        rowHeader={t('customer-profile.rights.right')}
        columns={(['requested', 'granted', 'effective'] as const).map((column) => t(`rights.difference.${column}`))}
        rows={rights.map((row) => ({
          id: row.right,
          label: (
            <span className="inline-flex flex-wrap items-center gap-x-2">
              <RightName right={row.right} />
            </span>
          ),
          hint: (row.reason ?? row.withoutIt) && (
            <>
              {row.reason && <q className="block">{row.reason}</q>}
              <WithoutIt texts={row.withoutIt === null ? [] : [row.withoutIt]} />
            </>
          ),
          cells: [
            requestedCell(row, t),
            grantedCell(row, t, waiting.has(row.right)),
            effectiveCell(row, t, hasEnded ? 'ended' : row.notEffectiveBecause, until(row)),
          ],
        }))}
      />
    </SectionCard>
  )
}

/** Asked for and not answered yet. */
export function waitingIn({ proposal }: ProfileProps['profile']): ReadonlySet<RightId> {
  return new Set(proposal?.side === 'partner' ? proposal.rights.map(({ right }) => right) : [])
}

function requestedCell(row: Row, t: Translate): DiffCell {
  if (row.requested.length === 0) return { is: 'none', text: '–' }
  return { is: 'yes', text: t('customer-profile.rights.yes'), hint: row.required ? t('rights.requirement.required') : undefined }
}

function grantedCell(row: Row, t: Translate, isWaiting: boolean): DiffCell {
  const wasAsked = row.requested.length > 0
  if (row.granted.length === 0 && isWaiting) return { is: 'none', text: '–', hint: t('customer-profile.rights.waiting') }
  if (row.granted.length === 0) return { is: 'no', change: wasAsked ? 'less' : undefined, text: t('customer-profile.rights.no') }
  const products = row.granted.filter(({ kind }) => kind === 'product').length
  const narrower = row.kind === 'narrower' ? t('customer-profile.rights.narrower') : undefined
  return {
    is: 'yes',
    change: wasAsked ? (narrower === undefined ? 'same' : 'less') : 'more',
    text: t('customer-profile.rights.yes'),
    hint: products > 0 ? t('rights.scope.chosen', { count: products }) : narrower,
  }
}

function effectiveCell(row: Row, t: Translate, because: Row['notEffectiveBecause'] | 'ended', until: string | undefined): DiffCell {
  if (row.effective.length > 0) return { is: 'yes', change: 'same', text: t('customer-profile.rights.yes'), hint: until }
  const wasGranted = row.granted.length > 0 && because !== null
  return {
    is: 'no',
    change: wasGranted ? 'less' : undefined,
    text: t('customer-profile.rights.no'),
    hint: wasGranted ? t(`customer-profile.rights.because.${because}`) : undefined,
  }
}

function countsOf(rights: readonly Row[]) {
  const requested = rights.filter((row) => row.requested.length > 0)
  return {
    requested: requested.length,
    granted: requested.filter((row) => row.granted.length > 0).length,
    added: rights.filter((row) => row.kind === 'added').length,
    effective: rights.filter((row) => row.effective.length > 0).length,
  }
}
