// What a receipt leaves: made in a visit that was stopped, or set by people whose access ended, and it still works. Each is ended with one press.
import { Lock, X } from 'lucide-react'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { useCommand } from '../use-command.ts'
import { closeKnown, endWayIn } from './end-way-in.ts'
import type { Receipt } from './receipts-data.ts'

type LeftOpenProps = { organisation: string; receipt: Receipt }

export function LeftOpen({ organisation, receipt }: LeftOpenProps) {
  const t = useTexts()
  const open = receipt.waysIn.filter(({ isOpen }) => isOpen)
  if (open.length === 0) return null
  const { what, partner, partnershipId } = receipt
  const known = open.filter(({ kind }) => kind === 'password')
  return (
    <div className="flex flex-col gap-1.5">
      <p className="max-w-prose">{t(what === 'visit' ? 'receipts.ways_in.left' : 'receipts.ways_in.still', { partner })}</p>
      <ul className="flex flex-col">
        {open.map((way) => (
          <WayIn key={way.id} organisation={organisation} way={way} />
        ))}
      </ul>
      {what !== 'visit' && partnershipId !== null && known.length > 1 && (
        <CloseAll organisation={organisation} partnership={partnershipId} count={known.length} />
      )}
    </div>
  )
}

type WayInProps = { organisation: string; way: Receipt['waysIn'][number] }

function WayIn({ organisation, way }: WayInProps) {
  const t = useTexts()
  const { kind, name, product, madeBy } = way
  const isPassword = kind === 'password'
  const end = useCommand({
    run: () => endWayIn(organisation, way),
    done: () => t(isPassword ? 'receipts.ways_in.now_closed' : 'receipts.ways_in.ended', { count: 1 }),
  })
  const what = t(`receipts.ways_in.${kind}`, { name, product, person: madeBy })
  return (
    <li className="flex items-center justify-between gap-3 border-t border-line py-1.5 first:border-t-0">
      <span className="wrap-anywhere">{what}</span>
      <Button
        size="small"
        icon={isPassword ? <Lock /> : <X />}
        busy={end.isPending}
        aria-label={t(isPassword ? 'receipts.ways_in.close.label' : 'receipts.ways_in.end.label', { what })}
        onClick={() => end.mutate(undefined)}
      >
        {t(isPassword ? 'receipts.ways_in.close' : 'receipts.ways_in.end')}
      </Button>
    </li>
  )
}

type CloseAllProps = { organisation: string; partnership: string; count: number }

function CloseAll({ organisation, partnership, count }: CloseAllProps) {
  const t = useTexts()
  const close = useCommand({
    run: () => closeKnown(organisation, partnership),
    done: ({ closed }) => t('receipts.ways_in.now_closed', { count: closed }),
  })
  return (
    <p>
      <Button size="small" icon={<Lock />} busy={close.isPending} onClick={() => close.mutate(undefined)}>
        {t('receipts.ways_in.close_all', { count })}
      </Button>
    </p>
  )
}
