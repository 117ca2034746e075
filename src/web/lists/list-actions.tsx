// What can be done with a list now: start or release it with one confirmation, hold it, call it off, take it back, and take its result along.
import { useNavigate } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { cancelList, holdList, type List, resumeList, startList, undoList } from '../../server/bulk/contract.ts'
import { addressOf, api } from '../api.ts'
import { startDownload } from '../exports/start-download.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { useCommand } from '../use-command.ts'
import { pathOfList } from './create-list.ts'

type Step = 'start' | 'cancel' | 'undo'

export function ListActions({ organisation, list }: { organisation: string; list: List }) {
  const t = useTexts()
  const navigate = useNavigate()
  const [asked, ask] = useState<Step | null>(null)
  const params = { organisation, bulk: list.id }
  const refreshes = `/api/o/${organisation}`
  const close = () => ask(null)
  const input = { params, body: {} }
  const start = useCommand({ run: () => api.post(startList, `${pathOfList}/start`, input), refreshes, after: close })
  const cancel = useCommand({ run: () => api.post(cancelList, `${pathOfList}/cancel`, input), refreshes, after: close })
  const hold = useCommand({ run: () => api.post(holdList, `${pathOfList}/hold`, input), refreshes })
  const resume = useCommand({ run: () => api.post(resumeList, `${pathOfList}/resume`, input), refreshes })
  const undo = useCommand({
    run: () => api.post(undoList, `${pathOfList}/undo`, input),
    refreshes,
    after: ({ id }) => {
      close()
      void navigate({ to: '/o/$organisation/lists/$bulk', params: { organisation, bulk: id } })
    },
  })
  const run = { start, cancel, undo }
  const may = (what: List['may'][number]) => list.may.includes(what)
  const label = (step: Step) => t(`lists.do.${wordOf(step, list)}`, { count: list.going })
  return (
    <>
      <Results organisation={organisation} list={list} />
      {may('undo') && <Button onClick={() => ask('undo')}>{label('undo')}</Button>}
      {may('hold') && (
        <Button busy={hold.isPending} onClick={() => hold.mutate(undefined)}>
          {t('lists.do.hold')}
        </Button>
      )}
      {may('cancel') && <Button onClick={() => ask('cancel')}>{label('cancel')}</Button>}
      {may('resume') && (
        <Button kind="primary" busy={resume.isPending} onClick={() => resume.mutate(undefined)}>
          {t('lists.do.resume')}
        </Button>
      )}
      {may('start') && (
        <Button kind="primary" onClick={() => ask('start')}>
          {label('start')}
        </Button>
      )}
      {asked && (
        <ConfirmDialog
          open
          onOpenChange={close}
          title={label(asked)}
          confirm={label(asked)}
          kind={asked === 'start' ? 'primary' : 'danger'}
          busy={run[asked].isPending}
          onConfirm={() => run[asked].mutate(undefined)}
        >
          {t(`lists.confirm.${asked === 'start' ? list.action : asked}`, { count: asked === 'cancel' ? list.left : list.going })}
        </ConfirmDialog>
      )}
    </>
  )
}

function wordOf(step: Step, list: List): string {
  if (step === 'start') return startOf(list)
  return step === 'cancel' && list.waves !== null ? 'cancel_campaign' : step
}

/** Buttons say what happens. */
function startOf({ state, action }: List): string {
  if (state === 'prepared') return 'release'
  return ['add', 'ask', 'extend'].includes(action) ? 'send' : 'start'
}

function Results({ organisation, list }: { organisation: string; list: List }) {
  const t = useTexts()
  const download = (form: 'excel' | 'machine') =>
    startDownload(addressOf(`${pathOfList}/result`, { params: { organisation, bulk: list.id }, query: { form } }))
  if (list.state === 'draft' || list.state === 'checking') return null
  return (
    <Menu trigger={<Button icon={<Download aria-hidden="true" />}>{t('lists.result_file')}</Button>}>
      <MenuItem hint={t('exports.menu.excel_hint')} onSelect={() => download('excel')}>
        {t('exports.menu.excel')}
      </MenuItem>
      <MenuItem hint={t('exports.menu.machine_hint')} onSelect={() => download('machine')}>
        {t('exports.menu.machine')}
      </MenuItem>
    </Menu>
  )
}
