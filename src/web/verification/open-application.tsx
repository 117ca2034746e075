// An application that waits: what was asked, the proof of the domain with what to copy, and what was found.
import { useState } from 'react'
import { checkDomain, withdrawApplication } from '../../server/verification/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useCountryName } from '../granting/country-name.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Status } from '../ui/status.tsx'
import { useCommand } from '../use-command.ts'
import { type Standing, verificationPath } from './verification-data.ts'

type Application = NonNullable<Standing['application']>
type Props = { organisation: string; standing: Standing; application: Application }

export function OpenApplication({ organisation, standing, application }: Props) {
  const t = useTexts()
  const formats = useFormats()
  const country = useCountryName()
  const { legalName, registerNumber, city, domain, contactEmail, appliedAt } = application
  return (
    <>
      <SectionCard
        title={t(`verification.kind.${application.kind}`)}
        description={t('verification.applied', { date: formats.longDate(appliedAt) })}
        actions={<Withdraw organisation={organisation} />}
      >
        <DefinitionList
          items={[
            { term: t('organisation.legal_name'), value: legalName },
            { term: t('organisation.register_number'), value: <span className="tabular-nums">{registerNumber}</span> },
            { term: t('operator.place'), value: [city, country(application.country)].filter(Boolean).join(', ') },
            { term: t('verification.domain'), value: domain },
            { term: t('common.email'), value: <span className="break-all">{contactEmail}</span> },
          ]}
        />
      </SectionCard>
      {standing.toProve && <Proof organisation={organisation} toProve={standing.toProve} application={application} />}
    </>
  )
}

type ProofProps = { organisation: string; toProve: NonNullable<Standing['toProve']>; application: Application }

function Proof({ organisation, toProve, application: { proof, checkedAt, domain } }: ProofProps) {
  const t = useTexts()
  const formats = useFormats()
  const look = useCommand({
    run: () => api.post(checkDomain, `${verificationPath}/check`, { params: { organisation }, body: {} }),
    done: () => t('verification.proof.looking'),
    refreshes: `/api/o/${organisation}/partner-application`,
  })
  const looked = checkedAt && t('verification.proof.looked', { when: formats.relative(checkedAt) })
  return (
    <SectionCard
      title={t('verification.proof')}
      description={t('verification.proof.what', { domain })}
      actions={
        <Button busy={look.isPending} onClick={() => look.mutate(undefined)}>
          {t('verification.proof.look')}
        </Button>
      }
    >
      <div className="flex flex-col gap-5">
        <output className="flex flex-wrap items-baseline gap-x-2">
          <Status tone={proof ? 'success' : 'neutral'} mark={proof ? 'full' : 'empty'}>
            {t(proof ? `verification.proof.found_${proof}` : 'verification.proof.none')}
          </Status>
          {looked && <span className="text-sm text-muted">{looked}</span>}
        </output>
        {!proof && (
          <>
            <Way
              title={t('verification.proof.dns')}
              what={t('verification.proof.dns.what', { name: toProve.recordName })}
              text={toProve.text}
            />
            <Way
              title={t('verification.proof.file')}
              what={t('verification.proof.file.what', { url: toProve.fileUrl })}
              text={toProve.text}
            />
          </>
        )}
      </div>
    </SectionCard>
  )
}

function Way({ title, what, text }: { title: string; what: string; text: string }) {
  const t = useTexts()
  return (
    <section className="flex flex-col gap-2 border-t border-line pt-4">
      <h3 className="text-sm font-medium">{title}</h3>
      <p className="text-sm text-muted wrap-anywhere">{what}</p>
      <div className="flex flex-wrap items-center gap-2">
        <code className="min-w-0 grow basis-48 rounded-md bg-sunken px-3 py-2 font-mono text-xs break-all">{text}</code>
        <CopyButton text={text} label={t('verification.copy')} />
      </div>
    </section>
  )
}

function Withdraw({ organisation }: { organisation: string }) {
  const t = useTexts()
  const [isOpen, open] = useState(false)
  const withdraw = useCommand({
    run: () => api.delete(withdrawApplication, verificationPath, { params: { organisation } }),
    refreshes: `/api/o/${organisation}`,
    after: () => open(false),
  })
  return (
    <>
      <Button onClick={() => open(true)}>{t('verification.withdraw')}</Button>
      <ConfirmDialog
        open={isOpen}
        onOpenChange={open}
        title={t('verification.withdraw.title')}
        confirm={t('verification.withdraw')}
        busy={withdraw.isPending}
        onConfirm={() => withdraw.mutate(undefined)}
      >
        {t('verification.withdraw.what')}
      </ConfirmDialog>
    </>
  )
}
