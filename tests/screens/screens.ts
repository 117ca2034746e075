// TABLE: every screen of the application: its route, its place in the story, who looks at it, and what they must see.
import type { Page } from 'playwright-core'
import type { Texts } from '../../src/locales/server-texts.ts'
import { openedOver } from './opened.ts'
import type { World } from './world.ts'

export type Say = Texts['t']
export type Screen = {
  readonly name: string
  /** As in src/web/routes.tsx; several screens may belong to one. */
  readonly route: string
  /** Nobody is signed in without it. */
  readonly as?: string
  readonly path: (ids: World['ids']) => string
  /** A text that stands on it when it is there. */
  readonly shows: (t: Say) => string
  /** What one does there before it is the screen that is meant. */
  readonly steps?: (page: Page, t: Say) => Promise<void>
}

const petra = 'Petra Frei'
const anna = 'Anna Keller'
const ursula = 'Ursula Zürcher'
const nora = 'Nora Imhof'

const press =
  (key: string, values?: Record<string, string>) =>
  async (page: Page, t: Say): Promise<void> =>
    page
      .getByRole('button', { name: t(key, values), exact: true })
      .first()
      .click()

const outside: readonly Screen[] = [
  { name: 'sign-in', route: '/sign-in', path: () => '/sign-in', shows: (t) => t('sign-in.title') },
  {
    ...{ name: 'sign-in-password', route: '/sign-in', path: () => '/sign-in', shows: (t) => t('sign-in.code_instead') },
    steps: async (page, t) => {
      await page.getByLabel(t('common.email')).fill('petra.frei@alpweb.example')
      await page.keyboard.press('Enter')
    },
  },
  { name: 'help', route: '/help', path: () => '/help', shows: (t) => t('help.title') },
  { name: 'help-article', route: '/help/$article', path: () => '/help/add-customer', shows: (t) => t('common.add_customer') },
  { name: 'help-missing', route: '/help/$article', path: () => '/help/nothing', shows: (t) => t('help.missing') },
  { name: 'join', route: '/join/$token', path: ({ join }) => `/join/${join}`, shows: () => 'Alpweb AG' },
  { name: 'join-unknown', route: '/join/$token', path: () => '/join/nothing', shows: (t) => t('sign-in.join.unknown.title') },
  { name: 'gallery', route: '/gallery', path: () => '/gallery', shows: () => 'Gallery' },
  { name: 'nothing-here', route: '/nothing', path: () => '/nothing', shows: (t) => t('shell.not_found.title') },
]

const consent = '/r/$token'
const request: readonly Screen[] = [
  {
    name: 'request-before',
    route: consent,
    path: ({ waiting }) => `/r/${waiting}`,
    shows: (t) => t('consent.asks', { partner: 'Alpweb AG' }),
  },
  {
    ...{ name: 'request-code', route: consent, path: ({ waiting }) => `/r/${waiting}`, shows: (t) => t('consent.code_label') },
    steps: (page) => page.locator('main button').first().click(),
  },
  {
    name: 'request',
    route: consent,
    as: 'Pia Stäubli',
    path: (to) => `/r/${to.request}`,
    shows: (t) => t('consent.what', { partner: 'Alpweb AG' }),
  },
  {
    ...{
      name: 'request-report',
      route: consent,
      as: 'Pia Stäubli',
      path: (to) => `/r/${to.request}`,
      shows: (t) => t('consent.report.what'),
    },
    steps: press('common.report_request'),
  },
  {
    ...{
      name: 'request-pass-on',
      route: consent,
      as: 'Pia Stäubli',
      path: (to) => `/r/${to.request}`,
      shows: (t) => t('consent.pass_on.title'),
    },
    steps: press('common.pass_on'),
  },
  {
    name: 'request-later',
    route: consent,
    as: 'Pia Stäubli',
    path: (to) => `/r/${to.request}`,
    shows: (t) => t('consent.later.title'),
    steps: press('common.decide_later'),
  },
  {
    name: 'request-other-address',
    route: consent,
    as: ursula,
    path: (to) => `/r/${to.request}`,
    shows: (t) => t('consent.other_address.title'),
  },
  {
    name: 'request-withdrawn',
    route: consent,
    path: ({ withdrawn }) => `/r/${withdrawn}`,
    shows: (t) => t('consent.closed.withdrawn.title', { partner: 'Alpweb AG' }),
  },
  { name: 'request-unknown', route: consent, path: () => '/r/nothing', shows: (t) => t('consent.unknown.title') },
]

