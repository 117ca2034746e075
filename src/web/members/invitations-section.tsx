// Who was invited and has not come yet: send again, or take it back.
import { RotateCw, Undo2 } from 'lucide-react'
import { useId } from 'react'
import { resendInvitation, withdrawInvitation } from '../../server/members/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Breakable } from '../ui/breakable.tsx'
import { MenuItem, MoreMenu } from '../ui/menu.tsx'
import { Status } from '../ui/status.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { useCommand } from '../use-command.ts'
import type { Members } from './members-screen.tsx'

type Invitation = Members['invitations'][number]

export function InvitationsSection({ organisation, invitations }: { organisation: string; invitations: readonly Invitation[] }) {
  const t = useTexts()
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <h2 id={id} className="text-base font-semibold">
        {t('members.invited.title')}
      </h2>
      <Table
        caption={t('members.invited.title')}
        rows={invitations}
        columns={useColumns()}
        keyOf={(invitation) => invitation.id}
        nameOf={({ email }) => email}
        actions={(invitation) => <InvitationActions organisation={organisation} invitation={invitation} />}
      />
    </section>
  )
}

function useColumns(): readonly Column<Invitation>[] {
  const t = useTexts()
  const formats = useFormats()
  return [
    {
      id: 'email',
      header: t('common.email'),
      main: true,
      cell: ({ email }) => (
        <span className="@2xl/table:[&_wbr]:hidden">
          <Breakable>{email}</Breakable>
        </span>
      ),
    },
    { id: 'role', header: t('common.role'), cell: ({ role }) => t(`roles.${role}`) },
    { id: 'by', header: t('members.invited.by'), cell: ({ invitedBy }) => invitedBy },
    {
      id: 'until',
      header: t('members.invited.until'),
      cell: ({ state, expiresAt }) =>
        state === 'open' ? formats.date(expiresAt) : <Status mark="crossed">{t('members.invited.expired')}</Status>,
    },
  ]
}

function InvitationActions({ organisation, invitation }: { organisation: string; invitation: Invitation }) {
  const t = useTexts()
  const address = invitation.email
  const params = { organisation, invitation: invitation.id }
  const resend = useCommand({
    run: () => api.post(resendInvitation, '/api/o/{organisation}/member-invitations/{invitation}/resend', { params }),
    done: () => t('members.invited.resent', { address }),
  })
  const withdraw = useCommand({
    run: () => api.delete(withdrawInvitation, '/api/o/{organisation}/member-invitations/{invitation}', { params }),
    done: () => t('members.invited.withdrawn'),
  })
  return (
    <MoreMenu label={t('members.actions', { name: address })}>
      <MenuItem icon={<RotateCw aria-hidden="true" />} onSelect={() => resend.mutate(undefined)}>
        {t('common.resend')}
      </MenuItem>
      <MenuItem icon={<Undo2 aria-hidden="true" />} danger onSelect={() => withdraw.mutate(undefined)}>
        {t('common.withdraw')}
      </MenuItem>
    </MoreMenu>
  )
}
