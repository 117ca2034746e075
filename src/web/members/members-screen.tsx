// The people of an organisation, for its own members and, to be read only, for who acts for it.
import { useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { listMembers } from '../../server/members/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { PersonInTable } from '../people/person-in-table.tsx'
import { usePlace } from '../place.ts'
import { HelpLink } from '../shell/help-link.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { InvitationsSection } from './invitations-section.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { LeaveOrganisation } from './leave-organisation.tsx'
import { MemberActions } from './member-actions.tsx'
import { WaitingRepresentatives } from './waiting-representatives.tsx'

export type Members = z.output<typeof listMembers.answer>
export type Member = Members['members'][number]

export function MembersScreen() {
  const t = useTexts()
  const place = usePlace()
  const { data } = useSuspenseQuery(api.query(listMembers, `${place.api}/members`, {}))
  const columns = useColumns()
  const isOwn = place.kind === 'own'
  usePageTitle(t('members.title'))
  return (
    <div className="flex max-w-5xl flex-col gap-8">
      <PageHeader
        title={t('members.title')}
        count={data.members.length}
        help={<HelpLink />}
        description={t(isOwn ? 'members.description' : 'members.description.acting')}
        actions={data.mayInvite.length > 0 && <InviteDialog organisation={place.id} roles={data.mayInvite} />}
      />
      {data.mayInvite.includes('legal_representative') && <WaitingRepresentatives organisation={place.id} />}
      <Table
        caption={t('members.list')}
        rows={data.members}
        columns={columns}
        keyOf={({ personId }) => personId}
        nameOf={({ name }) => name}
        {...(isOwn && { actions: (member: Member) => <MemberActions organisation={place.id} member={member} /> })}
      />
      {data.invitations.length > 0 && <InvitationsSection organisation={place.id} invitations={data.invitations} />}
      {isOwn && <LeaveOrganisation organisation={place.id} mayLeave={data.mayLeave} />}
    </div>
  )
}

function useColumns(): readonly Column<Member>[] {
  const t = useTexts()
  const formats = useFormats()
  return [
    {
      id: 'name',
      header: t('common.name'),
      main: true,
      cell: ({ name, email, isYou }) => <PersonInTable name={name} email={email} isYou={isYou} />,
    },
    { id: 'role', header: t('common.role'), cell: ({ role }) => t(`roles.${role}`) },
    { id: 'since', header: t('members.since'), cell: ({ addedAt }) => formats.date(addedAt) },
  ]
}
