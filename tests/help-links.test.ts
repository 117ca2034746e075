// Every question mark on a screen leads to an article, and to a place in it, that exist.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { articlesIn } from '../src/server/help/articles.ts'

const web = path.join(import.meta.dirname, '../src/web')

function linksIn(text: string): string[] {
  const links = [
    ...text.matchAll(/<HelpLink\b[^>]*?\barticle="([^"]+)"/g),
    ...text.matchAll(/["'`]\/help\/([a-z0-9-]+(?:#[a-z0-9-]+)?)["'`]/g),
  ]
  return links.map(([, link]) => link ?? '')
}

test('help links lead somewhere', () => {
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
  const links = files.flatMap((file) => linksIn(readFileSync(path.join(web, file), 'utf8')).map((link) => ({ file, link })))
  const places = articlesIn('en').flatMap(({ slug, blocks }) => [
    slug,
    ...blocks.flatMap((block) => (block.kind === 'heading' ? [`${slug}#${block.id}`] : [])),
  ])
  expect(links.length).toBeGreaterThan(1)
  expect(links.filter(({ link }) => !places.includes(link))).toEqual([])
})

test('a link that leads nowhere would be seen', () => {
  expect(linksIn('<HelpLink article="nothing" /> <a href="/help/no-where#x">')).toEqual(['nothing', 'no-where#x'])
})
