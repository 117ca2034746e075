// A family of the operator with its words: under the same ids as ours, so that screens, mails and files need not tell them apart.

import type { Language } from '../language.ts'
import type { OwnFamily, OwnRight } from './catalogue.ts'

type InWords = Readonly<Record<Language, string>>
export type NamedRight = OwnRight & { readonly name: InWords; readonly sentence: InWords }
export type NamedFamily = Omit<OwnFamily, 'rights'> & { readonly name: InWords; readonly rights: readonly NamedRight[] }

/** Texts by id, as in the catalogues of texts. */
export function textsOf(families: readonly NamedFamily[], language: Language): Readonly<Record<string, string>> {
  return Object.fromEntries(
    families.flatMap(({ id, name, rights }) => [
      [`families.${id}`, name[language]],
      ...rights.flatMap((right) => [
        [`rights.${id}.${right.id}`, right.sentence[language]],
        [`rights.${id}.${right.id}.name`, right.name[language]],
      ]),
    ]),
  )
}
