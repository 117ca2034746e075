// What a picture of a mail would show to be wrong: wider than its window, a word cut or broken, words too pale, a button too small for a thumb,
// a link that leads nowhere from a mail program, the wrong language for whoever has it read aloud.
import type { Page } from 'playwright-core'
import { type Language, textsFor } from '../../src/locales/server-texts.ts'
import { violationsOf } from './axe.ts'
import { overhang } from './gazing.ts'

const leastTarget = 44
/** Of WCAG 2.2 AA, what a document without controls, pictures and scripts can break. */
const rules = [
  'color-contrast',
  'document-title',
  'html-has-lang',
  'html-lang-valid',
  'link-in-text-block',
  'link-name',
  'list',
  'listitem',
  'meta-viewport',
]

export async function mailFaultsOf(page: Page, language: Language): Promise<readonly string[]> {
  const over = await overhang(page)
  const { lang, button, links, cut, broken } = await page.evaluate(lookAtMail)
  const { locale } = textsFor(language)
  return [
    ...(over > 0 ? [`${over} px wider than its window`] : []),
    ...(lang === locale ? [] : [`says it is in ${lang}, and is in ${locale}`]),
    ...(button !== undefined && button < leastTarget ? [`its button is ${button} px high`] : []),
    ...links.filter((href) => !/^https?:\/\//.test(href)).map((href) => `a link that is no address: ${href}`),
    ...cut.map((words) => `cut: ${words}`),
    ...broken.map((word) => `broken within a word: ${word}`),
    ...(await violationsOf(page, rules)),
  ]
}

/** Runs in the page. */
function lookAtMail() {
  const shown = [...document.querySelectorAll<HTMLElement>('body *')].filter((one) => one.getClientRects().length > 0)
  const texts = shown.flatMap((one) => [...one.childNodes].filter((node): node is Text => node instanceof Text))
  const isOwnAddress = (text: Text) => /^\s*https?:\/\//.test(text.data)
  const button = document.querySelector('.button a')?.getBoundingClientRect().height
  return {
    lang: document.documentElement.lang,
    button,
    links: [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? ''),
    cut: shown
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')
      .map((one) => one.textContent.trim().slice(0, 80)),
    broken: texts.filter((text) => !isOwnAddress(text)).flatMap(brokenIn),
  }

  /** Words that stand on two lines without a place in them at which one may part them. */
  function brokenIn(text: Text): string[] {
    return [...text.data.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ 0: word, index }) => {
      const range = document.createRange()
      range.setStart(text, index)
      range.setEnd(text, index + word.length)
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
      return lines.size > 1 ? [word] : []
    })
  }
}
