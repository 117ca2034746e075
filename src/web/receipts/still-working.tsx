// On the page of a partner: what its people set whose access has ended, and still works, however it ended.
import { useQuery } from '@tanstack/react-query'
import { listStillWorking } from '../../server/products/mail-contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { OpenWays } from './left-open.tsx'

type StillWorkingProps = { organisation: string; partnership: string; partner: string }

export function StillWorking({ organisation, partnership, partner }: StillWorkingProps) {
  const t = useTexts()
  const params = { organisation, partnership }
  const { data } = useQuery(api.query(listStillWorking, '/api/o/{organisation}/partnerships/{partnership}/still-working', { params }))
  const ways = data?.ways ?? []
  if (ways.length === 0) return null
  return (
    <Banner tone="warning" title={t('receipts.ways_in.still_title', { count: ways.length, partner })}>
      <OpenWays organisation={organisation} partnership={partnership} ways={ways} />
    </Banner>
  )
}
