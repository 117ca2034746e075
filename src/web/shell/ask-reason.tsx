// At the customer's door: it would like to know why somebody enters. One field, nothing remembered from elsewhere.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { reasonMax } from '../../server/partnerships/contract.ts'
import { getEntry } from '../../server/visits/contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { HelpLink } from './help-link.tsx'
import { usePageTitle } from './page-title.tsx'
import { WordMark } from './word-mark.tsx'

type AskReasonProps = { partnership: string; busy: boolean; onGiven: (reason: string) => void }

export function AskReason({ partnership, busy, onGiven }: AskReasonProps) {
  const t = useTexts()
  const [reason, setReason] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const { data } = useQuery(api.query(getEntry, '/api/c/{partnership}/entry', { params: { partnership } }))
  const title = data ? t('shell.reason.title', { customer: data.customer.name }) : t('shell.reason.title_unknown')
  usePageTitle(title)
  return (
    <main data-roomy className="mx-auto flex max-w-xl flex-col gap-6 p-4 text-base sm:pt-24">
      <WordMark />
      <div className="flex flex-col gap-2">
        <div className="flex items-center gap-2">
          <h1 className="min-w-0 text-xl font-semibold tracking-tight">{title}</h1>
          <HelpLink article="work-for-a-customer#enter" />
        </div>
        <p className="text-muted">{data && t('shell.reason.what', { customer: data.customer.name, partner: data.partner.name })}</p>
      </div>
      <form
        noValidate
        className="flex flex-col gap-6"
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim() !== '') onGiven(reason.trim())
        }}
      >
        <TextInput
          label={t('shell.reason.label')}
          hint={t('shell.reason.hint')}
          value={reason}
          onChange={setReason}
          maxLength={reasonMax}
          autoComplete="off"
          ref={field}
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" kind="primary" busy={busy} disabled={reason.trim() === ''}>
            {t('shell.reason.enter')}
          </Button>
          <ButtonLink to="/go/managed-customers">{t('shell.acting.back')}</ButtonLink>
        </div>
      </form>
    </main>
  )
}
