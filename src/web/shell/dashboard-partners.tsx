// The partners that have access to this organisation now.
import { Link } from '@tanstack/react-router'
import { ArrowRight } from 'lucide-react'
import { useTexts } from '../texts.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import type { Overview } from './dashboard.tsx'

export function DashboardPartners({ partners, organisation }: { partners: Overview['partners']; organisation: string }) {
  const t = useTexts()
  return (
    <SectionCard
      title={t('shell.overview.partners')}
      description={t(partners.length > 0 ? 'shell.overview.partners_hint' : 'shell.overview.no_partners')}
      flush
    >
      {partners.length > 0 && (
        <ul>
          {partners.map(({ name, partnershipId }) => (
            <li key={partnershipId} className="border-t border-line first:border-t-0">
              <Link
                to="/o/$organisation/partners/$partnership"
                params={{ organisation, partnership: partnershipId }}
                className="flex min-h-12 items-center gap-3 px-4 hover:bg-hover focus-visible:-outline-offset-2 sm:px-6"
              >
                <Avatar name={name} shape="square" size="small" />
                <span className="min-w-0 grow">{name}</span>
                <span className="text-sm text-muted max-sm:sr-only">{t('shell.overview.see_partner')}</span>
                <ArrowRight aria-hidden="true" className="size-4 text-faint" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </SectionCard>
  )
}
