// The partner's own templates: rights and terms under a name, version by version. The context is the partner.
import { sql } from 'kysely'
import { asId, type OrganisationId, type PersonId, type TemplateId } from '../../domain/ids.ts'
import type { Terms } from '../../domain/partnership/terms.ts'
import type { RequestedRight } from '../../domain/rights/scope.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Transaction } from '../platform/transact.ts'

export type TemplateVersion = {
  readonly id: TemplateId
  readonly name: string
  readonly version: number
  readonly rights: readonly RequestedRight[]
  readonly terms: Terms
  readonly changedBy: PersonId
  readonly changedAt: Instant
}

/** As it is now. */
export async function findTemplate(tx: Transaction, partnerId: OrganisationId, id: string): Promise<TemplateVersion | undefined> {
  const row = await newest(tx, partnerId).where('template.id', '=', id).executeTakeFirst()
  return row && toTemplate(row)
}

export async function listTemplates(tx: Transaction, partnerId: OrganisationId): Promise<readonly TemplateVersion[]> {
  const rows = await newest(tx, partnerId).orderBy(sql`fold(template.name)`).execute()
  return rows.map(toTemplate)
}

export async function lockTemplate(tx: Transaction, partnerId: OrganisationId, id: string): Promise<TemplateVersion | undefined> {
  await tx.selectFrom('template').select('id').where('partner_id', '=', partnerId).where('id', '=', id).forNoKeyUpdate().execute()
  return findTemplate(tx, partnerId, id)
}

/** Every version, the newest first. */
export async function listVersions(tx: Transaction, partnerId: OrganisationId, id: string): Promise<readonly TemplateVersion[]> {
  const rows = await versions(tx, partnerId).where('template.id', '=', id).orderBy('template_version.version', 'desc').execute()
  return rows.map(toTemplate)
}

/** One version, also of a template that was taken away since. */
export async function findVersion(
  tx: Transaction,
  partnerId: OrganisationId,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<TemplateVersion | undefined> {
  const row = await every(tx, partnerId).where('template.id', '=', id).where('template_version.version', '=', version).executeTakeFirst()
  return row && toTemplate(row)
}

/** Some versions of some templates, also of those that were taken away since. */
export async function listVersionsOf(
  tx: Transaction,
  partnerId: OrganisationId,
  which: readonly { readonly id: string; readonly version: number }[],
): Promise<readonly TemplateVersion[]> {
  if (which.length === 0) return []
  const ids = which.map(({ id }) => id)
  const rows = await every(tx, partnerId).where('template.id', 'in', ids).execute()
  return rows.map(toTemplate).filter(({ id, version }) => which.some((one) => one.id === id && one.version === version))
}

export async function isNameTaken(tx: Transaction, partnerId: OrganisationId, name: string, except: string | null): Promise<boolean> {
  const row = await newest(tx, partnerId)
    .where(sql<string>`fold(template.name)`, '=', sql<string>`fold(${name})`)
    .$if(except !== null, (query) => query.where('template.id', '<>', except ?? ''))
    .executeTakeFirst()
  return row !== undefined
}

export async function insertTemplate(tx: Transaction, partnerId: OrganisationId, template: TemplateVersion): Promise<void> {
  const { id, name, version, changedAt } = template
  await tx
    .insertInto('template')
    .values({ partner_id: partnerId, id, name, version, created_at: new Date(changedAt) })
    .execute()
  await insertVersion(tx, partnerId, template)
}

/** A changed name is no version: rights and terms are what is kept. */
export async function saveTemplate(
  tx: Transaction,
  partnerId: OrganisationId,
  template: TemplateVersion,
  isNewVersion: boolean,
): Promise<void> {
  const { id, name, version } = template
  await tx.updateTable('template').set({ name, version }).where('partner_id', '=', partnerId).where('id', '=', id).execute()
  if (isNewVersion) await insertVersion(tx, partnerId, template)
}

export async function deleteTemplateRow(tx: Transaction, partnerId: OrganisationId, id: string, now: Instant): Promise<void> {
  await tx
    .updateTable('template')
    .set({ deleted_at: new Date(now) })
    .where('partner_id', '=', partnerId)
    .where('id', '=', id)
    .execute()
}

async function insertVersion(
  tx: Transaction,
  partnerId: OrganisationId,
  { id, version, rights, terms, changedBy, changedAt }: TemplateVersion,
) {
  const values = { partner_id: partnerId, template_id: id, version, rights: JSON.stringify(rights), terms: JSON.stringify(terms) }
  await tx
    .insertInto('template_version')
    .values({ ...values, person_id: changedBy, created_at: new Date(changedAt) })
    .execute()
}

function every(tx: Transaction, partnerId: OrganisationId) {
  return tx
    .selectFrom('template')
    .innerJoin('template_version', (join) =>
      join.onRef('template_version.partner_id', '=', 'template.partner_id').onRef('template_version.template_id', '=', 'template.id'),
    )
    .select(['template.id', 'template.name', 'template_version.version', 'template_version.rights', 'template_version.terms'])
    .select(['template_version.person_id', 'template_version.created_at'])
    .where('template.partner_id', '=', partnerId)
}

function versions(tx: Transaction, partnerId: OrganisationId) {
  return every(tx, partnerId).where('template.deleted_at', 'is', null)
}

function newest(tx: Transaction, partnerId: OrganisationId) {
  return versions(tx, partnerId).whereRef('template_version.version', '=', 'template.version')
}

type Row = Awaited<ReturnType<ReturnType<typeof versions>['executeTakeFirstOrThrow']>>

function toTemplate(row: Row): TemplateVersion {
  return {
    ...{ id: asId<TemplateId>(row.id), name: row.name, version: row.version },
    ...{ rights: row.rights as unknown as readonly RequestedRight[], terms: row.terms as unknown as Terms },
    ...{ changedBy: asId<PersonId>(row.person_id), changedAt: instant(row.created_at.getTime()) },
  }
}
