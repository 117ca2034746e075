// Lists the help articles, or searches them: all words must occur, accents and case do not matter, titles count most.
import type { Language } from '../../locales/server-texts.ts'
import { articlesIn, type StoredArticle } from './articles.ts'
import type { ArticleSummary, Block } from './contract.ts'
import { plainText } from './parse-inline.ts'

type Input = { readonly query: { readonly language: Language; readonly search?: string | undefined } }
type Searched = { readonly article: StoredArticle; readonly title: string; readonly body: string; readonly passages: readonly string[] }

const searched = new Map<Language, readonly Searched[]>()
const excerptLength = 160

/** Needs nothing of the work: articles are files. */
export async function listArticles(_work: unknown, { query }: Input): Promise<{ articles: ArticleSummary[] }> {
  const words = folded(query.search ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return { articles: articlesIn(query.language).map((article) => summaryOf(article, null)) }
  const found = searchable(query.language).filter(({ title, body }) => words.every((word) => title.includes(word) || body.includes(word)))
  const inTitle = ({ title }: Searched) => words.filter((word) => title.includes(word)).length
  const best = found.toSorted((one, other) => inTitle(other) - inTitle(one))
  return { articles: best.map(({ article, passages }) => summaryOf(article, passageWith(words, passages))) }
}

function searchable(language: Language): readonly Searched[] {
  const entries = searched.get(language) ?? articlesIn(language).map(searchedOf)
  searched.set(language, entries)
  return entries
}

function searchedOf(article: StoredArticle): Searched {
  const passages = article.blocks.flatMap(passagesOf)
  const title = folded(`${article.title} ${article.aliases}`)
  return { article, title, body: folded([article.summary, ...passages].join('\n')), passages }
}

function passagesOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text]
    case 'paragraph':
    case 'note':
      return [plainText(block.content)]
    case 'steps':
      return block.items.flatMap(({ content, details }) => [content, ...details].map(plainText))
    case 'list':
      return block.items.map(plainText)
    case 'terms':
      return block.items.map(({ term, text }) => `${term}: ${text}`)
    case 'rights':
      return block.groups.flatMap(({ rights }) => rights.map(({ name, sentence }) => `${name}: ${sentence}`))
  }
}

function passageWith(words: readonly string[], passages: readonly string[]): string | null {
  const hits = (passage: string) => words.filter((word) => folded(passage).includes(word)).length
  const best = passages.reduce<string | null>((kept, passage) => (hits(passage) > (kept === null ? 0 : hits(kept)) ? passage : kept), null)
  return best !== null && best.length > excerptLength ? `${best.slice(0, excerptLength).trimEnd()}…` : best
}

function summaryOf({ slug, title, summary, audience }: StoredArticle, found: string | null): ArticleSummary {
  return { slug, title, summary, audience, found }
}

/** "Zürich" is found by "zurich"; writing "zuerich" finds it too, because both are folded the same way. */
function folded(text: string): string {
  const letters = text.toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replaceAll(/\p{M}/gu, '')
  return letters.replaceAll(/([aou])e/g, '$1')
}
