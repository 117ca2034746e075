// The history of what was proposed and granted, the newest first: who, when, what it changed, and how each question ended.
import { useFormats } from '../formats.ts'
import { Quotes } from '../granting/quotes.tsx'
import { type Translate, useTexts } from '../texts.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import type { Tone } from '../ui/status.tsx'
import { Timeline, type TimelineEntry } from '../ui/timeline.tsx'
import type { Entry, GrantEntry, ProposalEntry } from './conversation-data.ts'
import { endInWords, type Reading } from './in-words.ts'
import { VersionRights } from './version-rights.tsx'
import { WhatChanged } from './what-changed.tsx'

export function ConversationHistory({ entries, reading }: { entries: readonly Entry[]; reading: Reading }) {
  const t = useTexts()
  return (
    <Timeline
      entries={entries.toReversed().map(
        (entry): TimelineEntry => ({
          id: entry.kind === 'grant' ? `grant ${entry.version}` : entry.id,
          at: entry.at,
          tone: toneOf(entry),
          title: titleOf(t, entry, reading),
          children: entry.kind === 'grant' ? <Granted entry={entry} reading={reading} /> : <Proposed entry={entry} reading={reading} />,
        }),
      )}
    />
  )
}

function Proposed({ entry, reading }: { entry: ProposalEntry; reading: Reading }) {
  const t = useTexts()
  const formats = useFormats()
  const isFirst = entry.comparedWith === 'nothing'
  return (
    <div className="flex flex-col gap-2 pt-1 text-sm">
      {entry.differences.length > 0 && <WhatChanged differences={entry.differences} reading={reading} />}
      {isFirst && entry.end.kind !== 'none' && <p className="first-letter:uppercase">{endInWords(t, formats, entry.end)}</p>}
      {entry.rights.length > 0 && (
        <Disclosure summary={t('rights.count', { count: new Set(entry.rights.map(({ right }) => right)).size })}>
          <VersionRights rights={entry.rights} />
        </Disclosure>
      )}
      <Outcome entry={entry} />
    </div>
  )
}

function Outcome({ entry: { state, outcome } }: { entry: ProposalEntry }) {
  const t = useTexts()
  const formats = useFormats()
  if (outcome === null) return <p className="font-medium text-ink">{t('conversation.waits')}</p>
  if (state === 'countered') return null
  const values = { by: outcome.by ?? '–', at: outcome.at === null ? '–' : formats.dateTime(outcome.at) }
  return (
    <div className="flex flex-col gap-1">
      <p className="text-ink">{t(`conversation.outcome.${state}`, values)}</p>
      {outcome.leftOut.length > 0 && (
        <p>{t('conversation.outcome.without', { rights: formats.list(outcome.leftOut.map((right) => t(`rights.${right}.name`))) })}</p>
      )}
      {outcome.reason !== null && <Quotes reasons={[outcome.reason]} />}
    </div>
  )
}

function Granted({ entry, reading }: { entry: GrantEntry; reading: Reading }) {
  const t = useTexts()
  const formats = useFormats()
  return (
    <div className="flex flex-col gap-2 pt-1 text-sm">
      {entry.differences.length > 0 ? (
        <WhatChanged differences={entry.differences} reading={reading} />
      ) : (
        entry.comparedWith === 'answered' && <p>{t('conversation.as_asked')}</p>
      )}
      <p>
        {t('rights.count', { count: entry.rights.length })}
        {' · '}
        {endInWords(t, formats, entry.endsOn === null ? { kind: 'none' } : { kind: 'on', date: entry.endsOn as never })}
      </p>
    </div>
  )
}

/** Somebody of one's own side needs no organisation beside the name. */
function titleOf(t: Translate, entry: Entry, reading: Reading): string {
  const who = entry.side === reading.side ? entry.by : `${entry.by} (${reading.other})`
  if (entry.kind === 'grant') return t(`conversation.title.${entry.reason}`, { who, version: entry.version })
  const count = new Set(entry.rights.map(({ right }) => right)).size
  const kind = { answered: 'counter', replaced: 'revised', in_force: 'more', nothing: entry.side === 'partner' ? 'request' : 'offer' }[
    entry.comparedWith
  ]
  return t(`conversation.title.${kind}`, { who, count })
}

function toneOf(entry: Entry): Tone {
  if (entry.kind === 'grant') return entry.reason === 'narrowed' ? 'warning' : 'success'
  return entry.outcome === null ? 'info' : 'neutral'
}
