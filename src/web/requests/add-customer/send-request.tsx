// The button that sends, once however often it is pressed; an administrator's request is prepared and waits for release.
import { useNavigate } from '@tanstack/react-router'
import { Send } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { mayDo } from '../../../domain/who-may.ts'
import { sendRequest } from '../../../server/requests/contract.ts'
import { api } from '../../api.ts'
import { problemText } from '../../problem.ts'
import type { OwnOrganisation } from '../../shell/me.ts'
import { useTexts } from '../../texts.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { toasts } from '../../ui/toast-queue.ts'
import { useCommand } from '../../use-command.ts'
import { type Draft, recipientOf } from './draft.ts'
import { bodyOf, type RequestInput } from './request-body.ts'
import { usePeople } from './use-people.ts'

export type SendRequestProps = {
  draft: Draft
  own: OwnOrganisation
  onChange: (draft: Draft) => void
  /** Whether it was shown at the field it concerns. */
  onRefused: (error: unknown) => boolean
  onSent: () => void
  back: ReactNode
}

export function SendRequest({ draft, own, onChange, onRefused, onSent, back }: SendRequestProps) {
  const t = useTexts()
  const navigate = useNavigate()
  const isUnderWay = useRef(false)
  const recipient = recipientOf(draft)
  const maySend = mayDo('release', { side: 'partner', role: own.role })
  const send = useCommand({
    run: ({ body, idempotencyKey }: { body: RequestInput; idempotencyKey: string }) =>
      api.post(sendRequest, '/api/o/{organisation}/requests', { params: { organisation: own.id }, body, idempotencyKey }),
    refreshes: `/api/o/${own.id}`,
    problems: 'inline',
    after: ({ state }) => {
      onSent()
      void navigate({ to: '/o/$organisation/customers', params: { organisation: own.id }, search: {} as never, replace: true })
      toasts.done(t(state === 'sent' ? 'add-customer.sent' : 'add-customer.prepared', { recipient }))
    },
  })
  const press = () => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    const body = bodyOf(draft)
    const written = JSON.stringify(body)
    const sending = draft.sending?.body === written ? draft.sending : { key: crypto.randomUUID(), body: written }
    onChange({ ...draft, sending })
    const outcome = { onError: onRefused, onSettled: () => (isUnderWay.current = false) }
    send.mutate({ body, idempotencyKey: sending.key }, outcome)
  }
  return (
    <>
      {!maySend && <Prepares organisation={own.id} />}
      {send.isError && (
        <Banner tone="danger" urgent>
          {problemText(t, send.error)}
        </Banner>
      )}
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" icon={<Send aria-hidden="true" />} busy={send.isPending} onClick={press}>
          {t(maySend ? 'add-customer.send' : 'add-customer.prepare')}
        </Button>
        {back}
      </div>
    </>
  )
}

function Prepares({ organisation }: { organisation: string }) {
  const t = useTexts()
  const people = usePeople(organisation, ['legal_representative'])
  return <Banner title={t('add-customer.prepare.title')}>{people === '' ? undefined : t('add-customer.prepare.why', { people })}</Banner>
}
