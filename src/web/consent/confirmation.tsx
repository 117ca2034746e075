// After the answer: what holds now, the difference to what was asked, one more step if there is one, and where to stop it.
import { KeyRound } from 'lucide-react'
import { useFormats } from '../formats.ts'
import { type Translate, useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { type DiffCell, type DiffRow, DiffTable } from '../ui/diff-table.tsx'
import type { Answered, Consent } from './decision.tsx'
import { useArrival } from './use-arrival.ts'

const titles = { as_asked: 'consent.done.as_asked', different: 'consent.done.different', proposed: 'consent.done.proposed' } as const

type Leaving = NonNullable<Consent['organisation']>['otherPartners']

export function Confirmation({ answer, leaving }: { answer: Answered; leaving: Leaving }) {
  const t = useTexts()
  const formats = useFormats()
  const { outcome, partnerName: partner, organisationName: organisation, organisationId, partnershipId } = answer
  const arrival = useArrival()
  const isProposed = outcome === 'proposed'
  return (
    <div className="flex flex-col gap-8">
      <header className="flex flex-col gap-3">
        <h1 ref={arrival} tabIndex={-1} className="text-xl font-semibold outline-none sm:text-2xl">
          {t(titles[outcome], { partner })}
        </h1>
        <p className="text-muted">
          {isProposed ? t('consent.done.proposed_what', { partner }) : t('consent.done.granted_what', { partner, organisation })}
        </p>
        {answer.notAfter !== null && <p>{t('consent.done.until', { date: formats.longDate(answer.notAfter) })}</p>}
      </header>
      {leaving.map((other) => (
        <HandOver key={other.partnershipId} answer={answer} other={other} />
      ))}
      {answer.needsSecureSignIn && (
        <Banner
          tone="warning"
          title={t('consent.done.password.title')}
          actions={
            <ButtonLink kind="primary" to="/account" icon={<KeyRound />}>
              {t('consent.done.password.set')}
            </ButtonLink>
          }
        >
          {t('consent.done.password.what')}
        </Banner>
      )}
      <section className="flex flex-col gap-3">
        <h2 className="text-lg font-semibold">{t(isProposed ? 'consent.done.rights_proposed' : 'consent.done.rights')}</h2>
        <DiffTable
          caption={t('consent.done.rights')}
          rowHeader={t('consent.right')}
          columns={[t('consent.requested'), t(isProposed ? 'consent.proposed' : 'consent.granted')]}
          rows={answer.rows.map((row) => toRow(t, row))}
        />
      </section>
      <section className="flex flex-col items-start gap-3 border-t border-line pt-6">
        <h2 className="font-semibold">{t('consent.done.stop')}</h2>
        <p className="text-muted">{t('consent.how_to_stop.what')}</p>
        <ButtonLink to="/o/$organisation/partners/$partnership" params={{ organisation: organisationId, partnership: partnershipId }}>
          {t('consent.done.open_partner', { partner })}
        </ButtonLink>
      </section>
    </div>
  )
}

/** Both have access now: when the other one ends is chosen where a hand-over begins. */
function HandOver({ answer, other }: { answer: Answered; other: Leaving[number] }) {
  const t = useTexts()
  const partner = answer.partnerName
  return (
    <Banner
      title={t('consent.done.hand_over', { other: other.name, partner })}
      actions={
        <ButtonLink
          size="small"
          to="/o/$organisation/partners/$partnership"
          params={{ organisation: answer.organisationId, partnership: other.partnershipId }}
          search={{ handOverTo: answer.partnershipId } as never}
        >
          {t('consent.other.go', { other: other.name })}
        </ButtonLink>
      }
    >
      {t('consent.done.hand_over.what', { other: other.name })}
    </Banner>
  )
}

function toRow(t: Translate, row: Answered['rows'][number]): DiffRow {
  return {
    id: row.right,
    label: t(`rights.${row.right}.name`),
    cells: [
      {
        is: row.requested ? 'yes' : 'none',
        text: row.requested ? t('common.yes') : '–',
        ...(row.required ? { hint: t('rights.requirement.required') } : {}),
      },
      grantedCell(t, row),
    ],
  }
}

function grantedCell(t: Translate, { kind, granted }: Answered['rows'][number]): DiffCell {
  if (kind === 'left_out') return { is: 'no', change: 'less', text: t('common.no') }
  const isSome = granted.every(({ kind: scope }) => scope === 'product')
  const text = isSome ? t('consent.yes_some') : t('common.yes')
  if (kind === 'added') return { is: 'yes', change: 'more', text }
  return kind === 'narrower' ? { is: 'yes', change: 'less', text } : { is: 'yes', change: 'same', text }
}
