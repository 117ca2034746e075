import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inEveryLanguage, titleIn } from '../scripts/start/early-files.ts'
import { screensIn } from '../scripts/start/screens.ts'
import { readCatalogue } from '../src/locales/server-texts.ts'

const routes = readFileSync('src/web/routes.tsx', 'utf8')
const screens = screensIn(routes)

test('every screen that is loaded when it is needed is found, with its address', () => {
  const loaded = routes.matchAll(/import\('\.\/([^']+)'\)/g)
  const apart = ['shell/own-shell.tsx', 'shell/acting-shell.tsx', 'operator/operator-shell.tsx']
  const modules = [...loaded].flatMap(([, module]) => module ?? []).filter((module) => !apart.includes(module))
  expect(screens.map(({ module }) => module).toSorted()).toEqual(modules.toSorted())
  expect(screens.filter(({ module }) => !existsSync(`src/web/${module}`))).toEqual([])
})

test.each([
  ['/o/$organisation', 'shell/dashboard.tsx'],
  ['/o/$organisation/customers', 'managed-customers/customers-screen.tsx'],
  ['/c/$partnership/products/$product', 'products/product-screen.tsx'],
  ['/operator', 'operator/overview-screen.tsx'],
  ['/r/$token', 'consent/consent-page.tsx'],
  ['/', 'shell/go-page.tsx'],
])('%s opens %s', (address, module) => {
  expect(screens.find(({ route }) => route === address)?.module).toBe(module)
})

test('the application waits for nothing at its top: screens are made of it, and would wait for it while it waits for them', () => {
  expect(readFileSync('src/web/main.tsx', 'utf8')).not.toMatch(/^(await|const .*= await|for await)/m)
})

test('the title of a screen is known before the screen is, where everybody has the same', () => {
  const titles = screens.map(({ route, module }) => [route, titleIn(readFileSync(`src/web/${module}`, 'utf8'))])
  expect(Object.fromEntries(titles)).toMatchObject({
    '/o/$organisation/customers': 'managed-customers.title',
    '/o/$organisation/partners': 'partners.title',
    '/o/$organisation/customers/$customer': undefined,
  })
  const known = readCatalogue('de')
  expect(titles.filter(([, id]) => id !== undefined && (known[id] === undefined || known[id].includes('{')))).toEqual([])
})

test('what is said where there is no JavaScript is text, whatever stands in it', () => {
  expect(inEveryLanguage({ en: ['<b> & "more"'] })).toBe('<p class="p-4" lang="en">&lt;b&gt; &amp; &quot;more&quot;</p>')
})

test('the frame that stands there first has the title where the page will have it', () => {
  const frame = readFileSync('src/web/public/prepare.js', 'utf8')
  const [title] = /text-lg font-semibold[\w:. -]*/.exec(frame) ?? []
  const [place] = /(?<=mx-auto flex )w-full max-w-\[[\w.]+\]/.exec(frame) ?? []
  const [columns] = /lg:grid lg:grid-cols-\S+?(?=')/.exec(frame) ?? []
  expect(readFileSync('src/web/ui/page-header.tsx', 'utf8')).toContain(title ?? 'a title')
  expect(readFileSync('src/web/shell/frame.tsx', 'utf8')).toContain(place ?? 'a place')
  expect(readFileSync('src/web/shell/frame.tsx', 'utf8')).toContain(columns ?? 'columns')
})
