// The history behind one line, fetched when somebody looks.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import type { withPartner } from './conversation-data.ts'
import { ConversationHistory } from './history.tsx'
import type { Reading } from './in-words.ts'

export type HistoryDisclosureProps = { query: ReturnType<typeof withPartner>; reading: Reading }

export function HistoryDisclosure({ query, reading }: HistoryDisclosureProps) {
  const t = useTexts()
  const [isLookedAt, look] = useState(false)
  const found = useQuery({ ...query, enabled: isLookedAt })
  return (
    <Disclosure summary={t('conversation.history')} onToggle={look}>
      {found.isLoading && <SkeletonLines label={t('ui.loading')} lines={4} />}
      {found.isError && <p className="text-sm text-danger-ink">{problemText(t, found.error)}</p>}
      {isLookedAt && found.data && <ConversationHistory entries={found.data.entries} reading={reading} />}
    </Disclosure>
  )
}
