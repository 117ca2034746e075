// Somebody new says their name, once. It is filled in as far as the address tells it.
/* oxlint-disable jsx-a11y/no-autofocus -- the page asks for nothing else */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { changeMe } from '../../server/account/contract.ts'
import { api } from '../api.ts'
import { meQuery } from '../shell/me.ts'
import { useTexts } from '../texts.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { Step } from './step.tsx'
import { useProblemText } from './use-problem-text.ts'
import { whereTo } from './where-to.ts'

export function NameStep() {
  const t = useTexts()
  const problem = useProblemText()
  const { data } = useQuery(meQuery)
  const [typed, type] = useState<string>()
  const [isMissing, setMissing] = useState(false)
  const name = typed ?? data?.person.name ?? ''
  const save = useMutation({
    mutationFn: () => api.patch(changeMe, '/api/me', { body: { name } }),
    onSuccess: () => location.replace(whereTo()),
  })
  return (
    <Step
      title={t('sign-in.name.title')}
      lead={t('sign-in.name.lead')}
      submit={t('common.continue')}
      onSubmit={() => (name.trim() === '' ? setMissing(true) : save.mutate())}
      busy={save.isPending || save.isSuccess}
    >
      <TextInput
        label={t('sign-in.name.label')}
        name="name"
        autoComplete="name"
        maxLength={80}
        autoFocus
        value={name}
        onChange={(value) => {
          type(value)
          setMissing(false)
          save.reset()
        }}
        error={isMissing ? t('sign-in.name.missing') : problem(save.error)}
      />
    </Step>
  )
}
