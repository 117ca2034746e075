// The articles of the knowledge base: Markdown files in five languages, read once and kept as blocks.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Language, textsFor } from '../../locales/server-texts.ts'
import type { Article } from './contract.ts'
import { parseBlocks } from './parse-blocks.ts'

export type StoredArticle = Omit<Article, 'related' | 'video'> & {
  readonly related: readonly string[]
  /** Other words people search for; never shown. */
  readonly aliases: string
}

const directory = path.join(import.meta.dirname, 'articles')
const audiences = ['everybody', 'partner', 'customer', 'operator'] as const
const kept = new Map<Language, readonly StoredArticle[]>()

/** In the order in which the index shows them. */
export const articleSlugs = [
  'add-customer',
  'add-many-customers',
  'open-requests',
  'find-customers',
  'ask-for-more-rights',
  'work-for-a-customer',
  'ask-for-access',
  'people-and-teams',
  'templates-and-campaigns',
  'csv-files',
  'end-or-hand-on',
  'partner-verification',
  'answer-a-request',
  'partners',
  'visits',
  'activity-and-receipts',
  'authorise-a-partner',
  'hand-over',
  'strict-and-two-signatures',
  'disputes-and-reports',
  'find-your-way',
  'what-full-means',
  'extend-access',
  'review-access',
  'billing-and-who-pays',
  'products',
  'members-and-roles',
  'sign-in-and-security',
  'language-and-emails',
  'accessibility',
  'problems',
  'operator-verify',
  'operator-cases',
] as const

export function articlesIn(language: Language): readonly StoredArticle[] {
  const articles = kept.get(language) ?? articleSlugs.map((slug) => readArticle(language, slug))
  kept.set(language, articles)
  return articles
}

/** The slugs that have a file in this language. */
export function writtenSlugs(language: Language): readonly string[] {
  return readdirSync(path.join(directory, language)).map((file) => path.basename(file, '.md'))
}

function readArticle(language: Language, slug: string): StoredArticle {
  const file = readFileSync(path.join(directory, language, `${slug}.md`), 'utf8')
  const [, head = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(file) ?? []
  const said = Object.fromEntries(
    head.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  )
  return {
    slug,
    language,
    title: said['title'] ?? '',
    summary: said['summary'] ?? '',
    audience: audiences.find((audience) => audience === said['for']) ?? 'everybody',
    aliases: said['aliases'] ?? '',
    related: (said['related'] ?? '').split(' ').filter((other) => other !== ''),
    blocks: parseBlocks(body, textsFor(language)),
  }
}
