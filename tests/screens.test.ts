// Every address of the application is in the table of screens: whoever adds a screen says there how it is looked at.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { screens } from './screens/screens.ts'

/** As they stand in the table of routes, each group below its own place. */
const groups = { pages: '', own: '/o/$organisation', acting: '/c/$partnership', operator: '/operator' } as const
const source = readFileSync('src/web/routes.tsx', 'utf8')

const routes = Object.entries(groups).flatMap(([group, below]) => {
  const table = new RegExp(`^const ${group}: Screens = \\{$([\\s\\S]*?)^\\}$`, 'm').exec(source)?.[1] ?? ''
  return [...table.matchAll(/'(\/[^']*)': (?:screen|firstScreen|nothingHere)/g)].map(([, path]) => `${below}${path}`)
})

test('the table of routes was read', () => {
  expect(routes.length).toBeGreaterThan(50)
  expect(routes).toContain('/o/$organisation/customers/$customer')
})

test('every route has a screen', () => {
  const looked = new Set(screens.map(({ route }) => route))
  expect(routes.filter((route) => !looked.has(route))).toEqual([])
})

test('every screen belongs to a route, but for the addresses that lead nowhere', () => {
  expect(screens.filter(({ route }) => !routes.includes(route)).map(({ route }) => route)).toEqual(['/nothing'])
})

test('no two screens have one name', () => {
  expect(new Set(screens.map(({ name }) => name)).size).toBe(screens.length)
})
