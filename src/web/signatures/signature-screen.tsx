// What one legal representative signed, exactly, for the second one to sign or to refuse.
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { getSignature, refuseSignature, signSecond, withdrawSignature } from '../../server/signatures/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useParam } from '../place.ts'
import { Problem, problemText } from '../problem.ts'
import { HelpLink } from '../shell/help-link.tsx'
import { NotFoundPage } from '../shell/not-found-page.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SkeletonPage } from '../ui/skeleton.tsx'
import { useCommand } from '../use-command.ts'
import { SignedContent } from './signed-content.tsx'

const path = '/api/o/{organisation}/signatures/{signature}'
type Signature = z.output<typeof getSignature.answer>
type Of = { readonly organisation: string; readonly signature: string }

export function SignatureScreen() {
  const t = useTexts()
  const of = { organisation: useParam('organisation'), signature: useParam('signature') }
  const shown = useQuery(api.query(getSignature, path, { params: of }))
  usePageTitle(t('signatures.title'))
  if (shown.isPending) return <SkeletonPage label={t('ui.loading')} />
  if (shown.isError && shown.error instanceof Problem && shown.error.code === 'not_found') return <NotFoundPage />
  if (shown.isError)
    return (
      <ErrorState title={t('shell.error.title')} onRetry={() => void shown.refetch()}>
        {problemText(t, shown.error)}
      </ErrorState>
    )
  return <Shown of={of} data={shown.data} />
}

function Shown({ of, data }: { of: Of; data: Signature }) {
  const t = useTexts()
  const formats = useFormats()
  const { act, firstBy, firstAt, until, state, secondBy, reason } = data
  const partner = data.partner ?? ''
  const isAboutUs = data.named.length + data.dismissed.length > 0
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <PageHeader
        help={<HelpLink />}
        crumbs={[{ label: t('partners.title'), link: { to: '/o/$organisation/partners', params: { organisation: of.organisation } } }]}
        title={t(`signatures.act.${act}`, { partner })}
        description={t('signatures.first', { person: firstBy, date: formats.dateTime(firstAt) })}
      />
      {state === 'waiting' ? (
        <Banner title={t('signatures.waits', { date: formats.longDate(until) })}>
          {t(isAboutUs ? 'signatures.reason.representatives' : `signatures.reason.${reason}`)}
        </Banner>
      ) : (
        <Banner tone={state === 'given' ? 'success' : 'info'} title={t(`signatures.state.${state}`, { person: secondBy ?? '' })} />
      )}
      <SignedContent organisation={of.organisation} data={data} />
      <Decision of={of} data={data} />
    </div>
  )
}

function Decision({ of, data }: { of: Of; data: Signature }) {
  const t = useTexts()
  const sign = useCommand({
    run: () => api.post(signSecond, `${path}/sign`, { params: of, body: { digest: data.digest } }),
    done: () => t('signatures.signed'),
  })
  const refuse = useCommand({ run: () => api.post(refuseSignature, `${path}/refuse`, { params: of }), done: () => t('signatures.refused') })
  const withdraw = useCommand({
    run: () => api.post(withdrawSignature, `${path}/withdraw`, { params: of }),
    done: () => t('signatures.withdrawn'),
  })
  if (data.may.length === 0) return null
  return (
    <div className="flex flex-wrap gap-3">
      {data.may.includes('sign') && (
        <Button kind="primary" busy={sign.isPending} onClick={() => sign.mutate(undefined)}>
          {t('signatures.sign')}
        </Button>
      )}
      {data.may.includes('refuse') && (
        <Button busy={refuse.isPending} onClick={() => refuse.mutate(undefined)}>
          {t('signatures.refuse')}
        </Button>
      )}
      {data.may.includes('withdraw') && (
        <Button busy={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
          {t('signatures.withdraw')}
        </Button>
      )}
    </div>
  )
}
