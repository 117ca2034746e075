// Walks the numbered lists of an article as they are written, and looks for every word of the screen that they name.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { type Language, textsFor } from '../../src/locales/server-texts.ts'
import { type At, type Guide, sectionsOf, type Walk, type WrittenSection, type WrittenStep } from './guide.ts'
import { asSpoken, type Film, Hand } from './hand.ts'
import type { GuideWorld } from './world.ts'

export type Filming = (section: WrittenSection, step: number) => Film

/** Each walk in turn; fails where the article and the product differ. */
export async function walkGuide(world: GuideWorld, language: Language, { article, walks }: Guide, filming?: Filming): Promise<void> {
  const sections = sectionsOf(language, article)
  for (const walk of walks) {
    const section = sections.find(({ id }) => id === walk.section)
    if (!section) throw new Error(`${article} has no numbered list under #${walk.section}`)
    await walkSection(world, language, walk, section, filming)
  }
}

async function walkSection(world: GuideWorld, language: Language, walk: Walk, section: WrittenSection, filming?: Filming): Promise<void> {
  await walk.before?.(world, language)
  const path = typeof walk.path === 'function' ? await walk.path(world) : walk.path
  const page = await world.windowOf(walk.who, language, path)
  const { t } = textsFor(language)
  for (const [index, act] of walk.steps.entries()) {
    const step = section.steps[index]
    if (!step) throw new Error(`#${section.id} has no step ${index + 1}`)
    const film = filming?.(section, index)
    const hand = new Hand(page, film)
    const before = await wordsOn(page)
    const pages = [page]
    const as: At['as'] = async (who, to) => {
      const other = await world.windowOf(who, language, to)
      pages.push(other)
      return { page: other, hand: new Hand(other, film, hand.used) }
    }
    const elsewhere: At['elsewhere'] = (...words) => {
      for (const word of words) if (word !== undefined) hand.used.add(word)
    }
    try {
      await act({ page, hand, t, world, words: step.words, links: step.links, elsewhere, as })
      await expectSeen(step, hand, async () => [before, ...(await Promise.all(pages.map(wordsOn)))])
    } catch (failure) {
      const why = failure instanceof Error ? failure.message : String(failure)
      throw new Error(`Step ${index + 1} of #${section.id}, “${step.text}”, cannot be done as it is written: ${why}`, { cause: failure })
    }
  }
  await filming?.(section, walk.steps.length - 1)(page, undefined, 'look')
}

/** What the hand did not touch stands on the page, before or after. */
async function expectSeen({ words }: WrittenStep, hand: Hand, seen: () => Promise<readonly string[]>): Promise<void> {
  const left = words.filter((word) => !hand.used.has(word))
  if (left.length === 0) return
  await expect
    .poll(
      async () => {
        const lines = (await seen()).flatMap((text) => text.split('\n'))
        return left.filter((word) => !lines.some((line) => asSpoken(word).test(line.trim())))
      },
      { timeout: 10_000 },
    )
    .toEqual([])
}

async function wordsOn(page: Page): Promise<string> {
  const named = await page.evaluate(() =>
    [...document.querySelectorAll('[aria-label], [placeholder], [title]')].flatMap((element) =>
      ['aria-label', 'placeholder', 'title'].map((name) => element.getAttribute(name) ?? ''),
    ),
  )
  // biome-ignore lint/performance/useDomNodeTextContent: what is not laid out cannot be read
  return [await page.locator('body').innerText(), ...named].join('\n')
}
