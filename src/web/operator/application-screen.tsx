// One application: who they say they are, what was proven, whom they could be taken for, what was refused before; and the decision.
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { checkDomainAsOperator, getApplicationAsOperator } from '../../server/verification/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useCountryName } from '../granting/country-name.ts'
import { useParam } from '../place.ts'
import { HelpLink } from '../shell/help-link.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Badge, Status } from '../ui/status.tsx'
import { useCommand } from '../use-command.ts'
import { applicationPath, type Shown } from './application-data.ts'
import { LookAlikes, Refusals } from './application-findings.tsx'
import { DecideApplication } from './decide-application.tsx'

export function ApplicationScreen() {
  const t = useTexts()
  const application = useParam('application')
  const { data } = useSuspenseQuery({
    ...api.query(getApplicationAsOperator, applicationPath, { params: { application } }),
    refetchInterval: 15_000,
  })
  const { legalName, kind, state } = data.application
  usePageTitle(legalName)
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <PageHeader
        help={<HelpLink />}
        crumbs={[{ label: t('shell.nav.applications'), link: { to: '/operator/applications' } }]}
        title={legalName}
        description={`${t(`verification.kind.${kind}`)} · ${t(`operator.applications.${state}`)}`}
      />
      {data.lookAlikes.length > 0 && <LookAlikes lookAlikes={data.lookAlikes} />}
      <Claimed shown={data} />
      <Proof application={data.application} />
      {data.refusals.length > 0 && <Refusals refusals={data.refusals} />}
      {state === 'open' && <DecideApplication shown={data} />}
    </div>
  )
}

function Claimed({ shown: { application, organisation, verified } }: { shown: Shown }) {
  const t = useTexts()
  const formats = useFormats()
  const country = useCountryName()
  const was = (before: string | undefined, now: string) =>
    before !== undefined && before !== now ? (
      <span className="block text-xs text-muted">{t('operator.claimed.was', { before: before === '' ? '–' : before })}</span>
    ) : null
  const { legalName, register, registerNumber, city, domain, contactEmail, appliedBy, appliedAt, reason } = application
  return (
    <SectionCard
      title={t('operator.claimed')}
      description={t('operator.claimed.by', { person: appliedBy, date: formats.longDate(appliedAt) })}
    >
      <DefinitionList
        items={[
          { term: t('organisation.legal_name'), value: [legalName, was(verified?.legalName ?? organisation.name, legalName)] },
          {
            term: t('organisation.register_number'),
            value: (
              <>
                <span className="mr-2 tabular-nums">{registerNumber}</span>
                <Badge tone={register.isChecked ? 'success' : 'warning'}>
                  {t(register.isChecked ? 'operator.number.checked' : 'operator.number.not_checked')}
                </Badge>
                {was(verified?.registerNumber, registerNumber)}
              </>
            ),
          },
          { term: t('operator.place'), value: [city, country(application.country)].filter(Boolean).join(', ') },
          { term: t('verification.domain'), value: [domain, was(verified?.domain, domain)] },
          { term: t('common.email'), value: <span className="break-all">{contactEmail}</span> },
          {
            term: t('operator.applications.organisation'),
            value: (
              <Link
                to="/operator/organisations/$organisation"
                params={{ organisation: organisation.id }}
                className="rounded-sm underline underline-offset-3"
              >
                {organisation.name}, {organisation.number}
              </Link>
            ),
          },
          { term: t('operator.since'), value: formats.longDate(organisation.createdAt) },
          ...(reason ? [{ term: t('operator.refuse.reason'), value: reason }] : []),
        ]}
      />
    </SectionCard>
  )
}

function Proof({ application: { id, state, proof, checkedAt, domain } }: Pick<Shown, 'application'>) {
  const t = useTexts()
  const formats = useFormats()
  const look = useCommand({
    run: () => api.post(checkDomainAsOperator, `${applicationPath}/check`, { params: { application: id }, body: {} }),
    done: () => t('verification.proof.looking'),
    refreshes: '/api/operator/applications',
  })
  return (
    <SectionCard
      title={t('operator.applications.proof')}
      description={domain}
      actions={
        state === 'open' && (
          <Button busy={look.isPending} onClick={() => look.mutate(undefined)}>
            {t('verification.proof.look')}
          </Button>
        )
      }
    >
      <p className="flex flex-wrap items-baseline gap-x-2">
        <Status tone={proof ? 'success' : 'warning'} mark={proof ? 'full' : 'empty'}>
          {t(proof ? `verification.proof.found_${proof}` : 'verification.proof.none')}
        </Status>
        {checkedAt && <span className="text-sm text-muted">{t('verification.proof.looked', { when: formats.relative(checkedAt) })}</span>}
      </p>
    </SectionCard>
  )
}
