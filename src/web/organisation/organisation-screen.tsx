// The organisation itself: who it is by law, and how to reach it. Read by everybody inside, changed by its legal representatives.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { getOrganisation } from '../../server/organisation/contract.ts'
import { api } from '../api.ts'
import { useCountryName } from '../granting/country-name.ts'
import { usePlace } from '../place.ts'
import { DomainText } from '../products/domain-text.tsx'
import { HelpLink } from '../shell/help-link.tsx'
import { useMe } from '../shell/me.ts'
import { usePageTitle } from '../shell/page-title.tsx'
import { SignatureRuleCard } from '../signatures/signature-rule-card.tsx'
import { DefaultStrictnessCard } from '../strictness/default-strictness-card.tsx'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { textLinkClass } from '../ui/text-link.tsx'
import { ContactDialog } from './contact-dialog.tsx'

export type Organisation = z.output<typeof getOrganisation.answer>

export function OrganisationScreen() {
  const t = useTexts()
  const place = usePlace()
  const { data } = useSuspenseQuery(api.query(getOrganisation, `${place.api}/organisation`, { params: {} }))
  const [open, setOpen] = useState(false)
  const isOwn = place.kind === 'own'
  const role = useMe().organisations.find(({ id }) => id === place.id)?.role
  const title = t(isOwn ? 'shell.nav.settings' : 'organisation.title')
  usePageTitle(title)
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <PageHeader title={title} help={<HelpLink />} />
      <Identity organisation={data} />
      <SectionCard
        title={t('organisation.contact')}
        description={isOwn && !data.mayChange ? t('organisation.contact.who') : undefined}
        actions={data.mayChange && <Button onClick={() => setOpen(true)}>{t('common.change')}</Button>}
      >
        <Contact organisation={data} />
      </SectionCard>
      {isOwn && data.mayChange && (
        <SectionCard
          title={t('verification.title')}
          description={t('verification.settings')}
          actions={
            <ButtonLink to="/o/$organisation/verification" params={{ organisation: place.id }}>
              {t('verification.open')}
            </ButtonLink>
          }
        />
      )}
      {place.kind === 'own' && data.mayChange && <SignatureRuleCard organisation={place.id} />}
      {isOwn && role !== undefined && role !== 'collaborator' && <DefaultStrictnessCard organisation={place.id} />}
      {open && <ContactDialog organisation={data} onClose={() => setOpen(false)} />}
    </div>
  )
}

function Identity({ organisation: { name, number, registerNumber, country } }: { organisation: Organisation }) {
  const t = useTexts()
  const countryName = useCountryName()
  return (
    <SectionCard title={t('organisation.identity')} footer={<span className="text-xs">{t('organisation.identity.fixed')}</span>}>
      <DefinitionList
        items={[
          { term: t('organisation.legal_name'), value: name },
          { term: t('common.customer_number'), value: <span className="tabular-nums">{number}</span> },
          { term: t('organisation.register_number'), value: registerNumber ?? <NotSet /> },
          { term: t('common.country'), value: countryName(country) },
        ]}
      />
    </SectionCard>
  )
}

function Contact({ organisation }: { organisation: Organisation }) {
  const t = useTexts()
  const { street, postalCode, city, phone, contactEmail, website } = organisation
  const place = `${postalCode} ${city}`.trim()
  return (
    <DefinitionList
      items={[
        {
          term: t('organisation.address'),
          value:
            street === '' && place === '' ? (
              <NotSet />
            ) : (
              <address className="not-italic">
                {street}
                {street !== '' && place !== '' && <br />}
                {place}
              </address>
            ),
        },
        { term: t('organisation.phone'), value: phone === '' ? <NotSet /> : <span className="tabular-nums">{phone}</span> },
        {
          term: t('common.email'),
          value:
            contactEmail === '' ? (
              <NotSet />
            ) : (
              <a href={`mailto:${contactEmail}`} className={textLinkClass}>
                <DomainText>{contactEmail}</DomainText>
              </a>
            ),
        },
        {
          term: t('organisation.website'),
          value:
            website === '' ? (
              <NotSet />
            ) : (
              <a href={website} target="_blank" rel="noopener noreferrer" className={textLinkClass}>
                <DomainText>{website}</DomainText>
              </a>
            ),
        },
      ]}
    />
  )
}

function NotSet() {
  const t = useTexts()
  return <span className="text-muted">{t('common.not_set')}</span>
}
