// Who could touch this at this moment, by name: own people first, then those of each partner.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { getOwnShell } from '../../server/shell/contract.ts'
import { listAccess, listProductAccess } from '../../server/who-has-access/contract.ts'
import { api } from '../api.ts'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { classNames } from '../ui/class-names.ts'
import { SectionCard } from '../ui/section-card.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { TextLink } from '../ui/text-link.tsx'

type Access = z.output<typeof listAccess.answer>
type Level = Access['members'][number]['level']

/** Names of others are for whoever leads the organisation. */
export function AccessForLeaders(about: { organisation: string; product: string }) {
  const { organisation } = about
  const shell = useQuery(api.query(getOwnShell, '/api/o/{organisation}/shell', { params: { organisation } }))
  return shell.data && shell.data.role !== 'collaborator' ? <AccessCard {...about} /> : null
}

export function AccessCard({ organisation, product }: { organisation: string; product?: string | undefined }) {
  const t = useTexts()
  const query =
    product === undefined
      ? api.query(listAccess, '/api/o/{organisation}/access', { params: { organisation } })
      : api.query(listProductAccess, '/api/o/{organisation}/products/{product}/access', { params: { organisation, product } })
  const access = useQuery({ ...query, staleTime: 0 })
  return (
    <SectionCard
      title={t('who-has-access.title')}
      description={t(product === undefined ? 'who-has-access.what' : 'who-has-access.what_product')}
    >
      {access.isPending && <SkeletonLines label={t('ui.loading')} lines={3} />}
      {access.isError && <p className="text-danger-ink">{problemText(t, access.error)}</p>}
      {access.data && <Groups organisation={organisation} access={access.data} />}
    </SectionCard>
  )
}

function Groups({ organisation, access }: { organisation: string; access: Access }) {
  const t = useTexts()
  const partners = access.partners.filter(({ people }) => people.length > 0)
  return (
    <div className={classNames('grid gap-x-8 gap-y-6', partners.length > 0 && 'sm:grid-cols-2')}>
      <Group title={t('who-has-access.members')}>
        {access.members.map((member) => (
          <Person key={member.id} name={member.name} about={`${t(`roles.${member.role}`)} · ${levelText(t, member.level)}`} />
        ))}
      </Group>
      {partners.map(({ partnershipId, name, people }) => (
        <Group
          key={partnershipId}
          title={
            <TextLink to="/o/$organisation/partners/$partnership" params={{ organisation, partnership: partnershipId }}>
              {name}
            </TextLink>
          }
        >
          {people.map((person) => (
            <Person key={person.id} name={person.name} about={levelText(t, person.level)} />
          ))}
        </Group>
      ))}
      {partners.length === 0 && <p className="text-muted">{t('who-has-access.nobody')}</p>}
    </div>
  )
}

const levelText = (t: ReturnType<typeof useTexts>, level: Level): string => t(`who-has-access.level.${level}`)

function Group({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <h3 className="text-sm font-semibold">{title}</h3>
      <ul className="flex flex-col gap-3">{children}</ul>
    </div>
  )
}

function Person({ name, about }: { name: string; about: string }) {
  return (
    <li className="flex min-w-0 items-center gap-3">
      <Avatar name={name} size="small" />
      <span className="min-w-0">
        <span className="block wrap-anywhere">{name}</span>
        <span className="block text-sm text-muted">{about}</span>
      </span>
    </li>
  )
}