const person: readonly Screen[] = [
  { name: 'home', route: '/', as: ursula, path: () => '/', shows: (t) => t('shell.overview.title') },
  { name: 'go-manager', route: '/go/manager', as: ursula, path: () => '/go/manager', shows: (t) => t('shell.overview.title') },
  {
    name: 'go-customers',
    route: '/go/managed-customers',
    as: petra,
    path: () => '/go/managed-customers',
    shows: (t) => t('managed-customers.title'),
  },
  { name: 'signed-in-already', route: '/sign-in', as: ursula, path: () => '/sign-in', shows: (t) => t('sign-in.already.title') },
  {
    name: 'new-organisation',
    route: '/organisations/new',
    as: ursula,
    path: () => '/organisations/new',
    shows: (t) => t('sign-in.organisation.title'),
  },
  { name: 'account', route: '/account', as: ursula, path: () => '/account', shows: (t) => t('account.sessions.title') },
  { name: 'mails', route: '/account/mails', as: petra, path: () => '/account/mails', shows: (t) => t('mail-choices.partner') },
]

const own = '/o/$organisation'
const at = (
  route: string,
  name: string,
  path: (ids: World['ids']) => string,
  shows: Screen['shows'],
  more: Partial<Screen> = {},
): Screen => ({
  ...{ name, route: `${own}${route}`, as: petra, path, shows, ...more },
})
const reseller: readonly Screen[] = [
  at(
    '/',
    'partner-overview',
    ({ alpweb }) => `/o/${alpweb}`,
    (t) => t('shell.overview.title'),
  ),
  at(
    '/customers',
    'customers',
    ({ alpweb }) => `/o/${alpweb}/customers`,
    () => 'Bäckerei Zürcher GmbH',
  ),
  at(
    '/customers',
    'customers-as-collaborator',
    ({ alpweb }) => `/o/${alpweb}/customers`,
    () => 'Bäckerei Zürcher GmbH',
    { as: anna },
  ),
  at(
    '/customers',
    'customers-none',
    ({ newPartner }) => `/o/${newPartner}/customers`,
    (t) => t('managed-customers.empty.title'),
    { as: 'Noa Brändli' },
  ),
  at(
    '/customers',
    'customers-none-found',
    ({ alpweb }) => `/o/${alpweb}/customers?search=xyzxyz`,
    (t) => t('managed-customers.none_found.title'),
  ),
  at(
    '/customers',
    'customers-not-a-partner',
    ({ bakery }) => `/o/${bakery}/customers`,
    (t) => t('managed-customers.not_partner.title'),
    { as: ursula },
  ),
  at(
    '/customers/new',
    'add-customer',
    ({ alpweb }) => `/o/${alpweb}/customers/new`,
    (t) => t('add-customer.who.title'),
  ),
  at(
    '/customers/new',
    'add-customer-what',
    ({ alpweb }) => `/o/${alpweb}/customers/new`,
    (t) => t('add-customer.what.title'),
    { steps: toWhat },
  ),
  at(
    '/customers/new',
    'add-customer-adjust',
    ({ alpweb }) => `/o/${alpweb}/customers/new`,
    (t) => t('add-customer.adjust.sensitive'),
    { steps: toAdjust },
  ),
  at(
    '/customers/new',
    'add-customer-check',
    ({ alpweb }) => `/o/${alpweb}/customers/new`,
    (t) => t('add-customer.check.title'),
    { steps: toCheck },
  ),
  at(
    '/customers/new',
    'add-customer-cannot',
    ({ bakery }) => `/o/${bakery}/customers/new`,
    (t) => t('add-customer.no_partner.title'),
    { as: ursula },
  ),
  at(
    '/customers/list',
    'add-list',
    ({ alpweb }) => `/o/${alpweb}/customers/list`,
    (t) => t('lists.add.rows.title'),
  ),
  at(
    '/customers/list',
    'add-list-columns',
    ({ alpweb }) => `/o/${alpweb}/customers/list`,
    (t) => t('lists.add.columns.what'),
    { steps: toColumns },
  ),
  at(
    '/customers/list',
    'add-list-what',
    ({ alpweb }) => `/o/${alpweb}/customers/list`,
    (t) => t('lists.add.what.what'),
    { steps: toListWhat },
  ),
  at(
    '/customers/$customer',
    'customer',
    (to) => `/o/${to.alpweb}/customers/${to.bakeryRow}`,
    () => 'Bäckerei Zürcher GmbH',
  ),
  at(
    '/customers/$customer',
    'customer-countered',
    (to) => `/o/${to.alpweb}/customers/${to.hotelRow}`,
    () => 'Hôtel du Lac Léman SA',
  ),
  at(
    '/customers/$customer',
    'customer-ends-soon',
    (to) => `/o/${to.alpweb}/customers/${to.rossiRow}`,
    () => 'Rossi & Figli Sagl',
  ),
  at(
    '/customers/$customer',
    'customer-ended',
    (to) => `/o/${to.alpweb}/customers/${to.garageRow}`,
    () => 'Garage Élan Sàrl',
  ),
  at(
    '/customers/$customer',
    'customer-asked',
    (to) => `/o/${to.alpweb}/customers/${to.waitingRow}`,
    () => 'Müller Söhne AG',
  ),
  at(
    '/customers/$customer',
    'customer-end',
    (to) => `/o/${to.alpweb}/customers/${to.rossiRow}`,
    (t) => t('requests.end.title', { customer: 'Rossi & Figli Sagl' }),
    {
      steps: async (page, t) => {
        await page.getByRole('button', { name: t('requests.menu', { customer: 'Rossi & Figli Sagl' }) }).click()
        await page.getByRole('menuitem', { name: t('common.end_partnership') }).click()
      },
    },
  ),
  at(
    '/customers/$customer/revise',
    'revise',
    (to) => `/o/${to.alpweb}/customers/${to.revised}/revise`,
    (t) => t('requests.revise.title'),
  ),
  at(
    '/lists',
    'lists',
    ({ alpweb }) => `/o/${alpweb}/lists`,
    (t) => t('lists.lists'),
  ),
  at(
    '/lists',
    'lists-none',
    ({ newPartner }) => `/o/${newPartner}/lists`,
    (t) => t('lists.lists'),
    { as: 'Noa Brändli' },
  ),
  at(
    '/lists/$bulk',
    'list-checked',
    ({ alpweb, list }) => `/o/${alpweb}/lists/${list}`,
    (t) => t('lists.rows'),
  ),
  at(
    '/lists/$bulk',
    'list-done',
    ({ alpweb, listDone }) => `/o/${alpweb}/lists/${listDone}`,
    (t) => t('lists.result_file'),
  ),
  at(
    '/campaigns/$bulk',
    'campaign',
    ({ alpweb, campaign }) => `/o/${alpweb}/campaigns/${campaign}`,
    () => 'Umzug der Postfächer',
  ),
  at(
    '/campaigns',
    'campaigns',
    ({ alpweb }) => `/o/${alpweb}/campaigns`,
    () => 'Umzug der Postfächer',
  ),
  at(
    '/campaigns',
    'campaigns-none',
    ({ newPartner }) => `/o/${newPartner}/campaigns`,
    (t) => t('lists.campaigns'),
    { as: 'Noa Brändli' },
  ),
  at(
    '/tools',
    'tools',
    ({ alpweb }) => `/o/${alpweb}/tools`,
    (t) => t('tools.title'),
  ),
  at(
    '/templates',
    'templates',
    ({ alpweb }) => `/o/${alpweb}/templates`,
    () => 'Wartung',
  ),
  at(
    '/templates',
    'templates-none',
    ({ newPartner }) => `/o/${newPartner}/templates`,
    (t) => t('templates.none'),
    { as: 'Noa Brändli' },
  ),
  at(
    '/templates/$template',
    'template',
    ({ alpweb, template }) => `/o/${alpweb}/templates/${template}`,
    (t) => t('templates.versions'),
  ),
  at(
    '/templates/$template',
    'template-new',
    ({ alpweb }) => `/o/${alpweb}/templates/new`,
    (t) => t('templates.create'),
  ),
  at(
    '/people',
    'people',
    ({ alpweb }) => `/o/${alpweb}/people`,
    () => 'Nordwestschweiz',
  ),
  at(
    '/verification',
    'verification',
    ({ alpweb }) => `/o/${alpweb}/verification`,
    (t) => t('successions.title'),
  ),
  at(
    '/verification',
    'verification-applied',
    (to) => `/o/${to.alpenweb}/verification`,
    (t) => t('verification.proof'),
    { as: 'Sara Amstutz' },
  ),
  at(
    '/reviews/$review',
    'review-of-people',
    ({ alpweb, ownReview }) => `/o/${alpweb}/reviews/${ownReview}`,
    (t) => t('reviews.close'),
  ),
]

