// Cases as they are shown: to both sides of a dispute, and to operators.
import { outcomesFor } from '../../domain/case.ts'
import { Refusal } from '../../domain/refusal.ts'
import { mayDo } from '../../domain/who-may.ts'
import type { Answer, Input } from '../endpoint.ts'
import { entryShown } from '../journal/entries.ts'
import type { Transaction } from '../platform/transact.ts'
import type { OperatorWork, OwnWork } from '../work.ts'
import type * as contract from './contract.ts'
import { type CaseRow, findCase, listCaseRows, listEntries, type Representation, type StoredCase } from './store.ts'

type Row = Answer<typeof contract.listOwnCases>['cases'][number]

export async function listOwnCases({ tx }: OwnWork): Promise<Answer<typeof contract.listOwnCases>> {
  return { cases: (await listCaseRows(tx, { most: 50 })).map(rowShown) }
}

export async function getOwnCase(
  { tx, context }: OwnWork,
  { params }: Input<typeof contract.getOwnCase>,
): Promise<Answer<typeof contract.getOwnCase>> {
  const { row, of } = await getStored(tx, params.case)
  const side = of.customerId === context.organisationId ? 'customer' : 'partner'
  const isOpen = of.state === 'open'
  return {
    ...(await wholeShown(tx, row, of)),
    side,
    mayStateView: isOpen && context.role === 'legal_representative' && of.views[side] === null,
    mayWithdraw: isOpen && side === 'customer' && mayDo('resume', { side, role: context.role }),
  }
}

export async function listCases(
  { tx }: OperatorWork,
  { query }: Input<typeof contract.listCases>,
): Promise<Answer<typeof contract.listCases>> {
  return { cases: (await listCaseRows(tx, { state: query.state, most: 200 })).map(rowShown) }
}

export async function getCase(
  { tx, person }: OperatorWork,
  { params }: Input<typeof contract.getCase>,
): Promise<Answer<typeof contract.getCase>> {
  const { row, of } = await getStored(tx, params.case)
  return {
    ...(await wholeShown(tx, row, of)),
    representation: of.representation && representationShown(of.representation, of.openedBy === person.id),
    outcomes: of.state === 'open' ? outcomesFor(of.kind).filter((outcome) => outcome !== 'withdrawn') : [],
  }
}

function representationShown({ why, email, name, documents }: Representation, openedByYou: boolean) {
  return { why, email, name, documents, openedByYou }
}

/** What row-level security does not show is not there. */
async function getStored(tx: Transaction, id: string): Promise<{ row: CaseRow; of: StoredCase }> {
  const [row] = await listCaseRows(tx, { id, most: 1 })
  const of = await findCase(tx, id)
  if (!row || !of) throw new Refusal('not_found')
  return { row, of }
}

async function wholeShown(tx: Transaction, row: CaseRow, of: StoredCase) {
  const entries = await listEntries(tx, row.id)
  const shown = rowShown(row)
  const { partner, customer } = shown
  return {
    ...shown,
    openedBy: row.openedBy,
    reason: of.reason,
    views: of.views,
    outcomeText: of.outcomeText,
    entries: entries.map(({ chain, detail, ...entry }) => ({ ...entryShown(entry, { partner, customer, detail }), chain })),
  }
}

function rowShown({ customerId, customer, partnerId, partner, openedBy: _, ...row }: CaseRow): Row {
  return {
    ...row,
    customer: customerId === null ? null : { id: customerId, name: customer ?? '' },
    partner: partnerId === null ? null : { id: partnerId, name: partner ?? '' },
    openedAt: row.openedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
  }
}
