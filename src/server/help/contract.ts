// Help articles as data: parsed into blocks on the server, so that the web draws elements and never markup.
import { z } from 'zod'
import { languages } from '../../domain/language.ts'

const audience = z.enum(['everybody', 'partner', 'customer', 'operator'])

const inline = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  /** Exactly the words of a button, a menu or a column. */
  z.strictObject({ kind: z.literal('screen'), text: z.string() }),
  z.strictObject({ kind: z.literal('strong'), text: z.string() }),
  z.strictObject({ kind: z.literal('code'), text: z.string() }),
  /** `href` is a path of this site or an anchor of this page. */
  z.strictObject({ kind: z.literal('link'), text: z.string(), href: z.string() }),
])

const listedRight = z.strictObject({
  id: z.string(),
  name: z.string(),
  sentence: z.string(),
  /** Why it is sensitive, in a word; null when it is not. */
  sensitive: z.string().nullable(),
  /** The names of the presets that contain it. */
  presets: z.array(z.string()),
})

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), id: z.string(), text: z.string() }),
  z.strictObject({ kind: z.literal('paragraph'), content: z.array(inline) }),
  z.strictObject({ kind: z.literal('note'), content: z.array(inline) }),
  z.strictObject({
    kind: z.literal('steps'),
    items: z.array(z.strictObject({ content: z.array(inline), details: z.array(z.array(inline)) })),
  }),
  z.strictObject({ kind: z.literal('list'), items: z.array(z.array(inline)) }),
  z.strictObject({ kind: z.literal('terms'), items: z.array(z.strictObject({ id: z.string(), term: z.string(), text: z.string() })) }),
  z.strictObject({ kind: z.literal('rights'), groups: z.array(z.strictObject({ title: z.string(), rights: z.array(listedRight) })) }),
])

const summary = { slug: z.string(), title: z.string(), summary: z.string(), audience }
const language = z.enum(languages)

/** GET /api/help: every article, or those that hold all words of the search, best first, with the place where they were found. */
export const listArticlesContract = {
  query: z.strictObject({ language, search: z.string().max(200).optional() }),
  answer: z.strictObject({ articles: z.array(z.strictObject({ ...summary, found: z.string().nullable() })) }),
  summary: 'Lists or searches the help articles.',
}

/** GET /api/help/{slug}: one article. Problem: `not_found`. */
export const getArticleContract = {
  params: z.strictObject({ slug: z.string().regex(/^[a-z0-9-]{1,60}$/) }),
  query: z.strictObject({ language }),
  answer: z.strictObject({
    ...summary,
    language,
    blocks: z.array(block),
    /** The steps as a film, without sound; null where none was recorded. Addresses are paths of this site; `captions` are the steps as WebVTT. */
    video: z
      .strictObject({
        video: z.string(),
        captions: z.string(),
        poster: z.string(),
        seconds: z.number(),
        /** Where in the film, in seconds, the steps under a heading begin. */
        chapters: z.array(z.strictObject({ id: z.string(), at: z.number() })),
      })
      .nullable(),
    related: z.array(z.strictObject({ slug: z.string(), title: z.string() })),
  }),
  summary: 'Reads a help article.',
}

export type Inline = z.infer<typeof inline>
export type Block = z.infer<typeof block>
export type BlockOf<Kind extends Block['kind']> = Extract<Block, { readonly kind: Kind }>
export type ArticleSummary = z.infer<typeof listArticlesContract.answer>['articles'][number]
export type Article = z.infer<typeof getArticleContract.answer>