async function toWhat(page: Page, t: Say): Promise<void> {
  await page.locator('input[name=recipient]').fill('verwaltung@wasserversorgungsgenossenschaft-oberwil.example')
  await press('common.continue')(page, t)
}
async function toAdjust(page: Page, t: Say): Promise<void> {
  await toWhat(page, t)
  await page.getByText(t('add-customer.adjust'), { exact: true }).click()
}
async function toColumns(page: Page, t: Say): Promise<void> {
  const cells = ['Firma\tE-Mail\tBemerkung', 'Gärtnerei Grünig AG\tinfo@gruenig.example\tRuft montags an', 'Velo Vogt\tvelo@vogt.example\t']
  await page.getByLabel(t('lists.add.paste')).fill(cells.join('\n'))
  await press('common.continue')(page, t)
}
async function toListWhat(page: Page, t: Say): Promise<void> {
  await toColumns(page, t)
  await page.getByText(t('lists.add.columns.what')).waitFor()
  await press('common.continue')(page, t)
}
async function toCheck(page: Page, t: Say): Promise<void> {
  await toWhat(page, t)
  await page.getByRole('heading', { name: t('add-customer.what.title') }).waitFor()
  await press('common.continue')(page, t)
}

const theirs = (
  route: string,
  name: string,
  path: (ids: World['ids']) => string,
  shows: Screen['shows'],
  more: Partial<Screen> = {},
): Screen => at(route, name, path, shows, { as: ursula, ...more })
const lena = { as: 'Lena Egli' }
const customer: readonly Screen[] = [
  theirs(
    '/',
    'overview',
    ({ bakery }) => `/o/${bakery}`,
    (t) => t('shell.overview.title'),
  ),
  theirs(
    '/',
    'overview-empty',
    ({ empty }) => `/o/${empty}`,
    (t) => t('shell.overview.title'),
    lena,
  ),
  theirs(
    '/products',
    'products',
    ({ bakery }) => `/o/${bakery}/products`,
    (t) => t('products.title'),
  ),
  theirs(
    '/products',
    'products-none',
    ({ empty }) => `/o/${empty}/products`,
    (t) => t('products.none'),
    lena,
  ),
  theirs(
    '/products/$product',
    'domain',
    ({ bakery, domain }) => `/o/${bakery}/products/${domain}`,
    (t) => t('products.records.title'),
  ),
  theirs(
    '/products/$product',
    'mail',
    ({ bakery, mail }) => `/o/${bakery}/products/${mail}`,
    (t) => t('products.mailboxes.title'),
  ),
  theirs(
    '/products/$product',
    'hosting',
    ({ bakery, hosting }) => `/o/${bakery}/products/${hosting}`,
    (t) => t('products.sites.title'),
  ),
  theirs(
    '/billing',
    'billing',
    ({ bakery }) => `/o/${bakery}/billing`,
    (t) => t('billing.part.invoices'),
  ),
  theirs(
    '/billing',
    'billing-none',
    ({ empty }) => `/o/${empty}/billing`,
    (t) => t('billing.invoices.none'),
    lena,
  ),
  theirs(
    '/billing/$invoice',
    'invoice',
    ({ bakery, invoice }) => `/o/${bakery}/billing/${invoice}`,
    (t) => t('billing.lines'),
  ),
  theirs(
    '/settings',
    'settings',
    ({ bakery }) => `/o/${bakery}/settings`,
    (t) => t('organisation.identity'),
  ),
  theirs(
    '/activity',
    'activity',
    ({ bakery }) => `/o/${bakery}/activity`,
    (t) => t('activity-page.title'),
  ),
  theirs(
    '/members',
    'members',
    ({ bakery }) => `/o/${bakery}/members`,
    () => 'Beat Zürcher',
  ),
  theirs(
    '/signatures/$signature',
    'signature',
    ({ trust, signature }) => `/o/${trust}/signatures/${signature}`,
    (t) => t('signatures.sign'),
    { as: 'Greta Müller' },
  ),
  theirs(
    '/partners',
    'partners',
    ({ bakery }) => `/o/${bakery}/partners`,
    () => 'Webwerk GmbH',
  ),
  theirs(
    '/partners',
    'partners-none',
    ({ empty }) => `/o/${empty}/partners`,
    (t) => t('partners.empty'),
    lena,
  ),
  theirs(
    '/partners',
    'partners-not-for-you',
    ({ bakery }) => `/o/${bakery}/partners`,
    (t) => t('partners.not_for_you'),
    { as: 'Beat Zürcher' },
  ),
  theirs(
    '/partners',
    'partners-ended',
    ({ garage }) => `/o/${garage}/partners`,
    // The receipt above it is shown for a while only.
    (t) => t('partners.earlier', { count: 1 }),
    { as: 'François Élan' },
  ),
  theirs(
    '/partners/new',
    'partner-new',
    ({ bakery }) => `/o/${bakery}/partners/new`,
    (t) => t('partners.add.what'),
  ),
  theirs(
    '/partners/visits',
    'visits',
    ({ bakery }) => `/o/${bakery}/partners/visits`,
    () => 'Anna Keller',
  ),
  theirs(
    '/partners/$partnership',
    'partner',
    (to) => `/o/${to.bakery}/partners/${to.withBakery}`,
    (t) => t('common.stop_access'),
  ),
  theirs(
    '/partners/$partnership',
    'partner-asks',
    (to) => `/o/${to.rossi}/partners/${to.withRossi}`,
    (t) => t('partners.request.answer'),
    { as: 'Niccolò Rossi' },
  ),
  theirs(
    '/partners/$partnership',
    'partner-answer',
    (to) => `/o/${to.rossi}/partners/${to.withRossi}`,
    (t) => t('common.decline'),
    {
      ...{ as: 'Niccolò Rossi', steps: press('partners.request.answer') },
    },
  ),
  theirs(
    '/partners/$partnership',
    'partner-disputed',
    (to) => `/o/${to.bakery}/partners/${to.webwerkWithBakery}`,
    (t) => t('cases.open_case'),
  ),
  theirs(
    '/partners/$partnership',
    'partner-own-proposal',
    (to) => `/o/${to.hotel}/partners/${to.withHotel}`,
    () => 'Alpweb AG',
    { as: 'Hélène Dubœuf' },
  ),
  theirs(
    '/partners/$partnership',
    'partner-ends-soon',
    (to) => `/o/${to.rossi}/partners/${to.withRossi}`,
    (t) => t('renewal.go'),
    { as: 'Niccolò Rossi' },
  ),
  theirs(
    '/partners/$partnership',
    'partner-ended',
    (to) => `/o/${to.garage}/partners/${to.withGarage}`,
    () => 'Alpweb AG',
    { as: 'François Élan' },
  ),
  theirs(
    '/partners/$partnership',
    'partner-succession',
    (to) => `/o/${to.inn}/partners/${to.withInn}`,
    (t) => t('successions.same'),
    { as: 'Rosa Hürlimann' },
  ),
  theirs(
    '/partners/$partnership',
    'partner-taken-over',
    (to) => `/o/${to.florist}/partners/${to.withFlorist}`,
    (t) => t('cases.confirm'),
    { as: 'Ida Iseli' },
  ),
  theirs(
    '/partners/$partnership',
    'partner-end',
    (to) => `/o/${to.bakery}/partners/${to.withBakery}`,
    (t) => t('partners.end.title', { partner: 'Alpweb AG' }),
    {
      steps: press('partners.end.begin'),
    },
  ),
  theirs(
    '/partners/$partnership/renew',
    'renew',
    (to) => `/o/${to.rossi}/partners/${to.withRossi}/renew`,
    (t) => t('renewal.title', { partner: 'Alpweb AG' }),
    { as: 'Niccolò Rossi' },
  ),
  theirs(
    '/partners/$partnership/review',
    'review-partner',
    (to) => `/o/${to.bakery}/partners/${to.withBakery}/review`,
    (t) => t('renewal.review.title', { partner: 'Alpweb AG' }),
  ),
  theirs(
    '/cases/$case',
    'case',
    ({ bakery, dispute }) => `/o/${bakery}/cases/${dispute}`,
    (t) => t('cases.views'),
  ),
  theirs(
    '/reviews',
    'reviews',
    ({ bakery }) => `/o/${bakery}/reviews`,
    (t) => t('reviews.continue'),
  ),
  theirs(
    '/reviews',
    'reviews-none',
    ({ empty }) => `/o/${empty}/reviews`,
    (t) => t('reviews.title'),
    lena,
  ),
  theirs(
    '/reviews/$review',
    'review',
    ({ bakery, review }) => `/o/${bakery}/reviews/${review}`,
    (t) => t('reviews.close'),
  ),
  theirs(
    '/$',
    'nothing-in-manager',
    ({ bakery }) => `/o/${bakery}/nothing`,
    (t) => t('shell.not_found.title'),
  ),
]

