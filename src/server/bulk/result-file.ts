// Files of lists: an empty one to fill in, and the same rows with what became of each.
import { customerColumns } from '../../domain/bulk/sheet-words.ts'
import type { Language } from '../../domain/language.ts'
import { textsFor } from '../../locales/server-texts.ts'
import { FileAnswer, type Input } from '../endpoint.ts'
import { dateOf } from '../partnerships/calendar.ts'
import { type CsvAudience, type CsvColumn, csvForm, csvHead, writeCsv } from '../platform/csv.ts'
import type { Transaction } from '../platform/transact.ts'
import type { OwnWork } from '../work.ts'
import { answersOf } from './answers-store.ts'
import type * as contracts from './contract.ts'
import { explain } from './explain.ts'
import type { StoredJob } from './job-store.ts'
import { actionNamed } from './put-list.ts'
import { requireList } from './read-list.ts'
import { listRows, type NamedRow } from './row-store.ts'

const resultColumns = ['result', 'explanation', 'partnership_id'] as const
/** Of a list that asks customers for something. */
const askedColumns = [...resultColumns, 'answer'] as const
const pageRows = 500
const contentType = 'text/csv; charset=utf-8'

export async function downloadTemplate(work: OwnWork, { query }: Input<typeof contracts.downloadTemplate>): Promise<FileAnswer> {
  const { language } = work.person
  const columns = columnsOf(customerColumns, query.form, language)
  const file = csvHead(csvForm(query.form, language), columns)
  return new FileAnswer('customers.csv', contentType, async function* () {
    yield file
  })
}

export async function downloadResult(work: OwnWork, { params, query }: Input<typeof contracts.downloadResult>): Promise<FileAnswer> {
  const job = await requireList(work, params.bulk)
  const { language } = work.person
  const { rows, needsRelease } = actionNamed(job.action)
  const given = rows === 'given' ? customerColumns : (['customer_number', 'customer_name', 'your_reference'] as const)
  const results = rows === 'customers' && needsRelease ? askedColumns : resultColumns
  const columns = columnsOf([...given, ...results], query.form, language)
  const name = `${job.action}_${dateOf(work.now)}.csv`
  return new FileAnswer(name, contentType, (tx) =>
    writeCsv(csvForm(query.form, language), columns, pages(tx, job, { given, asks: results === askedColumns }, query.form, language)),
  )
}

function columnsOf(names: readonly string[], form: CsvAudience, language: Language): readonly CsvColumn[] {
  const { t, has } = textsFor(language)
  const header = (name: string) => t(has(`lists.column.${name}`) ? `lists.column.${name}` : `exports.column.${name}`)
  return names.map((name) => ({
    header: form === 'machine' ? name : header(name),
    holds: ['result', 'partnership_id', 'answer'].includes(name) ? 'value' : 'text',
  }))
}

type Listing = { readonly given: readonly string[]; readonly asks: boolean }

async function* pages(tx: Transaction, job: StoredJob, { given, asks }: Listing, form: CsvAudience, language: Language) {
  const words = textsFor(language)
  const say = (kind: 'result' | 'answer', value: string | null) =>
    value === null || form === 'machine' ? value : words.t(`lists.${kind}.${value}`)
  const listed = (row: NamedRow): Record<string, string | null> => ({
    ...{ customer_name: row.name, customer_number: row.number, your_reference: row.reference },
    ...(row.input as Record<string, string>),
  })
  for (let after = -1; ; ) {
    const rows = await listRows(tx, job, { after, limit: pageRows, only: 'all' })
    const answers = asks ? await answersOf(tx, job, rows) : undefined
    yield rows.map((row) => [
      ...given.map((name) => listed(row)[name] ?? null),
      ...[say('result', row.result ?? row.verdict), explain(row, words), row.partnershipId],
      ...(answers ? [say('answer', answers.get(row.position) ?? null)] : []),
    ])
    if (rows.length < pageRows) return
    after = rows.at(-1)?.position ?? after
  }
}
