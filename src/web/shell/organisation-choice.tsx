// Which of several organisations a permanent link should open.
import { Link } from '@tanstack/react-router'
import { ArrowRight } from 'lucide-react'
import { useTexts } from '../texts.tsx'
import { Avatar } from '../ui/avatar.tsx'
import type { OwnOrganisation } from './me.ts'
import { usePageTitle } from './page-title.tsx'

export function OrganisationChoice({ organisations, to }: { organisations: readonly OwnOrganisation[]; to: string }) {
  const t = useTexts()
  usePageTitle(t('shell.go.title'))
  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-xl font-semibold tracking-tight">{t('shell.go.title')}</h1>
      <ul className="overflow-hidden rounded-lg border border-line bg-surface">
        {organisations.map(({ id, name, number, role }) => (
          <li key={id} className="border-t border-line first:border-t-0">
            <Link
              to={to}
              params={{ organisation: id }}
              className="flex items-center gap-3 p-4 hover:bg-hover focus-visible:-outline-offset-2"
            >
              <Avatar name={name} shape="square" />
              <span className="min-w-0 grow">
                <span className="block font-medium">{name}</span>
                <span className="block text-sm text-muted">
                  {number} · {t(`roles.${role}`)}
                </span>
              </span>
              <ArrowRight aria-hidden="true" className="size-4 text-faint" />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
