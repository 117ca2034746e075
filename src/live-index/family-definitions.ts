// The families of a console as the catalogue of its Prokura has them: so that a replica, in which the operator's own are not compiled, learns them
// before it is asked, and notices when it was compiled with other ones.

import { extendCatalogue, type Family, isFamily, type OwnFamily, rightsCatalogue } from '../domain/rights/catalogue.ts'

export function definitionsOf(named: Iterable<string>): readonly OwnFamily[] {
  return [...named].filter(isFamily).map(definitionOf)
}

function definitionOf(family: Family): OwnFamily {
  const part = (id: string) => id.slice(family.length + 1)
  const own = rightsCatalogue.filter((right) => right.family === family)
  const rights = own.map(({ id, access, needs: [needed] }) => ({
    id: part(id),
    access: access ?? 'view',
    ...(needed === undefined ? {} : { needs: part(needed) }),
  }))
  return { id: family, rights }
}

/** Adds what is not known. False when one is known with other rights: then answers would be others, too. */
export function learnFamilies(definitions: readonly OwnFamily[]): boolean {
  extendCatalogue(definitions.filter(({ id }) => !isFamily(id)))
  return JSON.stringify(definitionsOf(definitions.map(({ id }) => id))) === JSON.stringify(definitions)
}
