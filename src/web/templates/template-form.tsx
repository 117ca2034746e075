// A template being written: its name, its rights one by one, who pays and how long.
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useState } from 'react'
import { termsUnchanged } from '../../domain/partnership/terms.ts'
import { rightIds } from '../../domain/rights/catalogue.ts'
import { changeTemplate, createTemplate, type TemplateShown } from '../../server/templates/contract.ts'
import { api } from '../api.ts'
import { EndField } from '../granting/end-field.tsx'
import { fromRequested, type Picking, pickedIn, toRequested } from '../requests/picked-rights.ts'
import { RightsPicker } from '../requests/rights-picker.tsx'
import { SaveProblem } from '../save-problem.tsx'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useCommand } from '../use-command.ts'
import { useDraftOf } from '../use-draft-of.ts'
import { pathOfTemplates } from './templates-screen.tsx'

export type TemplateFormProps = {
  organisation: string
  before: Pick<TemplateShown, 'id' | 'name' | 'version' | 'rights' | 'terms'> | null
  /** What else may be done with it. */
  actions?: ReactNode
}
type PayerChoice = 'customer' | 'partner' | 'open'

export function TemplateForm({ organisation, before, actions }: TemplateFormProps) {
  const t = useTexts()
  const navigate = useNavigate()
  const { draft, change, isChangedByOthers, unsaid, saved } = useDraftOf(draftOf(before), stateOf(before))
  const { name, picking, terms } = draft
  const [isTried, attempt] = useState(false)
  const params = { organisation }
  const body = { name, rights: toRequested(picking), terms }
  const save = useCommand({
    run: () =>
      before === null
        ? api.post(createTemplate, pathOfTemplates, { params, body })
        : api
            .put(changeTemplate, `${pathOfTemplates}/{template}`, {
              params: { organisation, template: before.id },
              body: { ...body, version: before.version, nameBefore: before.name },
            })
            .then(() => ({ id: before.id })),
    done: () => t('templates.saved', { name }),
    refreshes: `/api/o/${organisation}`,
    problems: 'inline',
    after: ({ id }) => {
      saved()
      void navigate({ to: '/o/$organisation/templates/$template', params: { organisation, template: id } })
    },
  })
  const isMissing = { name: name.trim() === '', rights: pickedIn(picking).length === 0 }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    attempt(true)
    if (!isMissing.name && !isMissing.rights) save.mutate(undefined)
  }
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-6">
      <div className="max-w-xl">
        <TextInput
          label={t('templates.name')}
          hint={t('templates.name.hint')}
          maxLength={80}
          autoComplete="off"
          value={name}
          onChange={(name) => change({ name })}
          error={isTried && isMissing.name ? t('problems.invalid_name') : undefined}
        />
      </div>
      <RightsPicker offered={rightIds} has={[]} picking={picking} onChange={(picking) => change({ picking })} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Select<PayerChoice>
          label={t('add-customer.payer')}
          value={terms.payer ?? 'open'}
          onChange={(payer) => change({ terms: { ...terms, payer: payer === 'open' ? null : payer } })}
          options={(['open', 'customer', 'partner'] as const).map((value) => ({ value, label: t(`templates.payer.${value}`) }))}
        />
      </div>
      <EndField end={terms.end as never} startsOn={null} onChange={(end) => change({ terms: { ...terms, end } })} />
      {isTried && isMissing.rights && (
        <Banner tone="warning" urgent>
          {t('problems.nothing_asked')}
        </Banner>
      )}
      <SaveProblem error={unsaid(save.error)} isChangedByOthers={isChangedByOthers} />
      <footer className="flex flex-wrap items-center gap-2 border-t border-line pt-6">
        <Button type="submit" kind="primary" busy={save.isPending}>
          {t(before === null ? 'templates.create' : 'templates.save')}
        </Button>
        {actions}
      </footer>
    </form>
  )
}

type Draft = { readonly name: string; readonly picking: Picking; readonly terms: TemplateShown['terms'] }

function draftOf(before: TemplateFormProps['before']): Draft {
  return { name: before?.name ?? '', picking: fromRequested(before?.rights ?? []), terms: before?.terms ?? termsUnchanged }
}

/** A new name alone makes no new version. */
const stateOf = (before: TemplateFormProps['before']) => before && `${before.version} ${before.name}`
