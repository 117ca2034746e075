// TABLE: what opens over the screens: menus, popovers, dialogs, drawers, messages. Each belongs to a screen of the other table and says how it is opened.
import type { Page } from 'playwright-core'
import type { Say, Screen } from './screens.ts'

type Opening = {
  readonly name: string
  /** The screen below it. */
  readonly over: string
  readonly shows: Screen['shows']
  readonly steps: (page: Page, t: Say) => Promise<void>
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).filter({ visible: true }).first()
const press = (key: string, values?: Parameters<Say>[1]) => async (page: Page, t: Say) => button(page, t(key, values)).click()
const choose = (key: string) => async (page: Page, t: Say) =>
  page
    .getByRole('menuitem', { name: t(key) })
    .first()
    .click()
const keys =
  (...pressed: readonly string[]) =>
  async (page: Page) => {
    for (const key of pressed) await page.keyboard.press(key)
  }
const inOrder =
  (...steps: readonly Opening['steps'][]): Opening['steps'] =>
  async (page, t) => {
    for (const step of steps) await step(page, t)
  }
const plainly = (name: string) => async (page: Page) => button(page, name).click()
const bakery = { customer: 'Bäckerei Zürcher GmbH' }
const ofTheBakery = press('requests.menu', bakery)
const selectAll: Opening['steps'] = async (page, t) =>
  (page.viewportSize()?.width ?? 0) < 704
    ? page
        .getByLabel(t('ui.select', { what: bakery.customer }))
        .first()
        .click()
    : page.getByLabel(t('managed-customers.select_near')).first().click()

