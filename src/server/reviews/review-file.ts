// The review as a file for whoever must show that it was done: who had what, what was decided, by whom and when, and what came of it.

import type { Language } from '../../domain/language.ts'
import { instant } from '../../domain/time.ts'
import { textsFor } from '../../locales/server-texts.ts'
import { FileAnswer, type Input } from '../endpoint.ts'
import { dateOf, minuteOf } from '../partnerships/calendar.ts'
import { type CsvAudience, type CsvRow, csvForm, writeCsv } from '../platform/csv.ts'
import type { OwnWork } from '../work.ts'
import type { exportReview as contract } from './contract.ts'
import { listItems, type ReviewItem } from './items-store.ts'
import { findReview } from './show-reviews.ts'

const columns = {
  position: 'value',
  partnership_id: 'value',
  other: 'text',
  right: 'text',
  holder: 'text',
  limited_to: 'text',
  since: 'value',
  ends_at: 'value',
  last_used_at: 'value',
  last_used_by: 'text',
  decision: 'value',
  decided_by: 'text',
  decided_at: 'value',
  result: 'value',
} as const

export async function exportReview(work: OwnWork, { params, query }: Input<typeof contract>): Promise<FileAnswer> {
  const review = await findReview(work, params.review)
  const { language } = work.person
  const { t } = textsFor(language)
  const header = (key: string) => (query.form === 'machine' ? key : t(`reviews.column.${key}`))
  const heads = Object.entries(columns).map(([key, holds]) => ({ header: header(key), holds }))
  const name = `review_${review.side}_${dateOf(instant(review.startedAt.getTime()))}.csv`
  return new FileAnswer(name, 'text/csv; charset=utf-8', async function* (tx) {
    const items = await listItems(tx, review.id)
    yield* writeCsv(csvForm(query.form, language), heads, [items.map((item) => rowOf(item, query.form, language))])
  })
}

function rowOf(item: ReviewItem, form: CsvAudience, language: Language): CsvRow {
  const { t } = textsFor(language)
  const machine = form === 'machine'
  const right = (id: string) => (machine ? id : t(`rights.${id}.name`))
  const word = (stored: string | null) => (stored === null || machine ? stored : t(`reviews.${stored}`))
  const time = (at: Date | null) => at && (machine ? at.toISOString() : minuteOf(instant(at.getTime())))
  return [
    String(item.position),
    item.partnershipId,
    item.other,
    item.right && right(item.right),
    item.holder,
    item.rights?.map(right).join(', ') ?? null,
    time(item.since),
    time(item.endsAt),
    time(item.lastUsedAt),
    item.lastUsedBy,
    word(item.decision),
    item.decidedBy,
    time(item.decidedAt),
    word(item.result),
  ]
}
