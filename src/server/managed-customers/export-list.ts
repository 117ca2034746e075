// The list of customers as a file, as it is filtered and sorted on screen. Who may export is checked when it is downloaded.
import type { ExportId } from '../../domain/ids.ts'
import { FileAnswer, type Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { dateOf } from '../partnerships/calendar.ts'
import { newId, type OwnWork } from '../work.ts'
import { conditionsOf } from './conditions-store.ts'
import type { exportList as contract } from './contract.ts'
import { countRows } from './counts-store.ts'
import { foldSearch, isAmong, isNotAmong } from './customers-store.ts'
import { viewerOf } from './list-customers.ts'
import { listFileColumns, listFileWords } from './list-file.ts'
import { type ListFile, writeListFile } from './list-file-store.ts'
import { listColleagues } from './list-view-store.ts'

export async function exportList(work: OwnWork, { query }: Input<typeof contract>): Promise<FileAnswer> {
  const viewer = await viewerOf(work)
  const { language } = work.person
  const found = conditionsOf(viewer, query, await foldSearch(work.tx, query.search))
  const conditions = [...found, ...(query.ids ? [isAmong(query.ids)] : []), ...(query.except ? [isNotAmong(query.except)] : [])]
  const colleagues = await listColleagues(work.tx, viewer.partnerId)
  const file: ListFile = {
    conditions,
    sort: query.sort,
    direction: query.direction,
    now: viewer.now,
    partnerId: viewer.partnerId,
    closedAt: viewer.closedAt,
    audience: query.form,
    language,
    columns: listFileColumns(query.form, language),
    words: listFileWords(query.form, language),
    names: Object.fromEntries(colleagues.map(({ id, name }) => [id, name])),
  }
  const name = `customers_${dateOf(work.now)}.csv`
  record(work, {
    kind: 'export.made',
    readers: [work.context.organisationId],
    data: { exportId: newId<ExportId>(), file: name, rows: await countRows(work.tx, conditions) },
  })
  return new FileAnswer(name, 'text/csv; charset=utf-8', (tx) => writeListFile(tx, file))
}
