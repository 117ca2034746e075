// Address and contact, where the right to see them was granted; and how the request went out.
import { useFormats } from '../formats.ts'
import { useCountryName } from '../granting/country-name.ts'
import { useTexts } from '../texts.tsx'
import { type Definition, DefinitionList } from '../ui/definition-list.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import type { ProfileProps } from './customer-profile.tsx'

export function IdentityCard({ customer, profile }: ProfileProps) {
  const t = useTexts()
  const formats = useFormats()
  const countryName = useCountryName()
  const { contact, request, granted } = profile
  const asked = request && {
    person: request.releasedBy ?? request.preparedBy,
    date: formats.date(request.sentAt ?? customer.requestedAt ?? customer.statusSince),
  }
  const items: Definition[] = [
    ...(customer.number ? [{ term: t('common.customer_number'), value: customer.number }] : []),
    ...(contact
      ? [
          {
            term: t('customer-profile.identity.address'),
            value: <Lines lines={[contact.street, placeOf(contact), countryName(contact.country)]} />,
          },
        ]
      : []),
    ...(contact
      ? [{ term: t('customer-profile.identity.contact'), value: <Lines lines={[contact.email, contact.phone, contact.website]} /> }]
      : []),
    ...(customer.language ? [{ term: t('customer-profile.identity.language'), value: formats.languageName(customer.language) }] : []),
    ...(request?.sentTo
      ? [{ term: t('customer-profile.identity.sent_to'), value: <span className="wrap-anywhere">{request.sentTo}</span> }]
      : []),
    ...(request?.answeredWith
      ? [{ term: t('customer-profile.identity.answered_with'), value: <span className="wrap-anywhere">{request.answeredWith}</span> }]
      : []),
    ...(asked ? [{ term: t('customer-profile.identity.asked_by'), value: t('customer-profile.identity.asked', asked) }] : []),
  ]
  return (
    <SectionCard
      title={t('customer-profile.identity.title')}
      footer={granted && !contact && customer.status !== 'ended' ? t('customer-profile.identity.hidden') : undefined}
    >
      <DefinitionList items={items} />
    </SectionCard>
  )
}

function placeOf({ postalCode, city }: NonNullable<ProfileProps['profile']['contact']>): string | null {
  return [postalCode, city].filter(Boolean).join(' ') || null
}

function Lines({ lines }: { lines: readonly (string | null)[] }) {
  const shown = lines.filter((line) => line !== null && line !== '')
  if (shown.length === 0) return '–'
  return shown.map((line) => (
    <span key={line} className="block wrap-anywhere">
      {line}
    </span>
  ))
}