const openings: readonly Opening[] = [
  { name: 'gallery-dialog', over: 'gallery', shows: () => 'Content of the dialog.', steps: plainly('Dialog') },
  { name: 'gallery-confirm', over: 'gallery', shows: () => 'End the partnership?', steps: plainly('Confirm dialog') },
  { name: 'gallery-drawer', over: 'gallery', shows: () => 'Content of the drawer.', steps: plainly('Drawer') },
  { name: 'gallery-popover', over: 'gallery', shows: () => 'Five rights', steps: plainly('Popover') },
  { name: 'gallery-menu', over: 'gallery', shows: () => 'End partnership', steps: plainly('Actions for Alpweb AG') },
  {
    ...{ name: 'gallery-messages', over: 'gallery', shows: () => 'The request was withdrawn.' },
    steps: inOrder(plainly('Toast'), plainly('News'), plainly('Problem toast')),
  },
  { name: 'switcher', over: 'customers', shows: (t) => t('shell.switcher.organisations'), steps: keys('Control+k') },
  {
    ...{ name: 'switcher-found', over: 'customers', shows: (t) => t('managed-customers.title') },
    steps: async (page, t) => {
      await page.keyboard.press('Control+k')
      await page.getByLabel(t('shell.switcher.search')).fill(t('managed-customers.title').slice(0, 3))
      await page.getByRole('listbox').getByRole('option').first().waitFor()
    },
  },
  { name: 'switcher-of-customer', over: 'overview', shows: () => 'Bäckerei Zürcher GmbH', steps: keys('Control+k') },
  { name: 'switcher-acting', over: 'acting', shows: (t) => t('shell.switcher.leaves', bakery), steps: keys('Control+k') },
  {
    name: 'person-menu',
    over: 'customers',
    shows: (t) => t('shell.person.sign_out'),
    steps: press('shell.person.menu', { name: 'Petra Frei' }),
  },
  {
    ...{ name: 'navigation', over: 'customers', shows: (t) => t('shell.nav.templates') },
    steps: async (page, t) => {
      if ((page.viewportSize()?.width ?? 0) < 1024) await press('shell.menu')(page, t)
    },
  },
  {
    ...{ name: 'customers-filter', over: 'customers', shows: (t) => t('statuses.declined') },
    steps: async (page, t) => {
      if ((page.viewportSize()?.width ?? 0) >= 704) return press('managed-customers.filter.status')(page, t)
      await press('managed-customers.filters', { count: 0 })(page, t)
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('managed-customers.filter.status') })
        .click()
    },
  },
  { name: 'customers-look', over: 'customers', shows: (t) => t('managed-customers.look.density'), steps: press('managed-customers.look') },
  { name: 'customers-views', over: 'customers', shows: (t) => t('views.all'), steps: press('views.title') },
  { name: 'customers-export', over: 'customers', shows: (t) => t('exports.menu.excel'), steps: press('exports.menu') },
  {
    ...{ name: 'customers-keys', over: 'customers', shows: (t) => t('managed-customers.keys.what') },
    steps: keys('?'),
  },
  { name: 'customers-selected', over: 'customers', shows: (t) => t('lists.with_selected'), steps: selectAll },
  {
    ...{ name: 'customers-ask-many', over: 'customers', shows: (t) => t('lists.ask.in_waves') },
    steps: inOrder(selectAll, press('lists.with_selected'), choose('lists.action.ask')),
  },
  { name: 'customer-menu', over: 'customers', shows: (t) => t('requests.menu.end'), steps: ofTheBakery },
  {
    ...{ name: 'customer-assign', over: 'customers', shows: (t) => t('assignments.people') },
    steps: inOrder(ofTheBakery, choose('requests.menu.assign')),
  },
  {
    ...{ name: 'customer-more', over: 'customers', shows: (t) => t('requests.more.title', { customer: 'Blumen Iseli' }) },
    steps: inOrder(press('requests.menu', { customer: 'Blumen Iseli' }), choose('requests.menu.more')),
  },
  {
    name: 'customer-notes',
    over: 'customer',
    shows: (t) => t('customer-profile.notes.save'),
    steps: press('customer-profile.notes.change'),
  },
  { name: 'acting-rights', over: 'acting', shows: (t) => t('shell.acting.recorded'), steps: press('shell.acting.what_may_i_do') },
  { name: 'record-new', over: 'domain', shows: (t) => t('products.record.ttl.hint'), steps: press('products.records.add') },
  { name: 'dispute', over: 'partner', shows: (t) => t('cases.dispute.what'), steps: press('cases.dispute') },
  { name: 'team-new', over: 'people', shows: (t) => t('people.teams.form'), steps: press('people.teams.create') },
  {
    ...{ name: 'cover', over: 'people', shows: (t) => t('people.cover.what', { name: 'Anna Keller' }) },
    steps: inOrder(press('people.colleagues.actions', { name: 'Anna Keller' }), choose('people.cover')),
  },
  {
    ...{ name: 'off-board', over: 'people', shows: (t) => t('people.leave.what', { name: 'Anna Keller' }) },
    steps: inOrder(press('people.colleagues.actions', { name: 'Anna Keller' }), choose('people.leave')),
  },
  { name: 'member-invite', over: 'members', shows: (t) => t('members.invite.lead'), steps: press('members.invite') },
  {
    name: 'partner-preview',
    over: 'partner',
    shows: (t) => t('preview.title', { partner: 'Alpweb AG' }),
    steps: press('preview.open', { partner: 'Alpweb AG' }),
  },
  {
    ...{ name: 'customer-resend', over: 'customers', shows: (t) => t('requests.resend.confirm') },
    steps: inOrder(press('requests.menu', { customer: 'Müller Söhne AG' }), choose('requests.menu.resend')),
  },
  { name: 'contact', over: 'settings', shows: (t) => t('organisation.street'), steps: press('common.change') },
]

export const openedOver = (screens: readonly Screen[]): readonly Screen[] =>
  openings.map(({ over, ...opening }) => {
    const below = screens.find(({ name }) => name === over)
    if (!below) throw new Error(`${opening.name} opens over ${over}, which is no screen`)
    const steps: Opening['steps'] = async (page, t) => {
      await page.getByText(below.shows(t)).filter({ visible: true }).first().waitFor()
      await below.steps?.(page, t)
      await opening.steps(page, t)
    }
    return { ...below, ...opening, steps }
  })
