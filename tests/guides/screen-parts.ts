// Parts of the screens that several articles speak of.
import type { Locator, Page } from 'playwright-core'
import type { At } from './guide.ts'
import { literally } from './hand.ts'

/** What stands before the page; a short message at its edge, which is a dialog too, does not. */
export const dialogOn = (page: Page): Locator => page.locator(':is([role=dialog], [role=alertdialog]):not([aria-modal=false])')
export const inDialog = ({ page }: At): Locator => dialogOn(page)

/** A right in the list of rights to ask for. */
export const rightBox = ({ page, t }: At, id: string): Locator =>
  page.getByRole('checkbox', { name: new RegExp(`^${literally(t(`rights.${id}.name`))}`) }).first()

/** The ⋮ at the end of a customer's row. */
export const menuOf = ({ page, t }: At, customer: string): Locator =>
  page.getByRole('row', { name: new RegExp(literally(customer)) }).getByRole('button', { name: t('requests.menu', { customer }) })

/** The account switcher: the words of its tabs begin what lies under it too, so it is waited for. */
export async function openSwitcher({ hand, page, t }: At): Promise<void> {
  await hand.press(t('shell.switcher.open', { name: 'Alpweb AG' }))
  await dialogOn(page).getByRole('button').first().waitFor()
}

/** Presses the button of a dialog that the step names, which has the name of what opened it, and waits until it is done. */
export async function confirmIn(at: At, word: string | undefined): Promise<void> {
  at.elsewhere(word)
  await at.hand.press(inDialog(at).getByRole('button', { name: word ?? '', exact: true }))
  await inDialog(at).waitFor({ state: 'detached' })
}
