// Every question mark on a screen leads to an article, and to a place in it, that exist; and every screen has one.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { screensIn } from '../scripts/start/screens.ts'
import { articlesIn } from '../src/server/help/articles.ts'
import { helpArticles } from '../src/web/shell/help-articles.ts'

const web = path.join(import.meta.dirname, '../src/web')
const places = articlesIn('en').flatMap(({ slug, blocks }) => [
  slug,
  ...blocks.flatMap((block) => (block.kind === 'heading' ? [`${slug}#${block.id}`] : [])),
])

function linksIn(text: string): string[] {
  const links = [
    ...text.matchAll(/<HelpLink\b[^>]*?\barticle="([^"]+)"/g),
    ...text.matchAll(/["'`]\/help\/([a-z0-9-]+(?:#[a-z0-9-]+)?)["'`]/g),
  ]
  return links.map(([, link]) => link ?? '')
}

/** The screens of the Managers and the operator console. */
const inFrames = (routes: string) => screensIn(routes).filter(({ frame }) => frame !== 'pages')
const screens = inFrames(readFileSync(path.join(web, 'routes.tsx'), 'utf8'))

test('help links lead somewhere', () => {
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
  const links = files.flatMap((file) => linksIn(readFileSync(path.join(web, file), 'utf8')).map((link) => ({ file, link })))
  expect(links.length).toBeGreaterThan(1)
  expect(links.filter(({ link }) => !places.includes(link))).toEqual([])
})

test('every screen has its article, and the table names no other', () => {
  expect(screens.length).toBeGreaterThan(40)
  const known = Object.keys(helpArticles).filter((route) => !route.startsWith('/account'))
  expect(known.toSorted()).toEqual(screens.map(({ route }) => route).toSorted())
  expect(Object.values(helpArticles).filter((place) => !places.includes(place))).toEqual([])
})

test('every screen shows the question mark, itself or in a part of its own', () => {
  const shows = (file: string) => readFileSync(path.join(web, file), 'utf8').includes('<HelpLink')
  const partsOf = (file: string) =>
    [...readFileSync(path.join(web, file), 'utf8').matchAll(/from '(\.[^']+\.tsx)'/g)].map(([, part = '']) =>
      path.join(path.dirname(file), part),
    )
  expect(screens.filter(({ module }) => !shows(module) && !partsOf(module).some(shows))).toEqual([])
})

test('a link that leads nowhere, and a screen without an article, would be seen', () => {
  expect(linksIn('<HelpLink article="nothing" /> <a href="/help/no-where#x">')).toEqual(['nothing', 'no-where#x'])
  expect(inFrames("const own: Screens = {\n  '/new': screen(() => import('./new/new.tsx'), 'New'),\n}\n")).toEqual([
    { route: '/o/$organisation/new', module: 'new/new.tsx', frame: 'own' },
  ])
})
