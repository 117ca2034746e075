// Whoever comes here signed in is told as whom, and goes on or signs in with another address. Where a console wants to be sure, they confirm
// that it is them before they go on.
import { useSearch } from '@tanstack/react-router'
import type { Me } from '../shell/me.ts'
import { useTexts } from '../texts.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { buttonClass } from '../ui/button-class.ts'
import { Ways } from './confirm-identity.tsx'
import { whereTo } from './where-to.ts'

export function AlreadySignedIn({ person, onOther }: { person: Me['person']; onOther: () => void }) {
  const t = useTexts()
  const { again } = useSearch({ strict: false }) as Readonly<Record<string, unknown>>
  const isAsked = again === 'yes'
  return (
    <>
      <h1 className="text-xl font-semibold tracking-tight">{t(isAsked ? 'sign-in.again.title' : 'sign-in.already.title')}</h1>
      <div className="flex items-center gap-3 rounded-lg border border-line p-4">
        <Avatar name={person.name} size="large" />
        <p className="min-w-0">
          <span className="block font-medium">{person.name}</span>
          <span className="block text-sm break-words text-muted">{person.email}</span>
        </p>
      </div>
      <div className="flex flex-col gap-2">
        {isAsked ? (
          <Ways onProven={() => location.replace(whereTo())} />
        ) : (
          <a href={whereTo()} className={buttonClass({ kind: 'primary', size: 'large', wide: true })}>
            {t('common.continue')}
          </a>
        )}
        <Button size="large" wide onClick={onOther}>
          {t('sign-in.already.other')}
        </Button>
        <p className="text-sm text-muted">{t('sign-in.already.other.hint')}</p>
      </div>
    </>
  )
}
