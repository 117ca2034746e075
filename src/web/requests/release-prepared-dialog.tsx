// The prepared requests one by one, to be released together with one confirmation; afterwards what became of each.
import { useState } from 'react'
import { releaseRequests } from '../../server/requests/contract.ts'
import { api } from '../api.ts'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog, DialogClose } from '../ui/dialog.tsx'
import { LiveRegion } from '../ui/live-region.tsx'
import { useCommand } from '../use-command.ts'
import { type Prepared, PreparedRequest, type ReleaseResult } from './release-prepared-row.tsx'

export type ReleasePreparedDialogProps = {
  organisation: string
  mayRelease: boolean
  requests: readonly Prepared[]
  onClose: () => void
}

export function ReleasePreparedDialog({ organisation, mayRelease, requests, onClose }: ReleasePreparedDialogProps) {
  const t = useTexts()
  /** As they were when the dialog opened: what was released stays to be read. */
  const [listed] = useState(requests)
  const [left, leave] = useState<ReadonlySet<string>>(new Set())
  const [results, tell] = useState<ReadonlyMap<string, ReleaseResult>>(new Map())
  const open = listed.filter(
    ({ id }) => results.get(id) !== 'sent' && results.get(id) !== 'already_released' && results.get(id) !== 'not_found',
  )
  const chosen = open.filter(({ id }) => !left.has(id)).map(({ id }) => id)
  const sent = [...results.values()].filter((result) => result === 'sent').length
  const release = useCommand({
    run: (ids: readonly string[]) =>
      api.post(releaseRequests, '/api/o/{organisation}/requests/release', { params: { organisation }, body: { ids: [...ids] } }),
    refreshes: `/api/o/${organisation}`,
    problems: 'inline',
    after: (answer) => {
      tell(new Map([...results, ...answer.results.map(({ id, result }) => [id, result] as const)]))
    },
  })
  const toggle = (id: string, on: boolean) => leave(new Set(on ? [...left].filter((one) => one !== id) : [...left, id]))
  const isAll = chosen.length === open.length
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="large"
      title={t('add-customer.release.title')}
      description={mayRelease && open.length > 0 ? t('add-customer.release.what') : undefined}
      actions={
        <>
          {mayRelease && open.length > 0 && (
            <Button kind="primary" busy={release.isPending} disabled={chosen.length === 0} onClick={() => release.mutate(chosen)}>
              {t('add-customer.release.confirm', { count: chosen.length })}
            </Button>
          )}
          <DialogClose render={<Button disabled={release.isPending}>{t('ui.close')}</Button>} />
        </>
      }
    >
      <LiveRegion>{results.size > 0 ? t('add-customer.release.done', { sent }) : ''}</LiveRegion>
      {results.size > 0 && <Banner tone={sent > 0 ? 'success' : 'warning'} title={t('add-customer.release.done', { sent })} />}
      {release.isError && (
        <Banner tone="danger" urgent>
          {problemText(t, release.error)}
        </Banner>
      )}
      {mayRelease && open.length > 1 && (
        <Checkbox
          label={t('add-customer.release.all')}
          checked={isAll}
          mixed={chosen.length > 0 && !isAll}
          disabled={release.isPending}
          onChange={(on) => leave(new Set(on ? [] : open.map(({ id }) => id)))}
        />
      )}
      <ul className="flex flex-col divide-y divide-line rounded-lg border border-line">
        {listed.map((request) => (
          <PreparedRequest
            key={request.id}
            request={request}
            result={results.get(request.id)}
            checked={mayRelease && open.includes(request) ? !left.has(request.id) : undefined}
            disabled={release.isPending}
            onCheck={(on) => toggle(request.id, on)}
          />
        ))}
      </ul>
    </Dialog>
  )
}
