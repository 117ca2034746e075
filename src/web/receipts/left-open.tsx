// What a receipt leaves: made in a visit that was stopped, or set by people whose access ended, and it still works. Each is ended with one press.
import { Link } from '@tanstack/react-router'
import { Lock, X } from 'lucide-react'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { buttonClass } from '../ui/button-class.ts'
import { useCommand } from '../use-command.ts'
import { closeKnown, endWayIn, type OpenWay } from './end-way-in.ts'
import { leftIn } from './left-groups.ts'
import type { Receipt } from './receipts-data.ts'

type LeftOpenProps = { organisation: string; receipt: Receipt }

export function LeftOpen({ organisation, receipt }: LeftOpenProps) {
  const t = useTexts()
  const { what, partner, partnershipId } = receipt
  return leftIn(receipt).map(({ said, ways }) => (
    <div key={said} className="flex flex-col gap-1.5">
      <p className="max-w-prose">{t(`receipts.ways_in.${said}`, { partner })}</p>
      <OpenWays organisation={organisation} partnership={what === 'visit' ? null : partnershipId} ways={ways} />
    </div>
  ))
}

/** `partnership`: whose mailboxes can be closed all at once. */
export function OpenWays({
  organisation,
  partnership,
  ways,
}: {
  organisation: string
  partnership: string | null
  ways: readonly OpenWay[]
}) {
  const known = ways.filter(({ kind, cannot }) => kind === 'password' && !cannot).length
  return (
    <>
      <ul className="flex flex-col">
        {ways.map((way) => (
          <WayIn key={way.id} organisation={organisation} way={way} />
        ))}
      </ul>
      {partnership !== null && known > 1 && <CloseAll organisation={organisation} partnership={partnership} count={known} />}
    </>
  )
}

type WayInProps = { organisation: string; way: OpenWay }

function WayIn({ organisation, way }: WayInProps) {
  const t = useTexts()
  const { kind, name, product, madeBy, cannot } = way
  const what = t(`receipts.ways_in.${kind}`, { name, product, person: madeBy })
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5 border-t border-line py-1.5 first:border-t-0">
      <span className="min-w-0 grow basis-56 wrap-anywhere">{what}</span>
      {!cannot && <Acts organisation={organisation} way={way} what={what} />}
    </li>
  )
}

function Acts({ organisation, way, what }: WayInProps & { what: string }) {
  const t = useTexts()
  const { kind, name } = way
  const isPassword = kind === 'password'
  const end = useCommand({
    run: () => endWayIn(organisation, way),
    done: () => t(isPassword ? 'receipts.ways_in.now_closed' : 'receipts.ways_in.ended', { count: 1 }),
  })
  return (
    <span className="flex flex-wrap gap-2">
      {isPassword && (
        <Link
          to={`/o/${organisation}/products/${way.productId}` as never}
          className={buttonClass({ kind: 'secondary', size: 'small' })}
          aria-label={t('receipts.ways_in.set_new.label', { name })}
        >
          {t('receipts.ways_in.set_new')}
        </Link>
      )}
      <Button
        size="small"
        icon={isPassword ? <Lock /> : <X />}
        busy={end.isPending}
        aria-label={t(isPassword ? 'receipts.ways_in.close.label' : 'receipts.ways_in.end.label', { what })}
        onClick={() => end.mutate(undefined)}
      >
        {t(isPassword ? 'receipts.ways_in.close' : 'receipts.ways_in.end')}
      </Button>
    </span>
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
