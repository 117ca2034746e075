// A partner's own template: rights and terms under a name. Each change of what it asks for is a new version; a new name is none.

import { displayName } from '../display-name.ts'
import type { RefusalCode } from '../refusal.ts'
import type { RequestedRight } from '../rights/scope.ts'
import type { Calendar, Instant } from '../time.ts'
import { refusalOfRights } from './answer.ts'
import { isSameTerms, refusalOfTerms, type Terms } from './terms.ts'

export type Template = {
  readonly name: string
  readonly version: number
  readonly rights: readonly RequestedRight[]
  readonly terms: Terms
}
export type TemplateContent = Omit<Template, 'version'>
export type TemplateDecided =
  | { readonly kind: 'done'; readonly template: Template; readonly isNewVersion: boolean }
  | { readonly kind: 'refused'; readonly code: RefusalCode }

/**
 * The template as it will be. Refusals: `invalid_name`, `nothing_asked`, `scope_not_fitting` (a template knows no customer's products),
 * those of rights and terms, and `nothing_changed`.
 */
export function writeTemplate(before: Template | null, content: TemplateContent, now: Instant, calendar: Calendar): TemplateDecided {
  const name = displayName(content.name)
  if (name === null) return { kind: 'refused', code: 'invalid_name' }
  const code = refusalOf(content, now, calendar)
  if (code !== null) return { kind: 'refused', code }
  const isNewVersion = before === null || !isSameContent(before, content)
  if (!isNewVersion && before.name === name) return { kind: 'refused', code: 'nothing_changed' }
  const version = (before?.version ?? 0) + (isNewVersion ? 1 : 0)
  return { kind: 'done', template: { ...content, name, version }, isNewVersion }
}

function refusalOf({ rights, terms }: TemplateContent, now: Instant, calendar: Calendar): RefusalCode | null {
  if (rights.length === 0) return 'nothing_asked'
  if (rights.some(({ scope }) => scope.kind === 'product')) return 'scope_not_fitting'
  return refusalOfRights(rights) ?? refusalOfTerms(terms, now, calendar)
}

function isSameContent(one: TemplateContent, other: TemplateContent): boolean {
  const lines = ({ rights }: TemplateContent) =>
    rights.map((row) => JSON.stringify(Object.entries(row).toSorted(([one], [other]) => (one < other ? -1 : 1)))).toSorted()
  return JSON.stringify(lines(one)) === JSON.stringify(lines(other)) && isSameTerms(one.terms, other.terms)
}
