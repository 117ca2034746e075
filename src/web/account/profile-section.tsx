// The person's name, address and language.
import { useState } from 'react'
import { type Language, languages } from '../../domain/language.ts'
import { changeMe } from '../../server/account/contract.ts'
import { api } from '../api.ts'
import { problemText } from '../problem.ts'
import type { Me } from '../shell/me.ts'
import { speak, useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useCommand } from '../use-command.ts'

export function ProfileSection({ person }: { person: Me['person'] }) {
  const t = useTexts()
  const [name, type] = useState(person.name)
  const [language, choose] = useState<Language>(person.language)
  const save = useCommand({
    run: () => api.patch(changeMe, '/api/me', { body: { name, language } }),
    done: () => t('account.saved'),
    refreshes: '/api/me',
    problems: 'inline',
    after: () => void speak(language),
  })
  const isChanged = name.trim() !== person.name || language !== person.language
  return (
    <SectionCard title={t('account.profile.title')}>
      <form
        className="flex max-w-md flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate(undefined)
        }}
      >
        <TextInput
          label={t('common.name')}
          hint={t('account.profile.name.hint')}
          name="name"
          autoComplete="name"
          maxLength={80}
          value={name}
          onChange={(typed) => {
            type(typed)
            save.reset()
          }}
          error={save.isError ? problemText(t, save.error) : undefined}
        />
        <TextInput
          label={t('common.email')}
          hint={t('account.profile.email.hint')}
          value={person.email}
          onChange={() => undefined}
          readOnly
          disabled
        />
        <Select
          label={t('shell.person.language')}
          hint={t('account.profile.language.hint')}
          options={languages.map((value) => ({ value, label: t(`common.language.${value}`) }))}
          value={language}
          onChange={choose}
        />
        <div>
          <Button type="submit" kind="primary" busy={save.isPending} disabled={!isChanged || name.trim() === ''}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </SectionCard>
  )
}
