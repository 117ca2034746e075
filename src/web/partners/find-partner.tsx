// Finding a partner that the operator verified, by name or domain.
import { useQuery } from '@tanstack/react-query'
import { BadgeCheck } from 'lucide-react'
import { useState } from 'react'
import type { z } from 'zod'
import { findPartners } from '../../server/partners/contract.ts'
import { api } from '../api.ts'
import { useCountryName } from '../granting/country-name.ts'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { SearchInput } from '../ui/search-input.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'

export type FoundPartner = z.output<typeof findPartners.answer>['partners'][number]
type FindPartnerProps = {
  organisation: string
  search: string
  onSearch: (search: string) => void
  onChoose: (partner: FoundPartner) => void
  /** Those that serve this organisation may be chosen too. */
  alsoKnown?: boolean
}

export function FindPartner({ organisation, search, onSearch, onChoose, alsoKnown = false }: FindPartnerProps) {
  const t = useTexts()
  const wanted = search.trim()
  const [asked] = useState({ isFirst: wanted === '' })
  const found = useQuery({
    ...api.query(findPartners, '/api/o/{organisation}/verified-partners', { params: { organisation }, query: { search: wanted } }),
    enabled: wanted.length >= 2,
    placeholderData: (before) => before,
  })
  const partners = wanted.length >= 2 ? (found.data?.partners ?? []) : []
  return (
    <div className="flex flex-col gap-4">
      <div className="max-w-md">
        <SearchInput label={t('partners.find')} value={search} onChange={onSearch} />
      </div>
      {wanted.length < 2 && asked.isFirst && <p className="max-w-prose text-sm text-muted">{t('partners.find.hint')}</p>}
      {found.isLoading && <SkeletonLines label={t('ui.loading')} lines={3} />}
      {found.isError && <p className="text-sm text-danger-ink">{problemText(t, found.error)}</p>}
      <output className="block">
        {wanted.length >= 2 && found.isSuccess && !found.isPlaceholderData && partners.length === 0 && (
          <p className="max-w-prose text-muted">{t('partners.find.nothing')}</p>
        )}
      </output>
      {partners.length > 0 && (
        <ul className="flex flex-col rounded-lg border border-line bg-surface">
          {partners.map((partner) => (
            <Found key={partner.id} organisation={organisation} partner={partner} onChoose={onChoose} alsoKnown={alsoKnown} />
          ))}
        </ul>
      )}
    </div>
  )
}

function Found({
  organisation,
  partner,
  onChoose,
  alsoKnown,
}: {
  organisation: string
  partner: FoundPartner
  onChoose: (partner: FoundPartner) => void
  alsoKnown: boolean
}) {
  const t = useTexts()
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line px-4 py-3 first:border-t-0">
      <PartnerIdentity partner={partner} />
      {partner.partnershipId === null || alsoKnown ? (
        <Button onClick={() => onChoose(partner)}>{t('partners.find.choose')}</Button>
      ) : (
        <ButtonLink kind="quiet" to="/o/$organisation/partners/$partnership" params={{ organisation, partnership: partner.partnershipId }}>
          {t('partners.find.known')}
        </ButtonLink>
      )}
    </li>
  )
}

export function PartnerIdentity({ partner }: { partner: FoundPartner }) {
  const t = useTexts()
  const country = useCountryName()
  const place = [partner.city, country(partner.country)].filter(Boolean).join(', ')
  return (
    <div className="flex min-w-0 grow basis-52 items-center gap-3">
      <Avatar name={partner.name} shape="square" />
      <div className="min-w-0">
        <p className="font-medium">{partner.name}</p>
        {partner.formerName !== null && (
          <p className="text-sm text-muted">{t('managed-customers.former_name', { name: partner.formerName })}</p>
        )}
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
          {partner.domain !== null && (
            <span className="flex items-center gap-1">
              <BadgeCheck aria-label={t('partners.verified')} className="size-4 shrink-0 text-success" />
              {partner.domain}
            </span>
          )}
          <span>{[partner.registerNumber, place].filter(Boolean).join(' · ')}</span>
        </p>
      </div>
    </div>
  )
}
