// People in memory: which organisations each is a member of, in which role, and which teams each is in.

import { type Role, roles } from '../domain/organisation.ts'
import { end, Links } from './chains.ts'
import type { PersonRecord } from './records.ts'
import { UuidTable } from './uuid-table.ts'

export const noRole = -1
export const collaborator = roles.indexOf('collaborator')

export class People {
  readonly ids = new UuidTable()
  readonly organisations: UuidTable
  readonly teams = new UuidTable()
  readonly memberships = new Links()
  readonly inTeams = new Links()

  constructor(organisations: UuidTable) {
    this.organisations = organisations
  }

  get bytes(): number {
    return this.ids.bytes + this.teams.bytes + this.memberships.bytes + this.inTeams.bytes
  }

  /** The role as a number, or noRole. */
  roleIn(organisation: number, person: number): number {
    const { memberships } = this
    const row = memberships.find(person, organisation)
    return row === end ? noRole : memberships.value[row]
  }

  isInTeam(person: number, team: number): boolean {
    return this.inTeams.find(person, team) !== end
  }

  roleName(role: number): Role {
    return roles[role]
  }

  put(key: string, record: PersonRecord | null): void {
    if (record === null && this.ids.find(key) === end) return
    const person = this.ids.intern(key)
    const memberships = record?.memberships ?? []
    this.memberships.replace(
      person,
      new Map(memberships.map(({ organisationId, role }) => [this.organisations.intern(organisationId), roles.indexOf(role)])),
    )
    this.inTeams.replace(person, new Map((record?.teams ?? []).map((team) => [this.teams.intern(team), 0])))
  }

  trim(): void {
    this.ids.trim()
    this.teams.trim()
    this.memberships.trim(this.ids.size, this.organisations.size)
    this.inTeams.trim(this.ids.size, this.teams.size)
  }
}
