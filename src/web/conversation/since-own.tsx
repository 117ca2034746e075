// What the other side has changed since one's own version, or what a question would make different: said before anything is answered.
import { useTexts } from '../texts.tsx'
import type { ProposalEntry } from './conversation-data.ts'
import type { Reading } from './in-words.ts'
import { WhatChanged } from './what-changed.tsx'

export function SinceOwn({ entry, reading }: { entry: ProposalEntry | undefined; reading: Reading }) {
  const t = useTexts()
  if (entry === undefined || entry.comparedWith === 'nothing' || entry.differences.length === 0) return null
  const title = { answered: 'conversation.since_own', replaced: 'conversation.since_last', in_force: 'conversation.would_change' }[
    entry.comparedWith
  ]
  return (
    <section className="flex flex-col gap-2 rounded-md border border-line bg-sunken px-4 py-3 text-sm">
      <h3 className="font-medium">{t(title, { other: reading.other })}</h3>
      <WhatChanged differences={entry.differences} reading={reading} />
      {entry.comparedWith === 'in_force' && <p className="text-muted">{t('conversation.rest_stays')}</p>}
    </section>
  )
}
