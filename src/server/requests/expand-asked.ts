// What a request asks for: rights as written, a preset expanded, or one of the partner's own templates as it is now.
import { Refusal } from '../../domain/refusal.ts'
import type { RequestedRight } from '../../domain/rights/scope.ts'
import { findTemplate, type TemplateVersion } from '../partnerships/template-store.ts'
import type { OwnWork } from '../work.ts'
import { askedRights } from './asked-rights.ts'
import type { RequestBody } from './contract.ts'

export type Expanded = { readonly rights: readonly RequestedRight[]; readonly template: TemplateVersion | null }

/** What was sent never changes with its template. Whoever names the version they read does not send another. */
export async function expandAsked(work: OwnWork, body: Pick<RequestBody, 'what' | 'terms'>): Promise<Expanded> {
  const { templateId, templateVersion, rights } = body.what
  if (templateId === undefined || rights !== undefined) return { rights: askedRights(body), template: null }
  const template = await findTemplate(work.tx, work.context.organisationId, templateId)
  if (!template) throw new Refusal('not_found')
  if (templateVersion !== undefined && templateVersion !== template.version) throw new Refusal('changed_meanwhile')
  return { rights: template.rights, template }
}