const inside = (route: string, name: string, path: string, shows: Screen['shows']): Screen => ({
  ...{ name, route: `/c/$partnership${route}`, as: anna, shows },
  path: ({ withBakery, domain, invoice }) => `/c/${withBakery}${path.replace('{domain}', domain).replace('{invoice}', invoice)}`,
})
const acting: readonly Screen[] = [
  inside('/', 'acting', '', () => 'Bäckerei Zürcher GmbH'),
  inside('/products', 'acting-products', '/products', (t) => t('products.title')),
  inside('/products/$product', 'acting-domain', '/products/{domain}', (t) => t('products.records.title')),
  inside('/billing', 'acting-billing', '/billing', (t) => t('billing.part.invoices')),
  inside('/billing/$invoice', 'acting-invoice', '/billing/{invoice}', (t) => t('billing.lines')),
  inside('/organisation', 'acting-organisation', '/organisation', (t) => t('organisation.title')),
  inside('/activity', 'acting-activity', '/activity', (t) => t('activity-page.title')),
  inside('/members', 'acting-members', '/members', () => 'Beat Zürcher'),
  inside('/$', 'acting-nothing', '/nothing', (t) => t('shell.not_found.title')),
  {
    ...{ name: 'acting-why', route: '/c/$partnership/', as: anna, path: ({ withJoinery }) => `/c/${withJoinery}` },
    shows: (t) => t('shell.reason.title', { customer: 'Zürn Holzbau AG' }),
  },
]

