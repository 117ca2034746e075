// People and teams of a partner: what collaborators ask for, teams, rules that assign, and who leaves or is away.
import { useSuspenseQuery } from '@tanstack/react-query'
import { listMembers } from '../../server/members/contract.ts'
import { getOwnShell } from '../../server/shell/contract.ts'
import { listTeams } from '../../server/teams/contract.ts'
import { api } from '../api.ts'
import { useParam } from '../place.ts'
import { RecentReceipts } from '../receipts/receipts.tsx'
import { HelpLink } from '../shell/help-link.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { AccessRequestsSection } from './access-requests-section.tsx'
import { AccessRulesCard } from './access-rules-card.tsx'
import { ColleaguesSection } from './colleagues-section.tsx'
import { RulesSection } from './rules-section.tsx'
import { TeamsSection } from './teams-section.tsx'

export function PeopleScreen() {
  const t = useTexts()
  const organisation = useParam('organisation')
  const params = { organisation }
  const { data: shell } = useSuspenseQuery(api.query(getOwnShell, '/api/o/{organisation}/shell', { params }))
  const { data: members } = useSuspenseQuery(api.query(listMembers, '/api/o/{organisation}/members', { params }))
  const { data: teams } = useSuspenseQuery(api.query(listTeams, '/api/o/{organisation}/teams', { params }))
  const leads = shell.role !== 'collaborator'
  usePageTitle(t('people.title'))
  return (
    <div className="flex max-w-5xl flex-col gap-8">
      <PageHeader
        help={<HelpLink />}
        title={t('people.title')}
        description={t(leads ? 'people.what' : 'people.what.collaborator')}
        actions={
          leads && (
            <ButtonLink to="/o/$organisation/reviews" params={{ organisation }}>
              {t('reviews.link.partner')}
            </ButtonLink>
          )
        }
      />
      {leads && <RecentReceipts organisation={organisation} side="partner" />}
      <AccessRequestsSection organisation={organisation} />
      <TeamsSection organisation={organisation} teams={teams.teams} mayChange={teams.mayChange} members={members.members} />
      {leads && <ColleaguesSection organisation={organisation} members={members.members} teams={teams.teams} />}
      {leads && <RulesSection organisation={organisation} members={members.members} teams={teams.teams} />}
      {leads && <AccessRulesCard organisation={organisation} />}
    </div>
  )
}
