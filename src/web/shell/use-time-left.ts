// How long the visit still lasts, as "4:32", once fewer than five minutes are left. Every answered request puts the idle end off.
import { useEffect, useState } from 'react'
import { queryClient, refresh } from '../query-client.ts'
import type { ActingShellData } from './navigation.ts'

const lastMinutesMs = 5 * 60_000

export function useTimeLeft(partnershipId: string, visit: ActingShellData['visit']): string | undefined {
  const [leftMs, setLeftMs] = useState(Number.POSITIVE_INFINITY)
  useEffect(() => {
    const received = lastAnswerAt(partnershipId)
    const idleMs = Date.parse(visit.idleUntil) - received
    const tick = () => {
      const left = Math.min(Date.parse(visit.until), lastAnswerAt(partnershipId) + idleMs) - Date.now()
      setLeftMs(left)
      if (left <= 0) void refresh(`/api/c/${partnershipId}/shell`)
    }
    tick()
    const clock = setInterval(tick, 1000)
    return () => clearInterval(clock)
  }, [partnershipId, visit])
  if (leftMs > lastMinutesMs) return undefined
  const seconds = Math.max(0, Math.ceil(leftMs / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

function lastAnswerAt(partnershipId: string): number {
  const answered = queryClient
    .getQueryCache()
    .findAll({ predicate: ({ queryKey: [key] }) => String(key).startsWith(`/api/c/${partnershipId}/`) })
  return Math.max(0, ...answered.map(({ state }) => state.dataUpdatedAt))
}
