// The films of the articles: recorded by `npm run help-videos` into the data directory, served as files, shown only while they tell what the article says.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { StoredArticle } from './articles.ts'
import type { Article } from './contract.ts'
import { plainText } from './parse-inline.ts'

/** What stands beside a film, as JSON. */
export const filmed = z.strictObject({
  /** The fingerprint of the steps that were filmed. */
  steps: z.string(),
  seconds: z.number(),
  chapters: z.array(z.strictObject({ id: z.string(), at: z.number() })),
})
export type Filmed = z.infer<typeof filmed>

export const videosDirectory = (dataDirectory: string) => path.join(dataDirectory, 'help-videos')

/** Changes with every word of a step. */
export function stepsFingerprint({ blocks }: Pick<StoredArticle, 'blocks'>): string {
  const steps = blocks.flatMap((block) => (block.kind === 'steps' ? block.items.map(({ content }) => plainText(content)) : []))
  return createHash('sha256').update(JSON.stringify(steps)).digest('hex').slice(0, 16)
}

/** Null when there is none, or when the article has changed since. */
export function findVideo(dataDirectory: string, article: StoredArticle): Article['video'] {
  const file = `${article.language}/${article.slug}`
  const found = read(path.join(videosDirectory(dataDirectory), `${file}.json`))
  if (found === undefined || found.steps !== stepsFingerprint(article)) return null
  const at = (ending: string) => `/help-videos/${file}.${ending}?${found.steps}`
  return { video: at('webm'), captions: at('vtt'), poster: at('jpg'), seconds: found.seconds, chapters: found.chapters }
}

export function serveHelpVideos(http: FastifyInstance, dataDirectory: string): void {
  const root = videosDirectory(dataDirectory)
  try {
    mkdirSync(root, { recursive: true })
  } catch {
    return // nothing can be kept there, so nothing is there
  }
  http.register(fastifyStatic, { root, prefix: '/help-videos/', decorateReply: false, index: false, maxAge: '1d' })
}

function read(file: string): Filmed | undefined {
  try {
    return filmed.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}
