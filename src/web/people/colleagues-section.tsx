// The people of the partner as those who lead it see them: who stands in for somebody, and who leaves.
import { useNavigate } from '@tanstack/react-router'
import { CalendarClock, UserMinus } from 'lucide-react'
import { useState } from 'react'
import { useFormats } from '../formats.ts'
import type { Member, Members } from '../members/members-screen.tsx'
import { useTexts } from '../texts.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { MenuItem, MoreMenu } from '../ui/menu.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { CoverDialog } from './cover-dialog.tsx'
import { OffBoardDialog } from './off-board-dialog.tsx'
import type { Team } from './teams-section.tsx'

type ColleaguesProps = { organisation: string; members: Members['members']; teams: readonly Team[] }

export function ColleaguesSection({ organisation, members, teams }: ColleaguesProps) {
  const t = useTexts()
  const navigate = useNavigate()
  return (
    <SectionCard
      title={t('people.colleagues')}
      description={t('people.colleagues.what')}
      actions={
        <Button size="small" onClick={() => void navigate({ to: '/o/$organisation/members', params: { organisation } })}>
          {t('people.colleagues.members')}
        </Button>
      }
    >
      <ul className="flex flex-col divide-y divide-line">
        {members.map((member) => (
          <li key={member.personId} className="py-3 first:pt-0 last:pb-0">
            <Colleague organisation={organisation} member={member} members={members} teams={teams} />
          </li>
        ))}
      </ul>
    </SectionCard>
  )
}

function Colleague({ organisation, member, members, teams }: ColleaguesProps & { member: Member }) {
  const t = useTexts()
  const formats = useFormats()
  const [open, setOpen] = useState<'cover' | 'leave'>()
  const own = teams.filter(({ people }) => people.some(({ id }) => id === member.personId)).map(({ name }) => name)
  const props = { organisation, member, members, onClose: () => setOpen(undefined) }
  return (
    <div className="flex items-start justify-between gap-3">
      <span className="flex min-w-0 items-start gap-3">
        <Avatar name={member.name} />
        <span className="min-w-0">
          <span className="block wrap-anywhere">{member.name}</span>
          <span className="block wrap-anywhere text-sm text-muted">
            {[t(`roles.${member.role}`), ...(own.length > 0 ? [formats.list(own)] : [])].join(' · ')}
          </span>
        </span>
      </span>
      <MoreMenu label={t('people.colleagues.actions', { name: member.name })}>
        <MenuItem icon={<CalendarClock aria-hidden="true" />} onSelect={() => setOpen('cover')}>
          {t('people.cover')}
        </MenuItem>
        {member.mayBeRemoved && (
          <MenuItem icon={<UserMinus aria-hidden="true" />} danger onSelect={() => setOpen('leave')}>
            {t('people.leave')}
          </MenuItem>
        )}
      </MoreMenu>
      {open === 'cover' && <CoverDialog {...props} />}
      {open === 'leave' && <OffBoardDialog {...props} />}
    </div>
  )
}
