// One organisation as the operator sees it: who it is, its people, its partnerships. That it was looked at stands in its activity.
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { getOrganisationAsOperator } from '../../server/operator/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useCountryName } from '../granting/country-name.ts'
import { useParam } from '../place.ts'
import { HelpLink } from '../shell/help-link.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Breakable } from '../ui/breakable.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { RepresentationButton } from './representation.tsx'
import { Standing } from './standing.tsx'

type Shown = z.output<typeof getOrganisationAsOperator.answer>

export function OrganisationScreen() {
  const t = useTexts()
  const organisation = useParam('organisation')
  const { data } = useSuspenseQuery(
    api.query(getOrganisationAsOperator, '/api/operator/organisations/{organisation}', { params: { organisation } }),
  )
  const { name } = data.organisation
  usePageTitle(name)
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <PageHeader
        help={<HelpLink />}
        crumbs={[{ label: t('operator.organisations'), link: { to: '/operator/organisations' } }]}
        picture={<Avatar name={name} shape="square" />}
        title={name}
        description={t('operator.organisation.recorded')}
        actions={<RepresentationButton organisation={organisation} />}
      />
      <Identity organisation={data.organisation} />
      <People members={data.members} />
      {data.successions.length > 0 && <Successions successions={data.successions} />}
      {data.partnerships.length > 0 && <Partnerships partnerships={data.partnerships} />}
    </div>
  )
}

function Identity({ organisation }: { organisation: Shown['organisation'] }) {
  const t = useTexts()
  const formats = useFormats()
  const countryName = useCountryName()
  const { number, formerName, city, country, registerNumber, domain, contactEmail, website, partner, createdAt } = organisation
  const items = [
    { term: t('common.customer_number'), value: <span className="tabular-nums">{number}</span> },
    ...(formerName ? [{ term: t('operator.former_name'), value: formerName }] : []),
    { term: t('organisation.register_number'), value: registerNumber ?? t('common.not_set') },
    { term: t('operator.place'), value: [city, countryName(country)].filter(Boolean).join(', ') },
    { term: t('operator.domain'), value: domain ?? t('common.not_set') },
    ...(contactEmail ? [{ term: t('common.email'), value: <Breakable>{contactEmail}</Breakable> }] : []),
    ...(website ? [{ term: t('organisation.website'), value: <Breakable>{website}</Breakable> }] : []),
    { term: t('operator.partner'), value: <Standing partner={partner} /> },
    { term: t('operator.since'), value: formats.longDate(createdAt) },
  ]
  return (
    <SectionCard title={t('organisation.identity')}>
      <DefinitionList items={items} />
    </SectionCard>
  )
}

function People({ members }: Pick<Shown, 'members'>) {
  const t = useTexts()
  const columns: readonly Column<Shown['members'][number]>[] = [
    { id: 'name', header: t('common.name'), main: true, cell: ({ name }) => name },
    { id: 'role', header: t('common.role'), cell: ({ role }) => t(`roles.${role}`) },
    { id: 'email', header: t('common.email'), cell: ({ email }) => <Breakable>{email}</Breakable> },
  ]
  return (
    <SectionCard title={t('operator.people')} flush>
      <Table bare caption={t('operator.people')} rows={members} columns={columns} keyOf={({ id }) => id} nameOf={({ name }) => name} />
    </SectionCard>
  )
}

function Partnerships({ partnerships }: Pick<Shown, 'partnerships'>) {
  const t = useTexts()
  const formats = useFormats()
  const columns: readonly Column<Shown['partnerships'][number]>[] = [
    {
      id: 'other',
      header: t('operator.partnerships.with'),
      main: true,
      cell: ({ other }) => (
        <Link
          to="/operator/organisations/$organisation"
          params={{ organisation: other.id }}
          className="rounded-sm wrap-anywhere hover:underline hover:underline-offset-3"
        >
          {other.name}
        </Link>
      ),
    },
    { id: 'side', header: t('operator.partnerships.as'), cell: ({ side }) => t(`operator.partnerships.as.${side}`) },
    { id: 'state', header: t('operator.partnerships.state'), cell: (row) => t(`operator.partnerships.state.${stateOf(row)}`) },
    { id: 'since', header: t('operator.since'), cell: ({ since }) => formats.date(since) },
  ]
  return (
    <SectionCard title={t('operator.partnerships')} flush>
      <Table
        bare
        caption={t('operator.partnerships')}
        rows={partnerships}
        columns={columns}
        keyOf={({ id }) => id}
        nameOf={({ other }) => other.name}
      />
    </SectionCard>
  )
}

function Successions({ successions }: Pick<Shown, 'successions'>) {
  const t = useTexts()
  const formats = useFormats()
  return (
    <SectionCard title={t('successions.title')}>
      <ul className="flex flex-col gap-3 text-sm">
        {successions.map(({ id, role, state, until, namedAt, other, ...said }) => (
          <li key={id}>
            <p className="font-medium">{t('operator.succession', { role, other: other.name, date: formats.longDate(namedAt) })}</p>
            <p className="text-muted">
              {state === 'agreed' && until !== null
                ? `${t('successions.state.asking', { date: formats.longDate(until) })} · ${t('successions.answers', { ...said, asked: said.asked + said.lapsed })}`
                : t(`operator.succession.${state}`)}
            </p>
          </li>
        ))}
      </ul>
    </SectionCard>
  )
}

function stateOf({ state, suspendedByCustomer, suspendedByOperator }: Shown['partnerships'][number]): string {
  if (state !== 'active') return state
  return suspendedByOperator ? 'suspended_by_operator' : suspendedByCustomer ? 'suspended' : 'active'
}
