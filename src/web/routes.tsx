// Every address of the web application and the screen it opens. A screen is loaded when it is first needed.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { parseSearch, stringifySearch } from './search.ts'
import { ErrorPage } from './shell/error-page.tsx'
import { NotFoundPage } from './shell/not-found-page.tsx'
import { OuterErrorPage, OuterNotFoundPage } from './shell/outer-pages.tsx'
import { PendingPage } from './shell/pending-page.tsx'
import { speakOfEverything } from './texts.tsx'

/** With the texts of all areas; only pages that come before sign-in do with the first ones. */
const screen: typeof lazyRouteComponent = (load, name) =>
  lazyRouteComponent(async () => (await Promise.all([load(), speakOfEverything()]))[0], name)
const firstScreen = lazyRouteComponent
/** An unknown address in a Manager keeps its frame: whoever acts for somebody goes on seeing it. */
const nothingHere = screen(async () => ({ NotFoundPage }), 'NotFoundPage')
type Screens = Readonly<Record<string, ReturnType<typeof lazyRouteComponent>>>

/** Pages without a sidebar. */
const pages: Screens = {
  '/': screen(() => import('./shell/go-page.tsx'), 'GoToManager'),
  '/go/manager': screen(() => import('./shell/go-page.tsx'), 'GoToManager'),
  '/sign-in': firstScreen(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage'),
  '/organisations/new': screen(() => import('./sign-in/new-organisation-page.tsx'), 'NewOrganisationPage'),
  '/join/$token': screen(() => import('./members/join-page.tsx'), 'JoinPage'),
  '/account': screen(() => import('./account/account-page.tsx'), 'AccountPage'),
  '/account/mails': screen(() => import('./mail-choices/mail-choices-page.tsx'), 'MailChoicesPage'),
  '/r/$token': firstScreen(() => import('./consent/consent-page.tsx'), 'ConsentPage'),
  '/go/managed-customers': screen(() => import('./shell/go-page.tsx'), 'GoToManagedCustomers'),
  '/help': screen(() => import('./help/help-index.tsx'), 'HelpIndex'),
  '/help/$article': screen(() => import('./help/help-article.tsx'), 'HelpArticle'),
  ...(import.meta.env.DEV || import.meta.env.MODE === 'gallery'
    ? { '/gallery': screen(() => import('./gallery/gallery.tsx'), 'Gallery') }
    : {}),
}

/** Below /o/$organisation: the own Manager. */
const own: Screens = {
  '/': screen(() => import('./shell/dashboard.tsx'), 'Dashboard'),
  '/customers/new': screen(() => import('./requests/add-customer/add-customer-screen.tsx'), 'AddCustomerScreen'),
  '/customers/list': screen(() => import('./lists/add-list-screen.tsx'), 'AddListScreen'),
  '/lists': screen(() => import('./lists/lists-screen.tsx'), 'ListsScreen'),
  '/tools': screen(() => import('./tools/tools-screen.tsx'), 'ToolsScreen'),
  '/campaigns': screen(() => import('./lists/lists-screen.tsx'), 'CampaignsScreen'),
  '/campaigns/$bulk': screen(() => import('./lists/list-screen.tsx'), 'CampaignScreen'),
  '/templates': screen(() => import('./templates/templates-screen.tsx'), 'TemplatesScreen'),
  '/templates/$template': screen(() => import('./templates/template-screen.tsx'), 'TemplateScreen'),
  '/lists/$bulk': screen(() => import('./lists/list-screen.tsx'), 'ListScreen'),
  '/customers/$customer/revise': screen(() => import('./requests/revise/revise-screen.tsx'), 'ReviseScreen'),
  '/customers/$customer': screen(() => import('./customer-profile/customer-profile.tsx'), 'CustomerProfileScreen'),
  '/customers': screen(() => import('./managed-customers/customers-screen.tsx'), 'CustomersScreen'),
  '/products': screen(() => import('./products/products-screen.tsx'), 'ProductsScreen'),
  '/products/$product': screen(() => import('./products/product-screen.tsx'), 'ProductScreen'),
  '/billing': screen(() => import('./billing/billing-screen.tsx'), 'BillingScreen'),
  '/billing/$invoice': screen(() => import('./billing/invoice-screen.tsx'), 'InvoiceScreen'),
  '/verification': screen(() => import('./verification/verification-screen.tsx'), 'VerificationScreen'),
  '/settings': screen(() => import('./organisation/organisation-screen.tsx'), 'OrganisationScreen'),
  '/activity': screen(() => import('./activity/activity-screen.tsx'), 'ActivityScreen'),
  '/members': screen(() => import('./members/members-screen.tsx'), 'MembersScreen'),
  '/people': screen(() => import('./people/people-screen.tsx'), 'PeopleScreen'),
  '/signatures/$signature': screen(() => import('./signatures/signature-screen.tsx'), 'SignatureScreen'),
  '/partners': screen(() => import('./partners/partners-screen.tsx'), 'PartnersScreen'),
  '/partners/new': screen(() => import('./partners/new-partner-screen.tsx'), 'NewPartnerScreen'),
  '/partners/visits': screen(() => import('./visits/visits-screen.tsx'), 'VisitsScreen'),
  '/partners/$partnership/renew': screen(() => import('./renewal/renew-screen.tsx'), 'RenewScreen'),
  '/partners/$partnership/review': screen(() => import('./renewal/review-screen.tsx'), 'ReviewScreen'),
  '/cases/$case': screen(() => import('./cases/own-case-screen.tsx'), 'OwnCaseScreen'),
  '/reviews': screen(() => import('./reviews/reviews-screen.tsx'), 'ReviewsScreen'),
  '/reviews/$review': screen(() => import('./reviews/review-screen.tsx'), 'ReviewScreen'),
  '/partners/$partnership': screen(() => import('./partners/partner-screen.tsx'), 'PartnerScreen'),
  '/$': nothingHere,
}

/** Below /c/$partnership: a customer's Manager, while acting for them. */
const acting: Screens = {
  '/': screen(() => import('./shell/acting-home.tsx'), 'ActingHome'),
  '/products': screen(() => import('./products/products-screen.tsx'), 'ProductsScreen'),
  '/products/$product': screen(() => import('./products/product-screen.tsx'), 'ProductScreen'),
  '/billing': screen(() => import('./billing/billing-screen.tsx'), 'BillingScreen'),
  '/billing/$invoice': screen(() => import('./billing/invoice-screen.tsx'), 'InvoiceScreen'),
  '/organisation': screen(() => import('./organisation/organisation-screen.tsx'), 'OrganisationScreen'),
  '/activity': screen(() => import('./activity/activity-screen.tsx'), 'ActivityOfVisitScreen'),
  '/members': screen(() => import('./members/members-screen.tsx'), 'MembersScreen'),
  '/$': nothingHere,
}

/** Below /operator: the provider's own people. */
const operator: Screens = {
  '/': screen(() => import('./operator/overview-screen.tsx'), 'OverviewScreen'),
  '/applications': screen(() => import('./operator/applications-screen.tsx'), 'ApplicationsScreen'),
  '/applications/$application': screen(() => import('./operator/application-screen.tsx'), 'ApplicationScreen'),
  '/organisations': screen(() => import('./operator/organisations-screen.tsx'), 'OrganisationsScreen'),
  '/organisations/$organisation': screen(() => import('./operator/organisation-screen.tsx'), 'OrganisationScreen'),
  '/cases': screen(() => import('./operator/cases-screen.tsx'), 'CasesScreen'),
  '/cases/$case': screen(() => import('./operator/case-screen.tsx'), 'CaseScreen'),
  '/taken-over': screen(() => import('./operator/taken-over-screen.tsx'), 'TakenOverScreen'),
  '/catalogue': screen(() => import('./operator/catalogue-screen.tsx'), 'CatalogueScreen'),
  '/operators': screen(() => import('./operator/operators-screen.tsx'), 'OperatorsScreen'),
  '/$': nothingHere,
}

const root = createRootRoute({ component: Outlet, errorComponent: OuterErrorPage, notFoundComponent: OuterNotFoundPage })
const ownManager = createRoute({
  getParentRoute: () => root,
  path: '/o/$organisation',
  component: screen(() => import('./shell/own-shell.tsx'), 'OwnShell'),
  errorComponent: OuterErrorPage,
})
const actingManager = createRoute({
  getParentRoute: () => root,
  path: '/c/$partnership',
  component: screen(() => import('./shell/acting-shell.tsx'), 'ActingShell'),
  errorComponent: OuterErrorPage,
})

const operatorConsole = createRoute({
  getParentRoute: () => root,
  path: '/operator',
  component: screen(() => import('./operator/operator-shell.tsx'), 'OperatorShell'),
  errorComponent: OuterErrorPage,
})

export const router = createRouter({
  routeTree: root.addChildren([
    ...under(root, pages),
    ownManager.addChildren(under(ownManager, own)),
    actingManager.addChildren(under(actingManager, acting)),
    operatorConsole.addChildren(under(operatorConsole, operator)),
  ]),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultPendingMs: 300,
  defaultPendingMinMs: 0,
  defaultPendingComponent: PendingPage,
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFoundPage,
})

function under(parent: typeof root | typeof ownManager | typeof actingManager | typeof operatorConsole, screens: Screens) {
  return Object.entries(screens).map(([path, component]) => createRoute({ getParentRoute: () => parent as typeof root, path, component }))
}
