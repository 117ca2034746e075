// What a help article tells people to do, as something that can be done: for each of its numbered lists a walk with one act a step.
import type { Page } from 'playwright-core'
import type { Language, Texts } from '../../src/locales/server-texts.ts'
import { articlesIn } from '../../src/server/help/articles.ts'
import type { Inline } from '../../src/server/help/contract.ts'
import type { Hand } from './hand.ts'
import type { GuideWorld, Who } from './world.ts'

export type At = {
  readonly page: Page
  readonly hand: Hand
  readonly t: Texts['t']
  readonly world: GuideWorld
  /** The words of the screen that the step names, in its order. */
  readonly words: readonly string[]
  /** Where the links of the step lead. */
  readonly links: readonly string[]
  /** Of two words that the step names, this one stands on another screen than the one that is walked. */
  readonly elsewhere: (...words: readonly (string | undefined)[]) => void
  /** The window of somebody else, who goes on from here. */
  readonly as: (who: Who, path?: string) => Promise<{ readonly page: Page; readonly hand: Hand }>
}
export type Act = (at: At) => Promise<unknown>
export type Walk = {
  /** The heading above the numbered list. */
  readonly section: string
  readonly who: Who
  /** Where it begins; without it, where the walk before ended. */
  readonly path?: string | ((world: GuideWorld) => string | Promise<string>)
  /** What others do beforehand. */
  readonly before?: (world: GuideWorld, language: Language) => Promise<unknown>
  readonly steps: readonly Act[]
}
export type Guide = { readonly article: string; readonly walks: readonly Walk[] }

export type WrittenStep = { readonly text: string; readonly words: readonly string[]; readonly links: readonly string[] }
export type WrittenSection = { readonly id: string; readonly title: string; readonly steps: readonly WrittenStep[] }

/** The numbered lists of an article, each with the heading it stands under. */
export function sectionsOf(language: Language, article: string): readonly WrittenSection[] {
  const { blocks } = articlesIn(language).find(({ slug }) => slug === article) ?? { blocks: [] }
  let heading = { id: '', text: '' }
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') heading = block
    return block.kind === 'steps'
      ? [{ id: heading.id, title: heading.text, steps: block.items.map(({ content }) => written(content)) }]
      : []
  })
}

function written(content: readonly Inline[]): WrittenStep {
  return {
    text: content.map(({ text }) => text).join(''),
    words: content.flatMap((part) => (part.kind === 'screen' ? [part.text] : [])),
    links: content.flatMap((part) => (part.kind === 'link' ? [part.href] : [])),
  }
}
