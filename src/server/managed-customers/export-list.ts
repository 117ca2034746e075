// The list of customers as a file, as it is filtered and sorted on screen. Who may export is checked when it is downloaded.
import type { ExportId } from '../../domain/ids.ts'
import { FileAnswer, type Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { dateOf } from '../partnerships/calendar.ts'
import { type CsvRow, csvForm, writeCsv } from '../platform/csv.ts'
import type { Transaction } from '../platform/transact.ts'
import { newId, type OwnWork } from '../work.ts'
import type { exportList as contract } from './contract.ts'
import { type Condition, conditionsOf, foldSearch, namesOf } from './customers-store.ts'
import { viewerOf } from './list-customers.ts'
import { type ListedText, listFileCells, listFileColumns } from './list-file.ts'
import { countRows, readList } from './list-file-store.ts'
import type { Order } from './list-order.ts'

export async function exportList(work: OwnWork, { query }: Input<typeof contract>): Promise<FileAnswer> {
  const viewer = viewerOf(work)
  const { language } = work.person
  const conditions = conditionsOf(viewer, query, await foldSearch(work.tx, query.search))
  const file = `customers_${dateOf(work.now)}.csv`
  record(work, {
    kind: 'export.made',
    readers: [work.context.organisationId],
    data: { exportId: newId<ExportId>(), file, rows: await countRows(work.tx, conditions) },
  })
  const toCells = listFileCells(query.form, language)
  const order = { sort: query.sort, direction: query.direction, now: viewer.now }
  return new FileAnswer(file, 'text/csv; charset=utf-8', (tx) =>
    writeCsv(csvForm(query.form, language), listFileColumns(query.form, language), rowsOf(tx, conditions, order, toCells)),
  )
}

async function* rowsOf(
  tx: Transaction,
  conditions: readonly Condition[],
  order: Order & { readonly now: Date },
  toCells: ReturnType<typeof listFileCells>,
): AsyncGenerator<readonly CsvRow[]> {
  const names = new Map<string, string>()
  for await (const batch of readList(tx, conditions, order)) {
    const unknown = [...new Set(batch.flatMap(peopleOf))].filter((id) => !names.has(id))
    for (const [id, name] of await namesOf(tx, unknown)) names.set(id, name)
    yield batch.map((row) => toCells(row, names))
  }
}

function peopleOf({ people, visit_by, requested_by }: ListedText): readonly string[] {
  return [...(people ? people.split(',') : []), ...(visit_by ? [visit_by] : []), ...(requested_by ? [requested_by] : [])]
}