const console = (
  route: string,
  name: string,
  path: (ids: World['ids']) => string,
  shows: Screen['shows'],
  more: Partial<Screen> = {},
): Screen => ({
  ...{ name, route: `/operator${route}`, as: nora, path: (ids) => `/operator${path(ids)}`, shows, ...more },
})
const operator: readonly Screen[] = [
  console(
    '/',
    'operator',
    () => '',
    (t) => t('operator.journal'),
  ),
  console(
    '/applications',
    'operator-applications',
    () => '/applications',
    () => 'Alpweb Informatik AG',
  ),
  console(
    '/applications/$application',
    'operator-application',
    ({ application }) => `/applications/${application}`,
    (t) => t('operator.look_alikes'),
  ),
  console(
    '/organisations',
    'operator-organisations',
    () => '/organisations',
    () => 'Alpweb AG',
  ),
  console(
    '/organisations/$organisation',
    'operator-organisation',
    ({ alpweb }) => `/organisations/${alpweb}`,
    (t) => t('operator.partnerships'),
  ),
  console(
    '/cases',
    'operator-cases',
    () => '/cases',
    (t) => t('cases.kind.dispute'),
  ),
  console(
    '/cases/$case',
    'operator-dispute',
    ({ dispute }) => `/cases/${dispute}`,
    (t) => t('cases.decide'),
  ),
  console(
    '/cases/$case',
    'operator-representation',
    ({ representation }) => `/cases/${representation}`,
    (t) => t('cases.documents'),
  ),
  console(
    '/cases/$case',
    'operator-report',
    ({ report }) => `/cases/${report}`,
    (t) => t('cases.decide'),
  ),
  console(
    '/catalogue',
    'operator-catalogue',
    () => '/catalogue',
    (t) => t('shell.nav.catalogue'),
  ),
  console(
    '/taken-over',
    'operator-taken-over',
    () => '/taken-over',
    (t) => t('cases.taken_over'),
  ),
  console(
    '/operators',
    'operator-operators',
    () => '/operators',
    () => 'Nora Imhof',
  ),
  console(
    '/$',
    'operator-nothing',
    () => '/nothing',
    (t) => t('shell.not_found.title'),
  ),
  console(
    '/',
    'operator-not-for-you',
    () => '',
    (t) => t('shell.not_found.title'),
    { as: ursula },
  ),
]

const plain: readonly Screen[] = [...outside, ...request, ...person, ...reseller, ...customer, ...acting, ...operator]

export const screens: readonly Screen[] = [...plain, ...openedOver(plain)]
