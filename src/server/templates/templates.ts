// The partner's own templates: written, changed and taken away by those who may prepare requests.

import type { TemplateId } from '../../domain/ids.ts'
import { type TemplateContent, writeTemplate } from '../../domain/partnership/template.ts'
import { Refusal } from '../../domain/refusal.ts'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { calendar } from '../partnerships/calendar.ts'
import { namesOf } from '../partnerships/names-store.ts'
import { getPartner } from '../partnerships/organisation-store.ts'
import * as rows from '../partnerships/template-store.ts'
import { newId, type OwnWork } from '../work.ts'
import type * as contracts from './contract.ts'
import { countSent, type Sent } from './sent-store.ts'

export async function listTemplates(work: OwnWork): Promise<Answer<typeof contracts.listTemplates>> {
  const { organisationId } = work.context
  const templates = await rows.listTemplates(work.tx, organisationId)
  const sent = await countSent(work.tx, organisationId)
  const names = await namesOf(work.tx, changersOf(templates))
  return { templates: templates.map((template) => ({ id: template.id, name: template.name, ...shown(template, sent, names) })) }
}

export async function getTemplate(
  work: OwnWork,
  { params }: Input<typeof contracts.getTemplate>,
): Promise<Answer<typeof contracts.getTemplate>> {
  const versions = await rows.listVersions(work.tx, work.context.organisationId, params.template)
  const [newest] = versions
  if (!newest) throw new Refusal('not_found')
  const sent = await countSent(work.tx, work.context.organisationId)
  const names = await namesOf(work.tx, changersOf(versions))
  return { id: newest.id, name: newest.name, versions: versions.map((version) => shown(version, sent, names)) }
}

export async function createTemplate(
  work: OwnWork,
  { body }: Input<typeof contracts.createTemplate>,
): Promise<Answer<typeof contracts.createTemplate>> {
  const { organisationId } = work.context
  if (!(await getPartner(work.tx, organisationId)).isEnrolled) throw new Refusal('not_entitled')
  const { template } = await write(work, null, body)
  const id = newId<TemplateId>()
  await rows.insertTemplate(work.tx, organisationId, { ...template, id, changedBy: work.person.id, changedAt: work.now })
  tell(work, 'template.created', { id, ...template })
  return { id }
}

export async function changeTemplate(
  work: OwnWork,
  { params, body }: Input<typeof contracts.changeTemplate>,
): Promise<Answer<typeof contracts.changeTemplate>> {
  const before = await lockAsRead(work, params.template, body)
  const { template, isNewVersion } = await write(work, before, body)
  const saved = { ...before, ...template, changedBy: work.person.id, changedAt: work.now }
  await rows.saveTemplate(work.tx, work.context.organisationId, saved, isNewVersion)
  tell(work, 'template.changed', saved)
  return { version: saved.version }
}

export async function deleteTemplate(
  work: OwnWork,
  { params, query }: Input<typeof contracts.deleteTemplate>,
): Promise<Answer<typeof contracts.deleteTemplate>> {
  const template = await lockAsRead(work, params.template, query)
  await rows.deleteTemplateRow(work.tx, work.context.organisationId, template.id, work.now)
  record(work, {
    kind: 'template.deleted',
    readers: [work.context.organisationId],
    data: { templateId: template.id },
    detail: { name: template.name },
  })
  return {}
}

type AsRead = { readonly version?: number | undefined; readonly nameBefore?: string | undefined }

/** Nobody changes or takes away what they have not seen. */
async function lockAsRead(work: OwnWork, id: string, { version, nameBefore }: AsRead): Promise<rows.TemplateVersion> {
  const template = await rows.lockTemplate(work.tx, work.context.organisationId, id)
  if (!template) throw new Refusal('not_found')
  if ((version ?? template.version) !== template.version || (nameBefore ?? template.name) !== template.name)
    throw new Refusal('changed_meanwhile')
  return template
}

async function write(work: OwnWork, before: rows.TemplateVersion | null, { name, rights, terms }: TemplateContent) {
  const own = { ...terms, paymentMethodId: null }
  const decided = writeTemplate(before, { name, rights, terms: own }, work.now, calendar)
  if (decided.kind === 'refused') throw new Refusal(decided.code)
  if (await rows.isNameTaken(work.tx, work.context.organisationId, decided.template.name, before?.id ?? null))
    throw new Refusal('name_taken')
  return decided
}

function tell(
  work: OwnWork,
  kind: 'template.created' | 'template.changed',
  { id, name, rights }: Pick<rows.TemplateVersion, 'id' | 'name' | 'rights'>,
) {
  record(work, { kind, readers: [work.context.organisationId], data: { templateId: id, rights: rightsIn(rights) }, detail: { name } })
}

function shown(template: rows.TemplateVersion, sent: readonly Sent[], names: ReadonlyMap<string, string>) {
  const counted = sent.find(({ templateId, version }) => templateId === template.id && version === template.version)
  return {
    ...{ version: template.version, rights: [...template.rights], terms: template.terms },
    ...{ changedBy: names.get(template.changedBy) ?? '', changedAt: new Date(template.changedAt).toISOString() },
    ...{ sent: counted?.sent ?? 0, customers: counted?.customers ?? 0 },
  }
}

const changersOf = (templates: readonly rows.TemplateVersion[]): readonly string[] => templates.map(({ changedBy }) => changedBy)
