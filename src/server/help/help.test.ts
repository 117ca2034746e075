import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { givenTemporaryDirectory } from '../../../tests/temporary-directory.ts'
import { languages } from '../../domain/language.ts'
import { Refusal } from '../../domain/refusal.ts'
import { rightIds } from '../../domain/rights/catalogue.ts'
import { textsFor } from '../../locales/server-texts.ts'
import { articleSlugs, articlesIn, writtenSlugs } from './articles.ts'
import { type Block, getArticleContract, type Inline, listArticlesContract } from './contract.ts'
import { shownArticle, storedArticle } from './get-article.ts'
import { findVideo, stepsFingerprint, videosDirectory } from './help-videos.ts'
import { listArticles } from './list-articles.ts'
import { parseBlocks } from './parse-blocks.ts'

function partsOf(block: Block): readonly Inline[] {
  if (block.kind === 'paragraph' || block.kind === 'note') return block.content
  if (block.kind === 'list') return block.items.flat()
  return block.kind === 'steps' ? block.items.flatMap(({ content, details }) => [...content, ...details.flat()]) : []
}

const linksOf = (blocks: readonly Block[]) => blocks.flatMap(partsOf).flatMap((part) => (part.kind === 'link' ? [part.href] : []))
const anchorsOf = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : []))

/** What an article is made of, without its words. */
function skeletonOf(blocks: readonly Block[]): string[] {
  return blocks.map((block) => {
    if (block.kind === 'heading') return `${block.level} ${block.id}`
    return 'items' in block ? `${block.kind} ${block.items.length}` : block.kind
  })
}

describe.each(languages)('help in %s', (language) => {
  test('has every article, and each is complete', async () => {
    expect([...writtenSlugs(language)].toSorted()).toEqual([...articleSlugs].toSorted())
    const { articles } = listArticlesContract.answer.parse(await listArticles(null, { query: { language } }))
    expect(articles.map(({ slug }) => slug)).toEqual(articleSlugs)
    for (const { title, summary } of articles) expect(Math.min(title.length, summary.length)).toBeGreaterThan(10)
  })

  test.each(articleSlugs)('%s has the same parts as the English one, in the form the contract promises', async (slug) => {
    const article = getArticleContract.answer.parse(shownArticle(storedArticle(language, slug), null))
    const english = storedArticle('en', slug)
    expect(skeletonOf(article.blocks)).toEqual(skeletonOf(english.blocks))
    expect(linksOf(article.blocks)).toEqual(linksOf(english.blocks))
    expect(article.related.length).toBeGreaterThan(0)
  })

  test('every link to another article leads to an article and a place that exist', () => {
    const places = articlesIn(language).flatMap(({ slug, blocks }) => [
      `/help/${slug}`,
      ...anchorsOf(blocks).map((id) => `/help/${slug}#${id}`),
    ])
    const links = articlesIn(language).flatMap(({ blocks }) => linksOf(blocks))
    expect(links.length).toBeGreaterThan(10)
    expect(links.filter((href) => href.startsWith('/help') && !places.includes(href))).toEqual([])
  })

  test('the guide names the buttons exactly as the screens do, with a help link beside each permanent link', async () => {
    const { t } = textsFor(language)
    const { blocks } = storedArticle(language, 'add-customer')
    const screenWords = blocks.flatMap(partsOf).flatMap((part) => (part.kind === 'screen' ? [part.text] : []))
    expect(screenWords).toEqual(
      expect.arrayContaining([t('common.add_customer'), t('statuses.to_check'), t('rights.difference.effective')]),
    )
    const links = linksOf(blocks)
    expect(links.filter((href) => href === '/go/managed-customers')).toHaveLength(2)
    expect(links[links.indexOf('/go/manager') + 1]).toBe('/help/find-your-way#manager')
  })

  test('"What does Full mean?" lists every right and the never list in the words of the catalogue', async () => {
    const { t } = textsFor(language)
    const { blocks } = storedArticle(language, 'what-full-means')
    const rights = blocks.flatMap((block) => (block.kind === 'rights' ? block.groups.flatMap((group) => group.rights) : []))
    expect(rights.map(({ id }) => id).toSorted()).toEqual([...rightIds].toSorted())
    expect(rights.filter(({ sensitive }) => sensitive !== null)).toHaveLength(9)
    expect(rights.find(({ id }) => id === 'mail.content')?.sentence).toBe(t('rights.mail.content'))
    expect(blocks.some((block) => block.kind === 'list' && block.items.length === 10)).toBe(true)
  })
})

test('search needs all words, forgives accents and case, and shows where', async () => {
  const find = async (language: (typeof languages)[number], search: string) =>
    (await listArticles(null, { query: { language, search } })).articles.map(({ slug }) => slug)
  expect((await find('de', 'gesetzlicher verantwortlicher kunden hinzufügen'))[0]).toBe('add-customer')
  expect(await find('de', 'kunden hinzufugen')).toContain('add-customer')
  expect(await find('fr', 'deuxieme-quelquechose')).toEqual([])
  const { articles } = await listArticles(null, { query: { language: 'en', search: 'recovery codes' } })
  expect(articles[0]).toMatchObject({ slug: 'sign-in-and-security', found: expect.stringContaining('recovery codes') })
})

test('an article that does not exist is not found', () => {
  expect(() => storedArticle('en', 'nothing')).toThrow(Refusal)
})

test('an article cannot link outside, use a word that does not exist or ask for a list nobody makes', () => {
  const texts = textsFor('en')
  expect(() => parseBlocks('[x](https://evil.example)', texts)).toThrow('not a page of this site')
  expect(() => parseBlocks('[x](//evil.example)', texts)).toThrow('not a page of this site')
  expect(() => parseBlocks('[x](javascript:alert)', texts)).toThrow('not a page of this site')
  expect(() => parseBlocks('Press {{common.nothing_of_that_name}}', texts)).toThrow('No text')
  expect(() => parseBlocks('::everything', texts)).toThrow('nobody generates')
  expect(parseBlocks('1. Do this\n   and go on\n   - a detail\n2. Then that', texts)).toMatchObject([
    { kind: 'steps', items: [{ content: [{ text: 'Do this and go on' }], details: [[{ text: 'a detail' }]] }, { details: [] }] },
  ])
})

test('a film is shown only while it tells what the article says', () => {
  const data = givenTemporaryDirectory()
  const article = storedArticle('en', 'partners')
  const keep = (steps: string) => {
    mkdirSync(path.join(videosDirectory(data), 'en'), { recursive: true })
    writeFileSync(
      path.join(videosDirectory(data), 'en/partners.json'),
      JSON.stringify({ steps, seconds: 21, chapters: [{ id: 'stop', at: 12 }] }),
    )
  }
  expect(findVideo(data, article)).toBeNull()
  keep('of another version')
  expect(findVideo(data, article)).toBeNull()
  keep(stepsFingerprint(article))
  expect(findVideo(data, article)).toMatchObject({ seconds: 21, video: expect.stringMatching(/^\/help-videos\/en\/partners\.webm/) })
})
