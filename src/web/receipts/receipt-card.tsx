// What was taken back, and since when nobody gets in any more: first the plain answer, the details for whoever wants them.
import { useQuery } from '@tanstack/react-query'
import { CircleCheck, Hourglass } from 'lucide-react'
import { useFormats } from '../formats.ts'
import { type Translate, useTexts } from '../texts.tsx'
import { classNames } from '../ui/class-names.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { LeftOpen } from './left-open.tsx'
import { ReceiptDetails } from './receipt-details.tsx'
import { type Receipt, receiptQuery } from './receipts-data.ts'

const againMs = 1_000

/** `alone`: nothing else on the page says what still works. */
type ReceiptCardProps = { organisation: string; receipt: Receipt; side: 'customer' | 'partner'; alone?: boolean }

export function ReceiptCard({ organisation, receipt: listed, side, alone = true }: ReceiptCardProps) {
  const t = useTexts()
  const asked = useQuery({
    ...receiptQuery(organisation, listed.id),
    enabled: !listed.isComplete,
    // The server waits for the last door itself; what is still not closed then is asked again.
    refetchInterval: ({ state }) => (state.data?.isComplete ? false : againMs),
  })
  const receipt = listed.isComplete ? listed : (asked.data ?? listed)
  const isClosed = receipt.closedAt !== null
  const Icon = isClosed ? CircleCheck : Hourglass
  return (
    <section
      aria-label={t(`receipts.title.${receipt.what}`, titled(receipt, side, receipt.people.join(', ')))}
      className="flex gap-3 rounded-lg border border-line bg-surface px-4 py-4 sm:px-6"
    >
      <Icon aria-hidden="true" className={classNames('mt-0.5 size-4 shrink-0', isClosed ? 'text-success-ink' : 'text-muted')} />
      <div className="flex min-w-0 grow flex-col gap-2">
        <output className="block">
          <Said receipt={receipt} side={side} />
        </output>
        {side === 'customer' && (alone || receipt.what === 'visit') && <LeftOpen organisation={organisation} receipt={receipt} />}
        {receipt.isComplete && (
          <Disclosure summary={t('receipts.details')}>
            <ReceiptDetails organisation={organisation} receipt={receipt} />
          </Disclosure>
        )}
      </div>
    </section>
  )
}

/** The other side by name. */
const titled = ({ partner, customer }: Receipt, side: 'customer' | 'partner', people: string) => ({
  partner: side === 'customer' ? partner : (customer ?? ''),
  people,
})

function Said({ receipt, side }: Pick<ReceiptCardProps, 'receipt' | 'side'>) {
  const t = useTexts()
  const formats = useFormats()
  const { what, people, at, closedAt, latestAt, by, byYou } = receipt
  return (
    <>
      <p className="font-medium">{t(`receipts.title.${what}`, titled(receipt, side, formats.list(people)))}</p>
      <p className="max-w-prose text-muted">
        {closedAt === null
          ? latestAt === null
            ? t('receipts.waiting')
            : t('receipts.latest', { time: formats.timeOfDay(latestAt) })
          : [
              t('receipts.closed', {
                time: formats.timeOfDay(closedAt),
                seconds: formats.number(secondsBetween(at, closedAt), { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
                who: byYou ? 'you' : 'other',
                by,
              }),
              ended(t, receipt),
              ...closedWith(t, receipt),
              ...(receipt.told.length > 0 ? [t('receipts.told', { people: formats.list(receipt.told), count: receipt.told.length })] : []),
            ].join(' ')}
      </p>
    </>
  )
}

/** Never less than was measured. */
const secondsBetween = (from: string, to: string): number => Math.max(1, Math.ceil((Date.parse(to) - Date.parse(from)) / 100)) / 10

function ended(t: Translate, { what, visitsEnded, tokensEnded }: Receipt): string {
  const visits = visitsEnded.length
  if (visits === 0) return t(what === 'person' ? 'receipts.ended.nowhere' : 'receipts.ended.nobody')
  return tokensEnded === 0 ? t('receipts.ended.visits', { visits }) : t('receipts.ended.both', { visits, tokens: tokensEnded })
}

function closedWith(t: Translate, { what, waysIn }: Receipt): readonly string[] {
  const closed = waysIn.filter((way) => way.closed).length
  const still = what === 'visit' ? 0 : waysIn.filter(({ isOpen, cannot }) => isOpen && !cannot).length
  return [
    ...(closed > 0 ? [t('receipts.ways_in.closed', { count: closed })] : []),
    ...(closed > 0 && what === 'access' ? [t('receipts.ways_in.stay_closed')] : []),
    ...(still > 0 ? [t('receipts.ways_in.still_count', { count: still })] : []),
  ]
}
