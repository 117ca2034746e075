import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anna, asAnna, asMarc, asRuth, marc, petra, ruth } from './given.ts'
import { asId, type PersonId, type TeamId } from './ids.ts'
import { changeTeam, type Team, type TeamChanged } from './team.ts'

const luca = asId<PersonId>('luca')
const web: Team = { id: asId<TeamId>('web'), name: 'Web', people: [anna] }
const around = { members: [petra, marc, anna, luca], others: ['Büro'] }
const codeOf = (changed: TeamChanged) => (changed.kind === 'refused' ? changed.code : changed.kind)

test('an administrator renames a team and says who is in it', () => {
  const changed = changeTeam(web, { name: ' Web  Bern ', people: [luca, luca] }, around, asMarc)
  expect(changed).toEqual({ kind: 'done', team: { ...web, name: 'Web Bern', people: [luca] }, added: [luca], removed: [anna] })
})

test('what cannot be is refused', () => {
  expect(codeOf(changeTeam(web, { name: 'büro' }, around, asMarc))).toBe('name_in_use')
  expect(codeOf(changeTeam(web, { name: 'www.web.example' }, around, asMarc))).toBe('invalid_name')
  expect(codeOf(changeTeam(web, { people: [ruth] }, around, asMarc))).toBe('not_found')
  expect(codeOf(changeTeam(web, { name: 'Web', people: [anna] }, around, asMarc))).toBe('nothing_changed')
  expect(codeOf(changeTeam(web, { name: 'Netz' }, around, asAnna))).toBe('not_entitled')
  expect(codeOf(changeTeam(web, { name: 'Netz' }, around, asRuth))).toBe('not_entitled')
})

test('whoever is in a team afterwards is a member, or was in it before', () => {
  const anybody = fc.array(fc.constantFrom(petra, marc, anna, luca, ruth), { maxLength: 6 })
  fc.assert(
    fc.property(anybody, (people) => {
      const changed = changeTeam(web, { people }, around, asMarc)
      if (changed.kind === 'refused') return
      for (const person of changed.team.people) expect([...around.members, ...web.people]).toContain(person)
      expect(changed.team.people).toHaveLength(web.people.length + changed.added.length - changed.removed.length)
    }),
  )
})
