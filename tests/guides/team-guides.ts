// The articles about a partner's people, templates, verification, files and endings, walked in the demo story.
import type { Locator } from 'playwright-core'
import type { At, Guide } from './guide.ts'
import { confirmIn, inDialog, menuOf, rightBox } from './screen-parts.ts'
import type { GuideWorld } from './world.ts'

const zuern = 'Zürn Holzbau AG'
const rossi = 'Rossi & Figli Sagl'
const hotel = 'Hôtel du Lac Léman SA'
const list = async (world: GuideWorld) => `/o/${await world.organisation('Alpweb AG')}/customers`
const profile = (customer: string) => async (world: GuideWorld) => `${await list(world)}/${await world.customer(customer)}`
const lastDay = () => new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)

const openPerson = async ({ hand, words, t, page }: At) => {
  await hand.press(words[0])
  await hand.press(page.getByRole('button', { name: t('people.colleagues.actions', { name: 'Luca Bernasconi' }) }))
}

const isThere = (what: Locator) =>
  what.waitFor({ timeout: 6_000 }).then(
    () => true,
    () => false,
  )

const people: Guide = {
  article: 'people-and-teams',
  walks: [
    {
      section: 'team',
      who: 'petra',
      path: '/go/manager',
      steps: [
        ({ hand, words }) => hand.press(words[0]),
        async (at) => {
          await at.hand.press(at.words[0])
          await at.hand.type(inDialog(at).getByLabel(at.t('common.name')), 'Web')
          await at.hand.type(inDialog(at).getByLabel(at.t('people.teams.members')), 'Luca')
          await at.hand.press(at.page.getByRole('option', { name: /Luca Bernasconi/ }))
          await at.hand.key('Tab')
        },
        async ({ hand, words, page, t }) => {
          await hand.press(words[0])
          await page
            .getByText(t('people.teams.saved', { name: 'Web' }))
            .first()
            .waitFor()
        },
      ],
    },
    {
      section: 'assign',
      who: 'petra',
      path: profile(zuern),
      steps: [
        ({ hand, words }) => hand.press(words[0]),
        (at) => at.hand.press(inDialog(at).getByRole('checkbox', { name: 'Web' })),
        async ({ hand, words, page, t }) => {
          await hand.press(words[0])
          await page.getByText(t('assignments.done')).first().waitFor()
        },
      ],
    },
    {
      section: 'rules',
      who: 'petra',
      path: '/go/manager',
      steps: [
        async ({ hand, words }) => {
          await hand.press(words[0])
          await hand.press(words[1])
        },
        async (at) => {
          await at.hand.type(inDialog(at).getByLabel(at.t('common.name')), 'Webkunden')
          await at.hand.type(inDialog(at).getByLabel(at.t('people.rules.tags')), 'web')
          await at.hand.press(at.page.getByRole('option', { name: 'web' }))
          await at.hand.key('Tab')
          await at.hand.choose(inDialog(at).getByRole('combobox', { name: at.t('people.rules.to') }), /Luca/)
        },
        async (at) => {
          await confirmIn(at, at.words[0])
        },
      ],
    },
    {
      section: 'cover',
      who: 'petra',
      path: '/go/manager',
      steps: [
        openPerson,
        async (at) => {
          await at.hand.press(at.words[0])
          await at.hand.choose(inDialog(at).getByRole('combobox'), /Anna/)
          await at.hand.type(inDialog(at).getByLabel(at.t('people.cover.until')), lastDay())
        },
        async (at) => {
          await at.hand.press(at.words[0])
          await inDialog(at).waitFor({ state: 'detached' })
        },
      ],
    },
    {
      section: 'leave',
      who: 'petra',
      path: '/go/manager',
      steps: [
        openPerson,
        ({ hand, words }) => hand.press(words[0]),
        async (at) => {
          await at.hand.choose(at.page.getByRole('combobox', { name: at.t('people.leave.successor'), exact: true }), /Anna Keller/)
          await at.hand.press(at.words[0])
          await inDialog(at).waitFor({ state: 'detached' })
        },
      ],
    },
  ],
}

