// Partnerships that are over: kept for whoever wants to read what was.
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { BlockButton } from './blocked-partners.tsx'
import type { PartnerListed } from './partners-data.ts'

export function EarlierPartners({ organisation, entries }: { organisation: string; entries: readonly PartnerListed[] }) {
  const t = useTexts()
  const formats = useFormats()
  if (entries.length === 0) return null
  return (
    <Disclosure summary={t('partners.earlier', { count: entries.length })}>
      <ul className="flex flex-col rounded-lg border border-line bg-surface">
        {entries.map(({ id, partner, endedAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-3 first:border-t-0">
            <Avatar name={partner.name} shape="square" size="small" />
            <TextLink to="/o/$organisation/partners/$partnership" params={{ organisation, partnership: id }}>
              {partner.name}
            </TextLink>
            {endedAt !== null && (
              <span className="ml-auto text-sm text-muted">{t('partners.earlier.ended', { date: formats.date(endedAt) })}</span>
            )}
            <BlockButton organisation={organisation} partnership={id} partner={partner} />
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
