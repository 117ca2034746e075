// Requests that administrators prepared: a legal representative sees them all and releases them with one confirmation.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listPrepared, releaseRequests } from '../../server/requests/contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { toasts } from '../ui/toast.tsx'
import { useCommand } from '../use-command.ts'

export function ReleaseBanner({ organisation, count }: { organisation: string; count: number }) {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Banner
        title={t('managed-customers.release.waiting', { count })}
        actions={
          <Button size="small" onClick={() => setOpen(true)}>
            {t('managed-customers.release.review')}
          </Button>
        }
      />
      {open && <ReleaseAll organisation={organisation} onClose={() => setOpen(false)} />}
    </>
  )
}

function ReleaseAll({ organisation, onClose }: { organisation: string; onClose: () => void }) {
  const t = useTexts()
  const prepared = useQuery(api.query(listPrepared, '/api/o/{organisation}/requests/prepared', { params: { organisation } }))
  const requests = prepared.data?.requests ?? []
  const count = requests.length
  const release = useCommand({
    run: () =>
      api.post(releaseRequests, '/api/o/{organisation}/requests/release', {
        params: { organisation },
        body: { ids: requests.map(({ id }) => id) },
      }),
    refreshes: `/api/o/${organisation}`,
    after: ({ results }) => {
      const sent = results.filter(({ result }) => result === 'sent').length
      if (sent === results.length) toasts.done(t('managed-customers.release.done', { count: sent }))
      else toasts.problem(t('managed-customers.release.partly', { sent, count: results.length }))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      kind="primary"
      title={t('managed-customers.release.title', { count })}
      confirm={t('managed-customers.release.confirm', { count })}
      onConfirm={() => release.mutate()}
      busy={release.isPending || prepared.isPending}
      disabled={count === 0}
    >
      <p>{t('managed-customers.release.what')}</p>
      <ul className="mt-3 flex max-h-[40dvh] flex-col divide-y divide-line overflow-y-auto rounded-md border border-line">
        {requests.map(({ id, name, sentTo, rights, preparedBy }) => (
          <li key={id} className="px-3 py-2">
            <span className="block font-medium text-ink wrap-anywhere">{name}</span>
            {sentTo && sentTo !== name && <span className="block text-xs wrap-anywhere">{sentTo}</span>}
            <span className="block text-xs">{t('managed-customers.release.line', { rights: rights.length, person: preparedBy })}</span>
          </li>
        ))}
      </ul>
    </ConfirmDialog>
  )
}
