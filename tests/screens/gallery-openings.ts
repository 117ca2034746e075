// What the gallery shows only once it is opened, each in a picture of its own.
import type { Locator, Page } from 'playwright-core'

export type Opened = {
  /** As a specimen of the gallery. */
  readonly name: string
  readonly open: (page: Page) => Promise<void>
  readonly shown: string
  /** Whatever is pressed: the last one. */
  readonly staysOpen?: boolean
}

/** All that floats has the one shadow. */
const floating = 'body > :not(#root) .shadow-float'

export const galleryOpenings: readonly Opened[] = [
  { name: 'Menu, opened', open: press('Actions for Alpweb AG'), shown: floating },
  { name: 'Menu with choices, opened', open: press('Anna Keller'), shown: floating },
  { name: 'Filter menu, opened', open: press(/^Status/), shown: floating },
  { name: 'Select, opened', open: pick('Person'), shown: floating },
  { name: 'Combobox, opened', open: pick('Country'), shown: floating },
  { name: 'Combobox, nothing found', open: type('Country of the branch', 'xyz'), shown: floating },
  { name: 'Dialog, opened', open: press('Dialog'), shown: floating },
  { name: 'Long dialog, opened', open: press('Long dialog'), shown: floating },
  { name: 'Confirm dialog, opened', open: press('Confirm dialog'), shown: floating },
  { name: 'Drawer, opened', open: press('Drawer'), shown: floating },
  { name: 'Popover, opened', open: press('Popover'), shown: floating },
  {
    name: 'Toasts',
    open: async (page) => {
      for (const kind of ['Toast', 'News', 'Problem toast']) await press(kind)(page)
    },
    shown: 'section[aria-live="polite"]',
    staysOpen: true,
  },
]

/** The pointer does not stay over what has come. */
async function click(control: Locator): Promise<void> {
  await control.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  await control.click()
  await control.page().mouse.move(0, 0)
}

function press(name: string | RegExp): Opened['open'] {
  return (page) => click(page.getByRole('button', { name, exact: true }).first())
}

function pick(label: string): Opened['open'] {
  return (page) => click(page.getByRole('combobox', { name: label }).first())
}

function type(label: string, text: string): Opened['open'] {
  return async (page) => {
    const field = page.getByRole('combobox', { name: label }).first()
    await click(field)
    await field.fill(text)
  }
}
