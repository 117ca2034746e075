// Every address of the application is in the table of screens: whoever adds a screen says there how it is looked at.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { screensIn } from '../scripts/start/screens.ts'
import { screens } from './screens/screens.ts'

const routes = screensIn(readFileSync('src/web/routes.tsx', 'utf8')).map(({ route }) => route)
/** The first page of a Manager stands in its table as "/". */
const looked = screens.map(({ name, route }) => ({ name, route: route.replace(/(?<=.)\/$/, '') }))

test('the table of routes was read', () => {
  expect(routes.length).toBeGreaterThan(50)
  expect(routes).toContain('/o/$organisation/customers/$customer')
})

test('every route has a screen', () => {
  const seen = new Set(looked.map(({ route }) => route))
  expect(routes.filter((route) => !seen.has(route))).toEqual([])
})

test('every screen belongs to a route, but for the addresses that lead nowhere', () => {
  const elsewhere = looked.filter(({ route }) => !routes.includes(route)).map(({ route }) => route)
  expect(elsewhere.toSorted()).toEqual(['/c/$partnership/$', '/nothing', '/o/$organisation/$', '/operator/$'])
})

test('no two screens have one name', () => {
  expect(new Set(screens.map(({ name }) => name)).size).toBe(screens.length)
})
