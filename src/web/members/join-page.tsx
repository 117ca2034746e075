// Behind the link of an invitation: who invites, and after signing in with the invited address, joining.
import { useMutation, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { acceptInvitation, openMemberInvitation } from '../../server/members/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useParam } from '../place.ts'
import { Problem, problemText } from '../problem.ts'
import { otherSignInAddress, refresh, signInAddress } from '../query-client.ts'
import { meQuery } from '../shell/me.ts'
import { usePageTitle } from '../shell/page-title.tsx'
import { PublicFrame } from '../shell/public-frame.tsx'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { buttonClass } from '../ui/button-class.ts'
import { ButtonLink } from '../ui/button-link.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { unbroken } from '../ui/unbroken.ts'

type Invitation = z.output<typeof openMemberInvitation.answer>

export function JoinPage() {
  const t = useTexts()
  const token = useParam('token')
  const invitation = useQuery(api.query(openMemberInvitation, '/api/member-invitations/{token}', { params: { token } }))
  const me = useQuery(meQuery)
  const { data } = invitation
  usePageTitle(data ? t('members.join.title', { organisation: data.organisation }) : t('members.invited.title'))
  return (
    <PublicFrame signedIn={me.isSuccess}>
      {invitation.error && <NotShown error={invitation.error} onRetry={() => void invitation.refetch()} />}
      {!invitation.error && (!data || me.isPending) && <SkeletonLines label={t('ui.loading')} />}
      {data && !me.isPending && (
        <div className="flex flex-col gap-6">
          <h1 className="text-xl font-semibold tracking-tight">{t('members.join.title', { organisation: data.organisation })}</h1>
          <Answer token={token} invitation={data} mine={me.data?.person.email} />
        </div>
      )}
    </PublicFrame>
  )
}

function NotShown({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTexts()
  if (error instanceof Problem && error.code === 'not_found')
    return (
      <div className="flex flex-col gap-4">
        <h1 className="text-xl font-semibold tracking-tight">{t('sign-in.join.unknown.title')}</h1>
        <p className="text-muted">{t('sign-in.join.unknown.what')}</p>
      </div>
    )
  return (
    <ErrorState title={t('shell.error.title')} onRetry={onRetry}>
      {problemText(t, error)}
    </ErrorState>
  )
}

function Answer({ token, invitation, mine }: { token: string; invitation: Invitation; mine: string | undefined }) {
  const t = useTexts()
  const { state, isYourAddress } = invitation
  const address = unbroken(invitation.maskedAddress)
  if (state !== 'open')
    return (
      <div className="flex flex-col items-start gap-6">
        <p className="text-muted">{t(`members.join.closed.${state}`)}</p>
        {mine !== undefined && <ButtonLink to="/go/manager">{t('members.join.closed.to_manager')}</ButtonLink>}
      </div>
    )
  if (isYourAddress) return <Join token={token} invitation={invitation} />
  return (
    <>
      <p className="text-muted">
        {mine === undefined ? t('members.join.sign_in_first', { address }) : t('members.join.other_address', { mine, address })}
      </p>
      <a
        href={mine === undefined ? signInAddress() : otherSignInAddress()}
        className={buttonClass({ kind: 'primary', size: 'large', wide: true })}
      >
        {mine === undefined ? t('members.join.sign_in') : t('members.join.change')}
      </a>
      <Until invitation={invitation} />
    </>
  )
}

function Join({ token, invitation }: { token: string; invitation: Invitation }) {
  const t = useTexts()
  const { organisation, role } = invitation
  const accept = useMutation({
    mutationFn: () => api.post(acceptInvitation, '/api/member-invitations/{token}/accept', { params: { token } }),
    onSuccess: ({ organisationId }) => location.replace(`/o/${organisationId}`),
    onError: () => refresh('/api/member-invitations/'),
  })
  const isMember = accept.error instanceof Problem && accept.error.code === 'already_member'
  return (
    <>
      {role && (
        <div className="flex flex-col gap-1 rounded-lg border border-line p-4">
          <p className="text-sm text-muted">{t('members.join.role')}</p>
          <p className="font-medium">{t(`roles.${role}`)}</p>
          <p className="text-sm text-muted">{t(`roles.${role}.what`)}</p>
        </div>
      )}
      {accept.isError && (
        <Banner tone={isMember ? 'info' : 'danger'} urgent>
          {isMember ? t('sign-in.join.already_member', { organisation }) : problemText(t, accept.error)}
        </Banner>
      )}
      {isMember ? (
        <ButtonLink to="/go/manager" size="large" wide>
          {t('members.join.closed.to_manager')}
        </ButtonLink>
      ) : (
        <Button kind="primary" size="large" wide busy={accept.isPending || accept.isSuccess} onClick={() => accept.mutate()}>
          {t('members.join.accept', { organisation })}
        </Button>
      )}
      <Until invitation={invitation} />
    </>
  )
}

function Until({ invitation }: { invitation: Invitation }) {
  const t = useTexts()
  const formats = useFormats()
  return (
    <p className="text-sm text-muted">
      {t('members.join.until', { date: formats.longDate(invitation.expiresAt) })} {t('members.join.nothing_yet')}
    </p>
  )
}