const templates: Guide = {
  article: 'templates-and-campaigns',
  walks: [
    {
      section: 'template',
      who: 'petra',
      path: '/go/manager',
      steps: [
        async ({ hand, words }) => {
          await hand.press(words[0])
          await hand.press(words[1])
        },
        ({ hand, words }) => hand.press(words[0]),
        async (at) => {
          await at.hand.type(at.t('templates.name'), 'Shop')
          await at.hand.press(rightBox(at, 'domain.manage'))
        },
        async ({ hand, words, page, t }) => {
          await hand.press(words[0])
          await page
            .getByText(t('templates.saved', { name: 'Shop' }))
            .first()
            .waitFor()
        },
      ],
    },
    {
      section: 'campaign',
      who: 'petra',
      path: list,
      steps: [
        async ({ hand, words, page, t }) => {
          for (const what of [rossi, hotel]) await hand.press(page.getByRole('checkbox', { name: t('ui.select', { what }) }))
          await hand.press(words[0])
          await hand.press(words[1])
        },
        (at) => at.hand.press(rightBox(at, 'members.view')),
        async ({ hand, words, t }) => {
          await hand.press(words[0])
          await hand.type(t('lists.ask.name'), 'Personen')
        },
        ({ hand, words }) => hand.press(words[0]),
        async ({ hand, words, page }) => {
          await hand.press(words[0])
          await hand.press(page.getByRole('alertdialog').getByRole('button').filter({ hasText: /2/ }))
          await page.getByRole('alertdialog').waitFor({ state: 'detached' })
        },
      ],
    },
  ],
}

const files: Guide = {
  article: 'csv-files',
  walks: [
    {
      section: 'list',
      who: 'petra',
      steps: [
        ({ hand, links }) => hand.open(links[0] ?? ''),
        ({ hand, t }) => hand.press(t('managed-customers.filter.to_check')),
        async ({ hand, words, page, t }) => {
          await hand.press(words[0])
          await Promise.all([page.waitForEvent('download'), hand.press(t('exports.menu.excel'))])
        },
      ],
    },
    {
      section: 'customer',
      who: 'petra',
      path: list,
      steps: [
        (at) => at.hand.press(menuOf(at, zuern)),
        async ({ hand, page, t }) => {
          await Promise.all([
            page.waitForEvent('download'),
            hand.press(page.getByRole('menuitem', { name: t('exports.customer.csv') }).first()),
          ])
        },
      ],
    },
  ],
}

const verification: Guide = {
  article: 'partner-verification',
  walks: [
    {
      section: 'apply',
      who: 'toebi',
      path: '/go/manager',
      steps: [
        async ({ hand, words }) => {
          await hand.press(words[0])
          await hand.see(words[1])
          await hand.press(words[2])
        },
        async (at) => {
          at.elsewhere(at.words[1])
          await at.hand.press(at.words[0])
          await at.hand.type(inDialog(at).getByLabel(at.t('organisation.register_number')), 'CHE-116.281.710')
          await at.hand.type(inDialog(at).getByLabel(at.t('organisation.city')), 'St. Gallen')
          await at.hand.type(inDialog(at).getByLabel(at.t('verification.domain'), { exact: true }), 'zuern-holzbau.example')
          await at.hand.type(inDialog(at).getByLabel(at.t('verification.contact')), 'werk@zuern-holzbau.example')
        },
        ({ hand, words }) => hand.press(words[0]),
        async ({ hand, words, page, t, world }) => {
          const shown = page.getByText(/^prokura-verification=[\w-]{20,}$/).first()
          await hand.see(shown)
          world.published.set('zuern-holzbau.example', (await shown.allInnerTexts()).join(''))
          await hand.press(words[0])
          // The look that follows an application by itself may be under way: then the one that was asked for is the same.
          const found = page.getByText(t('verification.proof.found_dns'))
          for (let looks = 0; looks < 5 && !(await isThere(found)); looks++) await hand.press(words[0])
          await found.waitFor()
        },
      ],
    },
  ],
}

const endings: Guide = {
  article: 'end-or-hand-on',
  walks: [
    {
      section: 'stop-paying',
      who: 'petra',
      path: profile(rossi),
      steps: [
        ({ hand, words }) => hand.press(words[0]),
        (at) => at.hand.see(inDialog(at).getByRole('heading')),
        async (at) => {
          await confirmIn(at, at.words[0])
        },
      ],
    },
  ],
}

export const teamGuides = { people, templates, files, verification, endings } as const
