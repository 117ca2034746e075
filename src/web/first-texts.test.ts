// The texts that the first pages bring along are those they use: whoever opens a request waits for no other, and misses none.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { languages } from '../domain/language.ts'

const web = import.meta.dirname
const locales = path.join(web, '../locales')
const areas = readdirSync(path.join(locales, 'en')).map((file) => file.slice(0, -'.json'.length))
const firstPages = ['main.tsx', 'shell/outer-pages.tsx', 'consent/consent-page.tsx', 'sign-in/sign-in-page.tsx']

/** Every file of the web that these bring along or load later, except the other pages. */
function reachable(from: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (file: string) => {
    if (found.has(file) || !file.startsWith(web) || !existsSync(file)) return
    found.add(file)
    const code = readFileSync(file, 'utf8')
    for (const [, to = ''] of code.matchAll(/(?:from |import\()'(\.[^']+)'/g)) {
      if (!to.endsWith('/routes.tsx')) visit(path.join(path.dirname(file), to))
    }
  }
  for (const file of from) visit(path.join(web, file))
  return found
}

test.each(languages)('the first texts in %s are those of the first pages', (language) => {
  const used = [...reachable(firstPages)].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\b(?:t\(\s*|translate\(\s*|id=\{?)['"`]([a-z][a-z-]*)\./g)].map(([, area = '']) => area),
  )
  const first = /\{(.+)\}\.json/.exec(readFileSync(path.join(locales, `first-${language}.ts`), 'utf8'))?.[1]?.split(',') ?? []
  const left = /\{(.+),mails\}\.json/.exec(readFileSync(path.join(locales, `rest-${language}.ts`), 'utf8'))?.[1]?.split(',') ?? []
  expect(used.length).toBeGreaterThan(300)
  expect(first.toSorted()).toEqual([...new Set(used)].filter((area) => areas.includes(area)).toSorted())
  expect(left).toEqual(first)
})
