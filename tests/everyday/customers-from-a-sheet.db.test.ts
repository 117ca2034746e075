// 40 or 900 customers from a sheet: pasted, checked row by row, prepared by an administrator, released with one confirmation. A node is
// killed in the middle, another goes on, and nobody is asked twice.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { withFreePort } from '../../scripts/start/free-port.ts'
import { readSheet } from '../../src/domain/bulk/read-sheet.ts'
import { readConfig } from '../../src/server/config.ts'
import { startServer } from '../../src/server/main.ts'
import { mappedRows } from '../../src/web/lists/mapped-rows.ts'
import { givenDatabase } from '../database.ts'
import { checked, givenList, listIs, readList, readRows, start } from '../given-list.ts'
import { givenPartners, requestTo } from '../given-requests.ts'
import { givenTemporaryDirectory } from '../temporary-directory.ts'

const database = await givenDatabase()
const config = await withFreePort(readConfig({ PORT: '0', DATA_DIR: givenTemporaryDirectory(), LOG_LEVEL: 'error' }))
const first = await startServer(config, database.address)
if (first.mailbox === undefined) throw new Error('a test server has the built-in mailbox')
const { petra, marc, alpweb, people } = await givenPartners({ url: first.url, config, server: first, mailbox: first.mailbox, database })
await petra.send('POST', `/o/${alpweb}/requests`, requestTo({ email: 'info@firma-7.example' }))

const nodes: ChildProcess[] = []
afterAll(() => {
  for (const node of nodes) node.kill('SIGKILL')
})

async function startNode(): Promise<ChildProcess> {
  const node = spawn(
    process.execPath,
    [path.join(import.meta.dirname, '../run-server.ts'), JSON.stringify(config), JSON.stringify(database.address)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  nodes.push(node)
  await once(node.stdout, 'data')
  return node
}

const firms = 200
const sheet = [
  'Firma;E-Mail;Unsere Referenz;Zugriff',
  ...Array.from({ length: firms }, (_, at) => `"Firma ${at} & Söhne";info@firma-${at}.example;R-${at};${at % 2 === 0 ? 'Nur lesen' : ''}`),
  'Doppelt;INFO@firma-1.example;;',
  'Ohne Adresse;keine;;',
].join('\r\n')

let list = ''

test('Marc pastes the sheet and reads of every row what would become of it', async () => {
  const { columns, rows } = readSheet(sheet)
  expect(columns).toEqual(['organisation_name', 'email', 'your_reference', 'access'])
  list = await givenList(marc, alpweb, mappedRows({ rows }, columns) as Record<string, string>[])
  const { verdicts } = await checked(marc, alpweb, list)
  expect(verdicts).toEqual({ will_send: firms - 1, already_open: 1, invalid: 2 })
})

test('he prepares it; nothing goes out before a legal representative releases all with one confirmation', async () => {
  expect((await start(marc, alpweb, list)).body['state']).toBe('prepared')
  const { rows } = await database.owner.query("select from invitation where email like '%@firma-%' and email <> 'info@firma-7.example'")
  expect(rows).toEqual([])
  await first.stop()
})

test('Petra releases it; the node dies in the middle, another one finishes, and nobody was asked twice', { timeout: 240_000 }, async () => {
  const node = await startNode()
  // However quick it is, it does not come to the end: one of the last rows is held.
  const holder = await database.owner.connect()
  await holder.query('begin')
  await holder.query("select from bulk_row where bulk_id = $1 and verdict = 'will_send' order by position desc limit 1 for update", [list])
  expect((await start(petra, alpweb, list)).body['state']).toBe('running')
  const sent = async () => (await readList(petra, alpweb, list)).results['sent'] ?? 0
  await expect.poll(sent, { timeout: 60_000, interval: 20 }).toBeGreaterThan(0)
  node.kill('SIGKILL')
  await once(node, 'exit')
  await holder.query('rollback')
  holder.release()
  const { rows: before } = await database.owner.query("select from bulk_row where bulk_id = $1 and result = 'sent'", [list])
  expect(before.length).toBeLessThan(firms - 1)
  await startNode()
  const done = await listIs(petra, alpweb, list, 'done')
  expect(done.results).toEqual({ sent: firms - 1, already_open: 1, invalid: 2 })
  const { rows: asked } = await database.owner.query<{ invitations: number; addresses: number; told: number }>(
    `select count(*)::int as invitations, count(distinct email_key)::int as addresses,
       (select count(*)::int from journal where kind = 'request.sent') as told from invitation where email like '%@firma-%'`,
  )
  expect(asked).toEqual([{ invitations: firms, addresses: firms, told: firms }])
  const { rows: by } = await database.owner.query(
    'select distinct i.prepared_by, i.released_by from invitation i join bulk_row r on r.id = i.id where r.bulk_id = $1',
    [list],
  )
  expect(by).toEqual([{ prepared_by: people.marc, released_by: people.petra }])
})

test('the result says of every row what became of it, for the spreadsheet it came from', async () => {
  const file = (await marc.download(`/o/${alpweb}/lists/${list}/result?form=machine`)).bytes.toString()
  const { rows } = readSheet(file)
  expect(rows).toHaveLength(firms + 2)
  const results = rows.map((cells) => cells[12])
  expect(results.filter((result) => result === 'sent')).toHaveLength(firms - 1)
  expect([results[7], ...results.slice(-2)]).toEqual(['already_open', 'invalid', 'invalid'])
  const [, firm] = readSheet((await marc.download(`/o/${alpweb}/lists/${list}/result`)).bytes.toString()).rows
  expect(firm?.slice(0, 2)).toEqual(['info@firma-1.example', 'Firma 1 & Söhne'])
})

test('what nobody answered is taken back, and what was taken back already stays as it is', { timeout: 240_000 }, async () => {
  const [row] = await readRows(marc, alpweb, list)
  expect((await marc.send('POST', `/o/${alpweb}/customers/${row?.managedCustomerId}/withdraw`, {})).status).toBe(200)
  const undo = String((await marc.send('POST', `/o/${alpweb}/lists/${list}/undo`, {})).body['id'])
  expect((await listIs(marc, alpweb, undo, 'ready')).verdicts).toEqual({ will_do: firms - 2, not_possible: 1 })
  expect((await start(marc, alpweb, undo)).body['state']).toBe('running')
  expect((await listIs(marc, alpweb, undo, 'done')).results).toEqual({ done: firms - 2, not_possible: 1 })
  const { rows } = await database.owner.query("select email from invitation where state = 'open'")
  expect(rows).toEqual([{ email: 'info@firma-7.example' }])
})
