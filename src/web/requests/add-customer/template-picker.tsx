// The partner's own templates to begin from: name and version, and once one is chosen, what it asks for. Nothing while there are none.
import { useQuery } from '@tanstack/react-query'
import { rightsIn } from '../../../domain/rights/rights-set.ts'
import { listTemplates, type TemplateShown } from '../../../server/templates/contract.ts'
import { api } from '../../api.ts'
import { type Translate, useTexts } from '../../texts.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { Badge } from '../../ui/status.tsx'
import type { Draft } from './draft.ts'
import { leaveTemplate, sensitiveCount, takeTemplate } from './draft-template.ts'
import { RightsAsked } from './rights-asked.tsx'
import type { StepProps } from './who-step.tsx'

const none = 'none'

export function TemplatePicker({ organisation, draft, onChange, wrong }: StepProps & { organisation: string }) {
  const t = useTexts()
  const { data } = useQuery(api.query(listTemplates, '/api/o/{organisation}/templates', { params: { organisation } }))
  const templates = data?.templates ?? []
  const { template } = draft
  if (templates.length === 0 && template === null) return null
  const isListed = templates.some(({ id }) => id === template?.id)
  const choose = (id: string) => {
    const chosen = templates.find((one) => one.id === id)
    onChange(chosen ? takeTemplate(draft, chosen) : leaveTemplate(draft))
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="max-w-xl">
        <Select
          label={t('add-customer.template')}
          options={[
            { value: none, label: t('add-customer.template.none') },
            ...templates.map((one) => ({ value: one.id, label: one.name, hint: hintOf(t, one) })),
            ...(template && !isListed ? [{ value: template.id, label: template.name, disabled: true }] : []),
          ]}
          value={template?.id ?? none}
          onChange={choose}
          error={template && wrong.rights ? t(wrong.rights) : undefined}
        />
      </div>
      {template && <Chosen {...{ draft, template }} newest={templates.find(({ id }) => id === template.id)} onTake={choose} />}
    </div>
  )
}

type ChosenProps = {
  draft: Draft
  template: NonNullable<Draft['template']>
  newest: TemplateShown | undefined
  onTake: (id: string) => void
}

function Chosen({ draft, template, newest, onTake }: ChosenProps) {
  const t = useTexts()
  return (
    <section aria-labelledby="template-asks" className="flex flex-col gap-3 rounded-lg border border-accent bg-accent-soft p-4 text-sm">
      <header className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 id="template-asks" className="min-w-0 font-medium wrap-anywhere">
          {t('add-customer.template.asks', { name: template.name })}
        </h3>
        <span className="text-xs text-muted">{t('add-customer.template.version', { version: template.version })}</span>
        {template.isAdjusted && <Badge tone="info">{t('add-customer.template.adjusted')}</Badge>}
      </header>
      <RightsAsked asking={draft.asking} />
      {template.isAdjusted && <p className="text-xs text-muted">{t('add-customer.template.adjusted.what')}</p>}
      {newest && newest.version !== template.version && (
        <Banner
          actions={
            <Button size="small" onClick={() => onTake(template.id)}>
              {t('add-customer.template.take', { version: newest.version })}
            </Button>
          }
        >
          {t('add-customer.template.changed')}
        </Banner>
      )}
    </section>
  )
}

function hintOf(t: Translate, { version, rights }: TemplateShown): string {
  return t('add-customer.template.hint', { version, count: rightsIn(rights).length, sensitive: sensitiveCount(rights) })
}
