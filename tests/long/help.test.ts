// Every article that tells people what to do, done as it is written: a fifth of them in each language. `npm run help-videos` films it as well.
import { existsSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { languages } from '../../src/domain/language.ts'
import { articleSlugs } from '../../src/server/help/articles.ts'
import { launchBrowser } from '../browser.ts'
import { keepFilm, newReel } from '../guides/film.ts'
import { sectionsOf } from '../guides/guide.ts'
import { guides, triedElsewhere } from '../guides/guides.ts'
import { walkGuide } from '../guides/walk.ts'
import { givenGuideWorld } from '../guides/world.ts'
import { givenServer } from '../server.ts'

const published = new Map<string, string>()
const given = await givenServer({
  demo: true,
  published: { txt: async (name) => [published.get(name) ?? ''], file: async () => undefined },
})
const browser = await launchBrowser()
afterAll(() => browser.close())
const world = await givenGuideWorld(given, browser, published)

test('every numbered list of every article has its walk, with as many steps, in the same order, or a test of its own', () => {
  const written = articleSlugs.flatMap((slug) => sectionsOf('en', slug).map(({ id, steps }) => `${slug}#${id} ${steps.length}`))
  const walked = guides.flatMap(({ article, walks }) => walks.map(({ section, steps }) => `${article}#${section} ${steps.length}`))
  const here = written.filter((list) => triedElsewhere[list.split(' ')[0] ?? ''] === undefined)
  expect(walked.toSorted()).toEqual(here.toSorted())
  expect(written.length - here.length).toBe(Object.keys(triedElsewhere).length)
  expect(Object.values(triedElsewhere).filter((file) => !existsSync(file))).toEqual([])
})

/** Set by `npm run help-videos`. */
const { HELP_VIDEOS: videos, HELP_LANGUAGE: spoken } = process.env
const languageOf = (index: number) =>
  languages.find((language) => language === spoken) ?? languages[Math.floor((index * languages.length) / guides.length)] ?? 'en'

describe('what the article says can be done', () => {
  test.each(guides.map((guide, index) => ({ ...guide, language: languageOf(index) })))(
    '$article, in $language',
    async ({ language, ...guide }) => {
      const reel = videos === undefined ? undefined : newReel()
      await walkGuide(world, language, guide, reel?.filming)
      if (videos !== undefined && reel) await keepFilm(browser, videos, language, guide.article, reel.shots)
    },
  )
})
