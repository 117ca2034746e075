// The organisation a person worked in last, in this browser: where permanent links land.
import type { OwnOrganisation } from './me.ts'

export function rememberOrganisation(id: string): void {
  localStorage.setItem('organisation', id)
}

/** The last used one if it is among these, otherwise the only one, otherwise the person must choose. */
export function preferred(organisations: readonly OwnOrganisation[]): OwnOrganisation | undefined {
  const last = localStorage.getItem('organisation')
  return organisations.find(({ id }) => id === last) ?? (organisations.length === 1 ? organisations[0] : undefined)
}
