// What everybody on the list is asked for, unless their own cells say otherwise; then the list goes to be checked.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { languages } from '../../domain/language.ts'
import { listTemplates } from '../../server/templates/contract.ts'
import { api } from '../api.ts'
import { problemText } from '../problem.ts'
import { today } from '../requests/add-customer/days.ts'
import { stepOf, type Wrong, wrongIn } from '../requests/add-customer/request-body.ts'
import { useDraft } from '../requests/add-customer/use-draft.ts'
import { WhatStep } from '../requests/add-customer/what-step.tsx'
import type { OwnOrganisation } from '../shell/me.ts'
import { useLanguage, useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Progress } from '../ui/progress.tsx'
import { Select } from '../ui/select.tsx'
import { useCommand } from '../use-command.ts'
import type { Taken } from './add-list-screen.tsx'
import { createFilledList } from './create-list.ts'
import { mappedRows } from './mapped-rows.ts'

export type AskListProps = { own: OwnOrganisation; personId: string; taken: Taken; onBack: () => void }
const none = 'none'

export function AskList({ own, personId, taken, onBack }: AskListProps) {
  const t = useTexts()
  const navigate = useNavigate()
  const { draft, change } = useDraft(`${own.id} ${personId} list`, useLanguage())
  const templates =
    useQuery(api.query(listTemplates, '/api/o/{organisation}/templates', { params: { organisation: own.id } })).data?.templates ?? []
  const [template, choose] = useState<string>(none)
  const [isTried, attempt] = useState(false)
  const [uploaded, upload] = useState(0)
  const wrong = whatIsWrong(wrongIn(draft, { isVerified: own.isVerifiedPartner, today: today() }), template)
  const total = taken.sheet.rows.length
  const create = useCommand({
    run: () =>
      createFilledList({
        organisation: own.id,
        draft,
        template: template === none ? null : template,
        rows: mappedRows(taken.sheet, taken.columns),
        told: upload,
      }),
    problems: 'inline',
    after: (bulk) => void navigate({ to: '/o/$organisation/lists/$bulk', params: { organisation: own.id, bulk } }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    attempt(true)
    if (Object.keys(wrong).length === 0) create.mutate(undefined)
  }
  return (
    <form onSubmit={submit} noValidate className="flex max-w-3xl flex-col gap-6" aria-labelledby="list-what">
      <header className="flex flex-col gap-1">
        <h2 id="list-what" className="text-lg font-semibold">
          {t('add-customer.what.title')}
        </h2>
        <p className="max-w-prose text-muted">{t('lists.add.what.what')}</p>
      </header>
      <div className="grid gap-5 sm:grid-cols-2">
        <Select
          label={t('add-customer.language')}
          options={languages.map((value) => ({ value, label: t(`common.language.${value}`) }))}
          value={draft.language}
          onChange={(language) => change({ ...draft, language })}
        />
        {templates.length > 0 && (
          <Select
            label={t('lists.add.from_template')}
            options={[{ value: none, label: t('lists.add.no_template') }, ...templates.map(({ id, name }) => ({ value: id, label: name }))]}
            value={template}
            onChange={choose}
          />
        )}
      </div>
      <WhatStep
        draft={draft}
        onChange={change}
        wrong={isTried ? wrong : {}}
        partner={own.name}
        isVerified={own.isVerifiedPartner}
        rightsHidden={template !== none}
      />
      {create.isError && (
        <Banner tone="danger" urgent>
          {problemText(t, create.error)}
        </Banner>
      )}
      {create.isPending && <Progress label={t('lists.add.uploading')} value={uploaded} max={total} />}
      <footer className="flex flex-wrap items-center gap-2 border-t border-line pt-6">
        <Button type="submit" kind="primary" busy={create.isPending}>
          {t('lists.add.check', { count: total })}
        </Button>
        <Button onClick={onBack} disabled={create.isPending}>
          {t('common.back')}
        </Button>
      </footer>
    </form>
  )
}

/** Whom to ask stands in the list, and with a template its rights do. */
function whatIsWrong(wrong: Wrong, template: string): Wrong {
  return Object.fromEntries(
    Object.entries(wrong).filter(([field]) => stepOf(field as never) === 'what' && (template === none || field !== 'rights')),
  )
}
