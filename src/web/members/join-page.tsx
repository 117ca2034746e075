// Behind the link of an invitation: who invites, and after signing in with the invited address, joining.
import { useMutation, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { acceptInvitation, openMemberInvitation } from '../../server/members/contract.ts'
import { signOut } from '../../server/sign-in/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useParam } from '../place.ts'
import { problemText } from '../problem.ts'
import { signInAddress } from '../query-client.ts'
import { meQuery } from '../shell/me.ts'
import { NotFoundPage } from '../shell/not-found-page.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { PublicFrame } from '../shell/public-frame.tsx'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { buttonClass } from '../ui/button-class.ts'
import { ButtonLink } from '../ui/button-link.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'

type Invitation = z.output<typeof openMemberInvitation.answer>

export function JoinPage() {
  const t = useTexts()
  const token = useParam('token')
  const { data, error } = useQuery(api.query(openMemberInvitation, '/api/member-invitations/{token}', { params: { token } }))
  const me = useQuery(meQuery)
  usePageTitle(data ? t('members.join.title', { organisation: data.organisation }) : t('members.invited.title'))
  return (
    <PublicFrame signedIn={me.isSuccess}>
      {error && <NotFoundPage />}
      {!error && (!data || me.isPending) && <SkeletonLines label={t('ui.loading')} />}
      {data && !me.isPending && (
        <div className="flex flex-col gap-6">
          <h1 className="text-xl font-semibold tracking-tight">{t('members.join.title', { organisation: data.organisation })}</h1>
          <Answer token={token} invitation={data} mine={me.data?.person.email} />
        </div>
      )}
    </PublicFrame>
  )
}

function Answer({ token, invitation, mine }: { token: string; invitation: Invitation; mine: string | undefined }) {
  const t = useTexts()
  const { state, isYourAddress, maskedAddress: address } = invitation
  if (state !== 'open')
    return (
      <Banner actions={<ButtonLink to="/go/manager">{t('members.join.closed.to_manager')}</ButtonLink>}>
        {t(`members.join.closed.${state}`)}
      </Banner>
    )
  if (isYourAddress) return <Join token={token} invitation={invitation} />
  return (
    <>
      <p className="text-muted">
        {mine === undefined ? t('members.join.sign_in_first', { address }) : t('members.join.other_address', { mine, address })}
      </p>
      {mine === undefined ? (
        <a href={signInAddress()} className={buttonClass({ kind: 'primary', size: 'large', wide: true })}>
          {t('members.join.sign_in')}
        </a>
      ) : (
        <ChangeSignIn />
      )}
      <Until invitation={invitation} />
    </>
  )
}

function ChangeSignIn() {
  const t = useTexts()
  const leave = useMutation({ mutationFn: () => api.post(signOut, '/api/sign-out', {}), onSuccess: () => location.assign(signInAddress()) })
  return (
    <Button size="large" wide busy={leave.isPending} onClick={() => leave.mutate()}>
      {t('members.join.change')}
    </Button>
  )
}

function Join({ token, invitation }: { token: string; invitation: Invitation }) {
  const t = useTexts()
  const { organisation, role } = invitation
  const accept = useMutation({
    mutationFn: () => api.post(acceptInvitation, '/api/member-invitations/{token}/accept', { params: { token } }),
    onSuccess: ({ organisationId }) => location.assign(`/o/${organisationId}`),
  })
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
        <Banner tone="danger" urgent>
          {problemText(t, accept.error)}
        </Banner>
      )}
      <Button kind="primary" size="large" wide busy={accept.isPending} onClick={() => accept.mutate()}>
        {t('members.join.accept', { organisation })}
      </Button>
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
