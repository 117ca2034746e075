// What was taken back lately, at the top of the pages about partners; and everything earlier, behind one line of the history.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../texts.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { ReceiptCard } from './receipt-card.tsx'
import { isRecent, receiptsQuery } from './receipts-data.ts'

type Of = { organisation: string; partnership?: string | undefined; side?: 'customer' | 'partner' }

export function RecentReceipts({ organisation, partnership, side = 'customer' }: Of) {
  const list = useQuery(receiptsQuery(organisation, side, partnership))
  const [now] = useState(() => Date.now())
  const recent = list.data?.receipts.filter((receipt) => isRecent(receipt, now)).slice(0, partnership === undefined ? 3 : 2) ?? []
  return recent.map((receipt) => (
    <ReceiptCard key={receipt.id} organisation={organisation} receipt={receipt} side={side} alone={partnership === undefined} />
  ))
}

export function EarlierReceipts({ organisation, partnership, side = 'customer' }: Of) {
  const t = useTexts()
  const list = useQuery(receiptsQuery(organisation, side, partnership))
  const receipts = list.data?.receipts ?? []
  if (receipts.length === 0) return null
  return (
    <Disclosure summary={t('receipts.all', { count: receipts.length })}>
      <div className="flex flex-col gap-3">
        {receipts.map((receipt) => (
          <ReceiptCard key={receipt.id} organisation={organisation} receipt={receipt} side={side} alone={partnership === undefined} />
        ))}
      </div>
    </Disclosure>
  )
}
