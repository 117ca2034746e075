// The hand that follows an article: it finds what it shall press by the words that the article says, and tells a film, if there is one, where it is.
import type { Locator, Page } from 'playwright-core'

type Role = Parameters<Page['getByRole']>[0]
const pressable: readonly Role[] = [
  ...([
    'button',
    'link',
    'menuitem',
    'menuitemcheckbox',
    'menuitemradio',
    'tab',
    'radio',
    'checkbox',
    'switch',
    'option',
    'combobox',
  ] as const),
]

const soon = { timeout: 10_000 }
const isTooLate = (failure: unknown): boolean => failure instanceof Error && failure.message.startsWith('locator.evaluate: Timeout')

/** Sees what the hand is about to do, before it does it. */
export type Film = (page: Page, target: Locator | undefined, act: 'press' | 'type' | 'look') => Promise<void>

export class Hand {
  readonly #page: Page
  readonly #film: Film | undefined
  /** The words that were used so far in this step. */
  readonly used: Set<string>

  constructor(page: Page, film: Film | undefined, used: Set<string> = new Set()) {
    this.#page = page
    this.#film = film
    this.used = used
  }

  /** A button, a link, a choice: by its words, or named exactly. */
  async press(what: string | RegExp | Locator | undefined): Promise<void> {
    // What is counted meanwhile is called otherwise a moment later.
    await this.#press(what).catch((failure: unknown) => (isTooLate(failure) ? this.#press(what) : Promise.reject(failure)))
  }

  async #press(what: string | RegExp | Locator | undefined): Promise<void> {
    const target = await this.#find(what)
    await this.#film?.(this.#page, target, 'press')
    const isChoice = await target.evaluate((element) => element.matches('input[type=radio], input[type=checkbox]'), undefined, soon)
    if (!isChoice) return target.click()
    // Lists move while their rows come: first as a hand would, at rest and on top.
    await target.check(soon).catch(() => target.check({ force: true }))
  }

  async type(field: string | Locator, text: string): Promise<void> {
    const target =
      typeof field === 'string'
        ? this.#page
            .getByLabel(field, { exact: true })
            .and(this.#page.locator('input:not([type=radio], [type=checkbox]), textarea'))
            .first()
        : field
    await target.waitFor()
    await this.#film?.(this.#page, target, 'type')
    await target.fill(text)
  }

  /** Opens a choice and takes what is called so, or the first one. */
  async choose(field: string | Locator, option?: string | RegExp): Promise<void> {
    await this.press(field)
    const offered = this.#page
      .getByRole('listbox')
      .getByRole('option', option === undefined ? {} : { name: option })
      .first()
    await this.press(offered)
    // What comes meanwhile may move the list away while it is pressed.
    await offered.waitFor({ state: 'hidden', ...soon }).catch(() => offered.click())
  }

  /** Waits until it is there, and points at it. */
  async see(what: string | RegExp | Locator | undefined): Promise<void> {
    const target =
      typeof what === 'object' && 'waitFor' in what ? what : this.#page.getByText(this.#spoken(what)).filter({ visible: true }).first()
    await target.waitFor()
    await this.#film?.(this.#page, target, 'look')
  }

  async open(address: string): Promise<void> {
    await this.#page.goto(new URL(address, this.#page.url()).href)
    await this.#page.getByRole('heading', { level: 1 }).first().waitFor()
    await this.#film?.(this.#page, undefined, 'look')
  }

  async key(name: string): Promise<void> {
    await this.#page.keyboard.press(name)
  }

  /** Of several that begin with the words, the one that is called exactly so; and what opened over the page before what lies under it. */
  async #find(what: string | RegExp | Locator | undefined): Promise<Locator> {
    if (typeof what === 'object' && 'waitFor' in what) return what
    const spoken = this.#spoken(what)
    const exactly = new RegExp(`${spoken.source}$`, spoken.flags)
    const named = (place: Page | Locator, name: RegExp) =>
      pressable
        .map((role) => place.getByRole(role, { name }))
        .reduce((one, other) => one.or(other))
        .filter({ visible: true })
    await named(this.#page, spoken).first().waitFor()
    const above = this.#page.locator('[data-base-ui-portal]')
    for (const found of [named(above, exactly), named(above, spoken), named(this.#page, exactly)]) {
      if ((await found.count()) > 0) return found.first()
    }
    return named(this.#page, spoken).first()
  }

  #spoken(what: string | RegExp | undefined): RegExp {
    if (what === undefined) throw new Error('The step of the article does not name this word')
    if (typeof what !== 'string') return what
    this.used.add(what)
    return asSpoken(what)
  }
}

/** The words of an article as they may stand on the screen: other numbers, anything for “…”, and a space of any kind for a space. */
export function asSpoken(words: string): RegExp {
  const parts = words
    .split(/(\d+|…)/)
    .map((part) =>
      /^\d+$/.test(part) ? '[\\d.’\\u202f\\u00a0]+' : part === '…' ? '.*' : literally(part).replaceAll(/\s/g, String.raw`\s`),
    )
  return new RegExp(`^\\s*${parts.join('')}`, 'u')
}

/** As a part of a regular expression that stands for itself. */
export function literally(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)
}
