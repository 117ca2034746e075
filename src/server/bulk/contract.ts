// One action on many rows: what is chosen for all of them, the rows themselves, their dry run, the start, and what became of each.

import { z } from 'zod'
import { bulkStates } from '../../domain/bulk/bulk-job.ts'
import { campaignAnswers } from '../../domain/bulk/campaign.ts'
import { customerColumns } from '../../domain/bulk/sheet-words.ts'
import { csvAudiences, customerFilter } from '../managed-customers/contract.ts'

const id = z.uuid()
const time = z.iso.datetime()
const count = z.int().nonnegative()
const params = z.strictObject({ organisation: id, bulk: id })
const inOrganisation = z.strictObject({ organisation: id })
const nothing = z.strictObject({})

export const rowsMax = 10_000
export const rowsAtOnce = 1_000

/** Cells of a list of customers, as they were typed. */
const cells = z.partialRecord(z.enum(customerColumns), z.string().max(500))
const rows = z.array(cells).min(1).max(rowsAtOnce)

/** Rows of the partner's own list: named one by one, all that a filter leaves, without some of them, or all whose rights come from a template. */
const target = z.union([
  z.strictObject({ ids: z.array(id).min(1).max(rowsMax) }),
  z.strictObject({ filter: customerFilter, except: z.array(id).min(1).max(rowsMax).optional() }),
  z.strictObject({ template: id }),
])

/** A campaign goes out in waves: the first to so many, then so many at a time; it is held when more than that share of the answers is no. */
export const waves = z.strictObject({
  pilot: z.int().min(0).max(rowsMax),
  size: z.int().min(1).max(rowsMax),
  pauseHours: z.int().min(0).max(720),
  holdAtPercent: z.int().min(1).max(100),
})
export type Waves = z.output<typeof waves>

const line = z.string().trim().min(1).max(80)

/** POST /api/o/{organisation}/lists: begins one. `chosen` is what the action asks for. */
export const createList = {
  params: inOrganisation,
  body: z.strictObject({
    action: z.string().max(40),
    chosen: z.record(z.string(), z.unknown()),
    target: target.optional(),
    name: line.optional(),
    waves: waves.optional(),
  }),
  answer: z.strictObject({ id, rows: count }),
  summary: 'Begins a list: one action on many rows, of which nothing is done before it is started',
}

/** PUT …/lists/{bulk}: what is chosen for the whole list. */
export const chooseForList = {
  params,
  body: z.strictObject({ chosen: z.record(z.string(), z.unknown()) }),
  answer: nothing,
  summary: 'Changes what is chosen for a whole list; it has to be checked again',
}

/** PUT …/lists/{bulk}/rows: so many rows from that position on; `last` cuts off what stood behind them. */
export const putListRows = {
  params,
  body: z.strictObject({
    from: z
      .int()
      .min(0)
      .max(rowsMax - 1),
    rows,
    last: z.boolean(),
  }),
  answer: nothing,
  summary: 'Puts rows into a list, a thousand at most at a time',
}

/** POST …/lists/{bulk}/check: the dry run. */
export const checkList = { params, body: nothing, answer: nothing, summary: 'Says of every row what would become of it; nothing is done' }
/** POST …/lists/{bulk}/start: a legal representative starts or releases it with one confirmation, an administrator prepares it. */
export const startList = {
  params,
  body: nothing,
  answer: z.strictObject({ state: z.enum(['running', 'prepared']) }),
  summary: 'Starts a list, or prepares it for release',
}
export const cancelList = { params, body: nothing, answer: nothing, summary: 'Calls off what of a list is not done yet' }
export const holdList = { params, body: nothing, answer: nothing, summary: 'Holds a running list' }
export const resumeList = { params, body: nothing, answer: nothing, summary: 'Lets a held list go on' }
/** POST …/lists/{bulk}/undo: a new list that takes back what nobody answered. */
export const undoList = {
  params,
  body: nothing,
  answer: z.strictObject({ id, rows: count }),
  summary: 'Begins a list that takes back what is still open',
}

const named = z.strictObject({ id, name: z.string() })
const list = z.strictObject({
  id,
  action: z.string(),
  name: z.string().nullable(),
  state: z.enum(bulkStates),
  reason: z.string().nullable(),
  createdBy: named,
  createdAt: time,
  startedBy: named.nullable(),
  startedAt: time.nullable(),
  finishedAt: time.nullable(),
  /** Nothing more goes out before then: today’s limit is reached, or the next wave waits. */
  waitsUntil: time.nullable(),
  waves: waves.nullable(),
  wave: count,
  rows: count,
  /** Those that the dry run lets through. */
  going: count,
  /** Those without a result. */
  left: count,
  verdicts: z.record(z.string(), count),
  results: z.record(z.string(), count),
  may: z.array(z.enum(['check', 'start', 'cancel', 'hold', 'resume', 'undo'])),
})
export type List = z.output<typeof list>

export const getList = {
  params,
  answer: list.extend({
    chosen: z.record(z.string(), z.unknown()),
    /** Over, and the asking person, who started it, has not seen it yet: POST …/seen. */
    isNews: z.boolean(),
    /** Of a campaign: what became of what it asked. */
    answers: z.record(z.string(), count).nullable(),
  }),
  summary: 'How far a list has come',
}
export const listLists = {
  params: inOrganisation,
  query: z.strictObject({ campaigns: z.enum(['true', 'false']).default('false') }),
  answer: z.strictObject({ lists: z.array(list) }),
  summary: 'Lists of the partner, the newest first',
}

export const becauseShape = z.looseObject({ code: z.string() })
const row = z.strictObject({
  position: count,
  /** Of a customer of the list. */
  name: z.string().nullable(),
  managedCustomerId: id.nullable(),
  cells: z.record(z.string(), z.string()),
  wave: count,
  verdict: z.string().nullable(),
  result: z.string().nullable(),
  because: becauseShape.nullable(),
  /** The explanation in words of the reader. */
  explanation: z.string().nullable(),
  /** What the customer said to what this row asked; null where nothing was asked. */
  answer: z.enum(campaignAnswers).nullable(),
})
export type ListRow = z.output<typeof row>

export const getListRows = {
  params,
  query: z.strictObject({
    after: z.coerce.number().int().min(-1).default(-1),
    limit: z.coerce.number().int().min(1).max(500).default(100),
    only: z.enum(['all', 'going', 'not_going', 'failed']).default('all'),
  }),
  answer: z.strictObject({ rows: z.array(row), next: z.int().nullable() }),
  summary: 'Rows of a list with what was said of them and what became of them',
}

const form = z.strictObject({ form: z.enum(csvAudiences).default('excel') })
export const downloadResult = { params, query: form, answer: z.string(), summary: 'A list with the result of each row, as a CSV file' }
export const downloadTemplate = {
  params: inOrganisation,
  query: form,
  answer: z.string(),
  summary: 'An empty list of customers, as a CSV file',
}
