// What axe finds on a page that breaks WCAG 2.2 AA, one line for each rule and place.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** They hand the focus on at once, so that nobody ever stands on them; the library of what floats keeps the focus inside by them. */
const handsOn = '[data-base-ui-focus-guard]'

type Axe = { readonly axe: { readonly run: (of: object, how: object) => Promise<Found> } }
type Fault = { html: string; target: readonly unknown[]; failureSummary?: string }
type Found = { readonly violations: readonly { id: string; help: string; nodes: readonly Fault[] }[] }

/** `rules`: only these, where a page of one kind is looked at many times. */
export async function violationsOf(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const has = await page.evaluate(() => 'axe' in globalThis)
  if (!has) await page.evaluate(source)
  const { violations } = await page.evaluate(
    ([runOnly, exclude]) => (globalThis as never as Axe).axe.run({ exclude }, { runOnly, resultTypes: ['violations'] }),
    [rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags }, [handsOn]] as const,
  )
  const found: string[] = []
  for (const { id, help, nodes } of violations)
    for (const { html, target, failureSummary = '' } of nodes)
      if (id !== 'target-size' || (await isSmallWhereOneGoes(page, target)))
        found.push(`${id}: ${help}\n    ${html.slice(0, 240)}\n    ${failureSummary.split('\n').slice(1).join(' ').trim()}`)
  return found
}

/** A bar that stays covers half of what happens to scroll by. Too small is what still is so where the page comes to stand when one goes there. */
function isSmallWhereOneGoes(page: Page, target: readonly unknown[]): Promise<boolean> {
  return page.evaluate(async (selector) => {
    const { scrollX, scrollY } = globalThis
    document.querySelector(selector)?.scrollIntoView({ block: 'nearest' })
    const { violations } = await (globalThis as never as Axe).axe.run(
      { include: [selector] },
      { runOnly: { type: 'rule', values: ['target-size'] }, resultTypes: ['violations'] },
    )
    scrollTo(scrollX, scrollY)
    return violations.length > 0
  }, String(target[0]))
}
