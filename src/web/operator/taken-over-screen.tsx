// Partnerships that existed before: pasted numbers, a verdict for each, and one step that takes them over.
import { useState } from 'react'
import type { z } from 'zod'
import { takeOver } from '../../server/cases/contract.ts'
import { api } from '../api.ts'
import { HelpLink } from '../shell/help-link.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Status } from '../ui/status.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { useCommand } from '../use-command.ts'

type Rows = z.output<typeof takeOver.answer>['rows']

export function TakenOverScreen() {
  const t = useTexts()
  const [partner, name] = useState('')
  const [numbers, write] = useState('')
  const [access, choose] = useState<'read_only' | 'limited'>('limited')
  const [rows, show] = useState<Rows | null>(null)
  const ask = (dryRun: boolean) =>
    api.post(takeOver, '/api/operator/taken-over', {
      body: { partnerNumber: partner.trim(), customerNumbers: numbers.split(/[\s,;]+/).filter(Boolean), access, dryRun },
    })
  const check = useCommand({ run: () => ask(true), refreshes: '/none', after: (answer) => show(answer.rows) })
  const count = rows?.filter(({ result }) => result === 'taken_over').length ?? 0
  const send = useCommand({
    run: () => ask(false),
    done: () => t('cases.taken_over.done', { count }),
    after: () => {
      show(null)
      write('')
    },
  })
  usePageTitle(t('cases.taken_over'))
  const changed =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value)
      show(null)
    }
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <PageHeader help={<HelpLink />} title={t('cases.taken_over')} description={t('cases.taken_over.what')} />
      <SectionCard title={t('cases.taken_over.which')}>
        <div className="flex flex-col items-start gap-5">
          <div className="w-full max-w-xs">
            <TextInput label={t('cases.taken_over.partner')} value={partner} onChange={changed(name)} />
          </div>
          <div className="w-full">
            <Textarea label={t('cases.taken_over.customers')} value={numbers} onChange={changed(write)} rows={6} />
          </div>
          <RadioGroup
            label={t('cases.taken_over.access')}
            options={(['limited', 'read_only'] as const).map((value) => ({ value, label: t(`presets.${value}`) }))}
            value={access}
            onChange={changed(choose)}
          />
          <Button busy={check.isPending} disabled={partner.trim() === '' || numbers.trim() === ''} onClick={() => check.mutate(undefined)}>
            {t('cases.taken_over.check')}
          </Button>
        </div>
      </SectionCard>
      {rows && (
        <SectionCard title={t('cases.taken_over.rows')} flush>
          <ul>
            {rows.map(({ customerNumber, result }) => (
              <li
                key={customerNumber}
                className="flex justify-between gap-4 border-t border-line px-4 py-2 text-sm first:border-t-0 sm:px-6"
              >
                <span className="tabular-nums">{customerNumber}</span>
                <Status tone={result === 'taken_over' ? 'success' : 'neutral'} mark={result === 'taken_over' ? 'full' : 'empty'}>
                  {t(`cases.taken_over.result.${result}`)}
                </Status>
              </li>
            ))}
          </ul>
        </SectionCard>
      )}
      {count > 0 && (
        <div>
          <Button kind="primary" busy={send.isPending} onClick={() => send.mutate(undefined)}>
            {t('cases.taken_over.send', { count })}
          </Button>
        </div>
      )}
    </div>
  )
}
