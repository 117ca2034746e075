// Which mails the person gets and how each comes. Opened from the account and from the foot of every mail.
import { useSuspenseQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { listMailChoices } from '../../server/mail-choices/contract.ts'
import { api } from '../api.ts'
import { HelpLink } from '../shell/help-link.tsx'
import { useMe } from '../shell/me.ts'
import { usePageTitle } from '../shell/page-title.tsx'
import { PersonMenu } from '../shell/person-menu.tsx'
import { PublicFrame } from '../shell/public-frame.tsx'
import { useTexts } from '../texts.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { ChoicesSection } from './choices-section.tsx'

export function MailChoicesPage() {
  const t = useTexts()
  const { person, isOperator } = useMe()
  const { data } = useSuspenseQuery(api.query(listMailChoices, '/api/account/mails', {}))
  usePageTitle(t('mail-choices.title'))
  return (
    <PublicFrame width="reading" signedIn end={<PersonMenu name={person.name} email={person.email} isOperator={isOperator} />}>
      <div className="flex flex-col gap-6 text-sm">
        <header className="flex flex-col gap-2">
          <TextLink to="/account">
            <ArrowLeft aria-hidden="true" className="mr-1 inline size-4" />
            {t('mail-choices.to_account')}
          </TextLink>
          <div className="flex items-center gap-3">
            <h1 className="text-xl font-semibold tracking-tight">{t('mail-choices.title')}</h1>
            <HelpLink />
          </div>
          <p className="max-w-prose text-muted">{t('mail-choices.description')}</p>
        </header>
        {data.partner && <ChoicesSection side="partner" choices={data.partner} />}
        {data.customer && <ChoicesSection side="customer" choices={data.customer} />}
        <p className="max-w-prose text-muted">{t(data.customer ? 'mail-choices.always' : 'mail-choices.nothing')}</p>
      </div>
    </PublicFrame>
  )
}
