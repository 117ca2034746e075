// Whether a server runs, how busy it is, and the buttons to start, stop and restart it.
import { Play, RotateCw, Square } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { PowerOrder } from '../../domain/products/server.ts'
import { orderPower } from '../../server/products/server-contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Status } from '../ui/status.tsx'
import { useCommand } from '../use-command.ts'
import { Gate, WhyNot } from './may.tsx'
import { storageIn } from './megabytes.tsx'
import type { Server, ServerHere } from './server-page.tsx'
import { UseBar } from './storage-use.tsx'

const icons = { start: <Play aria-hidden="true" />, stop: <Square aria-hidden="true" />, restart: <RotateCw aria-hidden="true" /> } as const

export function PowerCard({ server, product, name, active }: ServerHere) {
  const t = useTexts()
  const formats = useFormats()
  const place = usePlace()
  const [asking, setAsking] = useState<'stop' | 'restart'>('stop')
  const [open, setOpen] = useState(false)
  const send = useCommand({
    run: (order: PowerOrder) => api.post(orderPower, `${place.api}/products/{product}/power`, { params: { product }, body: { order } }),
    done: (_, order) => t(`servers.ordered.${order}`, { name }),
    refreshes: `${place.api}/products`,
    after: () => setOpen(false),
  })
  const press = (order: PowerOrder) => {
    if (order === 'start') return send.mutate(order)
    setAsking(order)
    setOpen(true)
  }
  const orders: readonly PowerOrder[] = server.state === 'running' ? ['restart', 'stop'] : ['start']
  return (
    <SectionCard
      title={t('servers.state')}
      actions={orders.map((order) => (
        <Gate key={order} rights={server} right="server.manage">
          {(disabled) => (
            <Button icon={icons[order]} disabled={disabled || !active || send.isPending} onClick={() => press(order)}>
              {t(`servers.order.${order}`)}
            </Button>
          )}
        </Gate>
      ))}
    >
      <div className="flex flex-col gap-5">
        <WhyNot rights={server} wanted={['server.manage']} />
        <p className="flex flex-wrap items-center gap-x-2">
          <Status tone={server.state === 'running' ? 'success' : 'neutral'} mark={server.state === 'running' ? 'full' : 'paused'}>
            {t(`servers.state.${server.state}`)}
          </Status>
          <span className="text-muted">{t('servers.state.since', { when: formats.dateTime(server.since) })}</span>
        </p>
        <Uses server={server} />
      </div>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t(`servers.${asking}.title`, { name })}
        confirm={t(`servers.order.${asking}`)}
        busy={send.isPending}
        onConfirm={() => send.mutate(asking)}
      >
        <p>{t(`servers.${asking}.what`)}</p>
      </ConfirmDialog>
    </SectionCard>
  )
}

/** What stands uses no processor and no memory. */
function Uses({ server }: { server: Server }) {
  const t = useTexts()
  const formats = useFormats()
  const runs = server.state === 'running'
  const cpu = runs ? server.cpuPercent : 0
  const memory = runs ? server.memoryUsedMb : 0
  const shown = (megabytes: number) => storageIn(megabytes, formats.number)
  const of = (used: number, total: number) => t('servers.use', { used: shown(used), total: shown(total) })
  return (
    <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
      <Use term={t('servers.cpu')} share={cpu / 100}>
        {formats.percent(cpu / 100)} <span className="text-muted">· {t('servers.cpu.cores', { count: server.cores })}</span>
      </Use>
      <Use term={t('servers.memory')} share={memory / server.memoryMb}>
        {of(memory, server.memoryMb)}
      </Use>
      <Use term={t('servers.disk')} share={server.diskUsedGb / server.diskGb}>
        {of(server.diskUsedGb * 1000, server.diskGb * 1000)}
      </Use>
      <Use term={t('servers.system')}>{server.system}</Use>
    </dl>
  )
}

function Use({ term, share, children }: { term: string; share?: number; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <dt className="text-xs text-muted">{term}</dt>
      <dd className="flex flex-col gap-1.5 tabular-nums">
        <span>{children}</span>
        {share !== undefined && <UseBar share={share} />}
      </dd>
    </div>
  )
}
