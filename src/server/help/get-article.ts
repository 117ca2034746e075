// Reads one help article, with its film if there is one.
import { Refusal } from '../../domain/refusal.ts'
import type { Language } from '../../locales/server-texts.ts'
import { LaterAnswer } from '../endpoint.ts'
import { articlesIn, type StoredArticle } from './articles.ts'
import type { Article } from './contract.ts'
import { findVideo } from './help-videos.ts'

type Input = { readonly params: { readonly slug: string }; readonly query: { readonly language: Language } }

/** Needs nothing of the work: articles are files. */
export async function getArticle(_work: unknown, { params, query }: Input): Promise<LaterAnswer<Article>> {
  const article = storedArticle(query.language, params.slug)
  return new LaterAnswer(async ({ config }) => shownArticle(article, findVideo(config.dataDirectory, article)))
}

export function storedArticle(language: Language, slug: string): StoredArticle {
  const found = articlesIn(language).find((article) => article.slug === slug)
  if (!found) throw new Refusal('not_found')
  return found
}

export function shownArticle({ aliases: _aliases, related, ...article }: StoredArticle, video: Article['video']): Article {
  const others = articlesIn(article.language).filter(({ slug }) => related.includes(slug))
  return { ...article, video, related: others.map(({ slug, title }) => ({ slug, title })) }
}
