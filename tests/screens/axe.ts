// What axe finds on a page that breaks WCAG 2.2 AA, one line for each rule and place.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** They hand the focus on at once, so that nobody ever stands on them; the library of what floats keeps the focus inside by them. */
const handsOn = '[data-base-ui-focus-guard]'

type Axe = { readonly axe: { readonly run: (of: object, how: object) => Promise<unknown> } }
type Found = { readonly violations: readonly { id: string; help: string; nodes: readonly { html: string; failureSummary?: string }[] }[] }

/** `rules`: only these, where a page of one kind is looked at many times. */
export async function violationsOf(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const has = await page.evaluate(() => 'axe' in globalThis)
  if (!has) await page.evaluate(source)
  const found = (await page.evaluate(
    ([runOnly, exclude]) => (globalThis as never as Axe).axe.run({ exclude }, { runOnly, resultTypes: ['violations'] }),
    [rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags }, [handsOn]] as const,
  )) as Found
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ html, failureSummary = '' }) =>
        `${id}: ${help}\n    ${html.slice(0, 240)}\n    ${failureSummary.split('\n').slice(1).join(' ').trim()}`,
    ),
  )
}
