// Requested, granted and effective, right by right: the same table the partner sees.
import { type Translate, useTexts } from '../texts.tsx'
import { type DiffCell, DiffTable } from '../ui/diff-table.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import type { PartnershipShown } from './partners-data.ts'

type Row = PartnershipShown['compared'][number]

export function ComparedRights({ data }: { data: PartnershipShown }) {
  const t = useTexts()
  const { compared, partner } = data
  if (compared.length === 0) return null
  const isRequested = compared.some(({ requested }) => requested.length > 0)
  const columns = [
    ...(isRequested ? [t('rights.difference.requested')] : []),
    t('rights.difference.granted'),
    t('rights.difference.effective'),
  ]
  return (
    <SectionCard title={t('partners.compared')} description={t('partners.compared.what', { partner: partner.name })}>
      <Disclosure summary={t('partners.compared.show', { count: compared.length })}>
        <DiffTable
          caption={t('partners.compared')}
          rowHeader={t('consent.right')}
          columns={columns}
          rows={compared.map((row) => ({
            id: row.right,
            label: t(`rights.${row.right}.name`),
            cells: [...(isRequested ? [requestedCell(t, row)] : []), grantedCell(t, row, isRequested), effectiveCell(t, row)],
          }))}
        />
      </Disclosure>
    </SectionCard>
  )
}

function requestedCell(t: Translate, { requested, required }: Row): DiffCell {
  if (requested.length === 0) return { is: 'none', text: '–' }
  return { is: 'yes', text: t('common.yes'), ...(required ? { hint: t('rights.requirement.required') } : {}) }
}

function grantedCell(t: Translate, { granted, kind }: Row, isRequested: boolean): DiffCell {
  if (granted.length === 0) return { is: 'no', text: t('common.no'), ...(isRequested ? { change: 'less' } : {}) }
  const text = granted.every((scope) => scope.kind === 'product') ? t('consent.yes_some') : t('common.yes')
  const change = !isRequested
    ? {}
    : kind === 'as_requested'
      ? { change: 'same' as const }
      : { change: kind === 'added' ? ('more' as const) : ('less' as const) }
  return { is: 'yes', text, ...change }
}

function effectiveCell(t: Translate, { granted, effective, notEffectiveBecause }: Row): DiffCell {
  if (granted.length === 0) return { is: 'none', text: '–' }
  if (effective.length > 0) return { is: 'yes', change: 'same', text: t('common.yes') }
  const hint = notEffectiveBecause === null ? {} : { hint: t(`partners.idle.${notEffectiveBecause}`) }
  return { is: 'no', change: 'less', text: t('common.no'), ...hint }
}
