// Reads one help article.
import { Refusal } from '../../domain/refusal.ts'
import type { Language } from '../../locales/server-texts.ts'
import { articlesIn } from './articles.ts'
import type { Article } from './contract.ts'

type Input = { readonly params: { readonly slug: string }; readonly query: { readonly language: Language } }

/** Needs nothing of the work: articles are files. */
export async function getArticle(_work: unknown, { params, query }: Input): Promise<Article> {
  const articles = articlesIn(query.language)
  const found = articles.find(({ slug }) => slug === params.slug)
  if (!found) throw new Refusal('not_found')
  const { aliases: _aliases, related, ...article } = found
  return { ...article, related: articles.filter(({ slug }) => related.includes(slug)).map(({ slug, title }) => ({ slug, title })) }
}
