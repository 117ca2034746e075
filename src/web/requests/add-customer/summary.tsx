// The request in words: to whom, for what, on which terms, each with the way back to change it.
import type { ReactNode } from 'react'
import { useFormats } from '../../formats.ts'
import type { OwnOrganisation } from '../../shell/me.ts'
import { type Translate, useTexts } from '../../texts.tsx'
import { Button } from '../../ui/button.tsx'
import { type Definition, DefinitionList } from '../../ui/definition-list.tsx'
import { SectionCard } from '../../ui/section-card.tsx'
import { Badge } from '../../ui/status.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { dayFromNow } from './days.ts'
import { type Draft, limitIn, presetIn, recipientOf } from './draft.ts'
import { PlannedNames } from './plan-fields.tsx'
import { type Step, tagsIn } from './request-body.ts'
import { RightsAsked } from './rights-asked.tsx'

export type SummaryProps = { draft: Draft; own: OwnOrganisation; onEdit: (step: Step) => void }

export function Summary({ draft, own, onEdit }: SummaryProps) {
  const t = useTexts()
  const formats = useFormats()
  const { rights } = draft.asking
  const preset = presetIn(draft) ?? 'custom'
  const open = formats.longDate(dayFromNow(Number(draft.validityDays)))
  const limit = limitIn(draft)
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Part title={t('add-customer.step.who')} onEdit={() => onEdit('who')}>
        <DefinitionList items={[...whoItems(t, draft), ...planItems(t, draft, own.id)]} />
      </Part>
      <Part title={t('add-customer.step.what')} onEdit={() => onEdit('what')}>
        <DefinitionList
          items={[
            {
              term: t('add-customer.preset'),
              value: t('add-customer.check.access', { preset: draft.template?.name ?? t(`presets.${preset}`), count: rights.length }),
            },
            { term: t('add-customer.check.rights'), value: <RightsAsked asking={draft.asking} /> },
            {
              term: t('common.payer'),
              value:
                draft.payer === null
                  ? t('common.not_set')
                  : draft.payer === 'partner'
                    ? t('add-customer.payer.us', { partner: own.name })
                    : t('common.payer.customer'),
            },
            ...(limit
              ? [
                  {
                    term: t('common.spending_limit'),
                    value: t('add-customer.check.limit', { amount: formats.money(limit), period: limit.period }),
                  },
                ]
              : []),
            { term: t('add-customer.check.end'), value: endIn(t, draft, formats.longDate) },
            {
              term: t('add-customer.check.open'),
              value: t('add-customer.check.open_until', { days: Number(draft.validityDays), date: open }),
            },
          ]}
        />
      </Part>
    </div>
  )
}

function Part({ title, onEdit, children }: { title: string; onEdit: () => void; children: ReactNode }) {
  const t = useTexts()
  return (
    <SectionCard
      title={title}
      actions={
        <Button size="small" onClick={onEdit}>
          {t('common.change')} <VisuallyHidden>{title}</VisuallyHidden>
        </Button>
      }
    >
      {children}
    </SectionCard>
  )
}

function whoItems(t: Translate, draft: Draft): readonly Definition[] {
  const { by, requestCode, language, ownReference, listName } = draft
  return [
    {
      term: t(by === 'email' ? 'common.email' : 'common.customer_number'),
      value: <span className="font-medium wrap-anywhere">{recipientOf(draft)}</span>,
    },
    ...(requestCode.trim() === '' ? [] : [{ term: t('strictness.code'), value: <span className="tabular-nums">{requestCode}</span> }]),
    { term: t('add-customer.language'), value: t(`common.language.${language}`) },
    ...(ownReference.trim() === '' ? [] : [{ term: t('add-customer.reference'), value: ownReference }]),
    ...(listName.trim() === '' ? [] : [{ term: t('add-customer.list_name'), value: listName }]),
  ]
}

function planItems(t: Translate, draft: Draft, organisation: string): readonly Definition[] {
  const { people, teams } = draft
  const tags = tagsIn(draft.tags)
  return [
    ...(people.length + teams.length === 0
      ? []
      : [{ term: t('add-customer.plan.who'), value: <PlannedNames {...{ organisation, draft }} /> }]),
    ...(tags.length === 0
      ? []
      : [
          {
            term: t('customer-profile.notes.tags'),
            value: (
              <span className="flex flex-wrap gap-1.5">
                {tags.map((tag) => (
                  <Badge key={tag}>{tag}</Badge>
                ))}
              </span>
            ),
          },
        ]),
  ]
}

function endIn(t: Translate, { end, lastDay, days }: Draft, longDate: (day: string) => string): string {
  if (end === 'on') return t('add-customer.check.until', { date: longDate(lastDay) })
  return end === 'after' ? t('add-customer.check.after', { days: Number(days) }) : t('common.no_end')
}
