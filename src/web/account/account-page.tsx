// Everything about one's own sign-in: name and language, password, passkeys and other factors, and where one is signed in.
import { ArrowLeft } from 'lucide-react'
import { HelpLink } from '../shell/help-link.tsx'
import { useMe } from '../shell/me.ts'
import { usePageTitle } from '../shell/page-title.tsx'
import { PersonMenu } from '../shell/person-menu.tsx'
import { PublicFrame } from '../shell/public-frame.tsx'
import { useTexts } from '../texts.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { AuthenticatorRow } from './authenticator-row.tsx'
import { PasskeysRow } from './passkeys-row.tsx'
import { PasswordRow } from './password-row.tsx'
import { ProfileSection } from './profile-section.tsx'
import { RecoveryCodesRow } from './recovery-codes-row.tsx'
import { SessionsSection } from './sessions-section.tsx'
import { ShortcutsSection } from './shortcuts-section.tsx'
import { SignInSection } from './sign-in-section.tsx'

export function AccountPage() {
  const t = useTexts()
  const { person, isOperator } = useMe()
  usePageTitle(t('account.title'))
  return (
    <PublicFrame width="reading" signedIn end={<PersonMenu name={person.name} email={person.email} isOperator={isOperator} />}>
      <div className="flex flex-col gap-6 text-sm">
        <header className="flex flex-col gap-2">
          <p className="min-h-6">
            <TextLink to="/go/manager">
              <ArrowLeft aria-hidden="true" className="mr-1 inline size-4" />
              {t('account.to_manager')}
            </TextLink>
          </p>
          <div className="flex items-center gap-3">
            <h1 className="text-xl font-semibold tracking-tight">{t('account.title')}</h1>
            <HelpLink />
          </div>
        </header>
        <ProfileSection person={person} />
        <SignInSection>
          {(signIn) => (
            <>
              <PasswordRow setAt={signIn.passwordSetAt} person={person} />
              <PasskeysRow passkeys={signIn.passkeys} />
              <AuthenticatorRow since={signIn.authenticatorSince} hasPasskey={signIn.passkeys.length > 0} />
              {signIn.recoveryCodesLeft !== null && <RecoveryCodesRow left={signIn.recoveryCodesLeft} />}
            </>
          )}
        </SignInSection>
        <SessionsSection />
        <ShortcutsSection person={person} />
        <SectionCard
          title={t('mail-choices.title')}
          description={t('mail-choices.description')}
          actions={<ButtonLink to="/account/mails">{t('mail-choices.change')}</ButtonLink>}
        />
      </div>
    </PublicFrame>
  )
}
