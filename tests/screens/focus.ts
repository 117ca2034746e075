// Walks through a page with the Tab key as somebody without a mouse does: each stop must show that it has the focus, be seen whole enough, and be
// at least 24 px large, unless it is a link within a sentence or a cell (WCAG 2.2: 2.4.7, 2.4.11, 2.5.8).
import type { Page } from 'playwright-core'

const mostStops = 120

export async function focusFaultsOf(page: Page): Promise<readonly string[]> {
  const faults: string[] = []
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  const seen = new Set<string>()
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press('Tab')
    const { at, fault } = await page.evaluate(lookAtFocus)
    if (at === '' || seen.has(at)) break
    seen.add(at)
    if (fault !== '') faults.push(fault)
  }
  return faults
}

/** Runs in the page. `at` tells the stop apart from others; it is empty when the focus left the page. */
function lookAtFocus(): { at: string; fault: string } {
  const focused = document.activeElement
  if (!(focused instanceof HTMLElement) || focused === document.body) return { at: '', fault: '' }
  const marked = window as unknown as { stops?: number }
  marked.stops = (marked.stops ?? 0) + 1
  focused.dataset['stop'] ??= String(marked.stops)
  // Around what floats there are guards that pass the focus on at once.
  if (focused.dataset['baseUiFocusGuard'] !== undefined) return { at: focused.dataset['stop'], fault: '' }
  // A control and its label are one target; what is drawn stands beside a hidden input.
  const drawn = focused.matches('input[type=checkbox], input[type=radio]') ? focused.parentElement : null
  const shown = focused.closest('label') ?? drawn ?? focused
  const box = shown.getBoundingClientRect()
  const ring = [focused, shown, focused.parentElement].some((one) => {
    const style = one && getComputedStyle(one)
    return style && ((style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none')
  })
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
  const top = document.elementFromPoint(x, y)
  const isHidden = top === null || !(shown.contains(top) || top.contains(shown))
  const isInSentence = focused.tagName === 'A' && focused.closest('p, li, output, dd, [role=cell], [role=rowheader]') !== null
  const isSmall = !isInSentence && (box.width < 24 || box.height < 24)
  const name = focused.outerHTML.slice(0, 160)
  const wrong = [
    !ring && 'no ring',
    isHidden && `hidden at ${Math.round(x)}, ${Math.round(y)}`,
    isSmall && `${Math.round(box.width)} × ${Math.round(box.height)} px`,
  ]
  const said = wrong.filter(Boolean).join(', ')
  return { at: focused.dataset['stop'], fault: said === '' ? '' : `${said}\n    ${name}` }
}
