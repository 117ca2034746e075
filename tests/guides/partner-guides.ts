// The articles for partners, walked in the demo story. Each begins with what the one before left.
import { asked, requestTo } from '../given-requests.ts'
import type { At, Guide } from './guide.ts'
import { inDialog, menuOf, openSwitcher, rightBox } from './screen-parts.ts'
import type { GuideWorld } from './world.ts'

const zuern = 'Zürn Holzbau AG'
const bakery = 'Bäckerei Zürcher GmbH'
const rossi = 'Rossi & Figli Sagl'
const hotel = 'Hôtel du Lac Léman SA'
const waiting = 'Müller Söhne AG'

const list = async (world: GuideWorld) => `/o/${await world.organisation('Alpweb AG')}/customers`
const profile = (customer: string) => async (world: GuideWorld) => `${await list(world)}/${await world.customer(customer)}`
const openList = async ({ hand, links }: At) => hand.open(links[0] ?? '')
const tick = ({ page, t }: At, customer: string) => page.getByRole('checkbox', { name: t('ui.select', { what: customer }) })
const openListAndMenu = (customer: string) => async (at: At) => {
  await openList(at)
  await at.hand.press(menuOf(at, customer))
}

const addCustomer: Guide = {
  article: 'add-customer',
  walks: [
    {
      section: 'add',
      who: 'petra',
      steps: [
        openList,
        ({ hand, words }) => hand.press(words[0]),
        async ({ hand, t }) => {
          await hand.type(t('common.email'), 'info@seilerei-kunz.example')
          await hand.press(t('common.continue'))
        },
        async ({ hand, words, t }) => {
          await hand.press(words[1])
          await hand.press(t('common.continue'))
        },
        ({ hand, t }) => hand.press(t('add-customer.send')),
      ],
    },
    {
      section: 'check',
      who: 'petra',
      path: list,
      steps: [
        ({ hand }) => hand.press(bakery),
        ({ hand, words }) => hand.see(words[2]),
        ({ hand, t }) => hand.see(t('customer-profile.terms.title')),
      ],
    },
    {
      section: 'open-as-administrator',
      who: 'petra',
      steps: [
        openList,
        async ({ hand, page, t }) => {
          await hand.press(t('managed-customers.open_manager', { customer: zuern }))
          await hand.see(page.getByRole('region', { name: t('shell.acting.region') }))
        },
        async (at) => {
          await at.hand.press(at.t('shell.acting.leave'))
          await at.hand.open('/go/managed-customers')
          await at.hand.press(menuOf(at, zuern))
          await at.hand.see(at.page.getByRole('menuitem').first())
        },
      ],
    },
    {
      section: 'open-as-collaborator',
      who: 'anna',
      steps: [
        openList,
        openSwitcher,
        ({ hand, words }) => hand.press(words[0]),
        async ({ hand, page, t }) => {
          await hand.press(page.getByRole('option', { name: new RegExp(zuern) }))
          await hand.see(page.getByRole('region', { name: t('shell.acting.region') }))
          await hand.press(t('shell.acting.leave'))
        },
      ],
    },
  ],
}

const addMany: Guide = {
  article: 'add-many-customers',
  walks: [
    {
      section: 'list',
      who: 'petra',
      steps: [
        async (at) => {
          await openList(at)
          await at.hand.press(at.words[0])
          await at.hand.press(at.words[1])
        },
        async ({ hand, words, page, t }) => {
          await hand.see(page.getByLabel(t('lists.add.paste')))
          await hand.see(words[0])
          await page.getByRole('textbox').first().focus()
          await page.evaluate((pasted) => {
            const data = new DataTransfer()
            data.setData('text/plain', pasted)
            document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
          }, ['E-Mail', 'info@blumen-widmer.example', 'info@velo-gerber.example', 'info@optik-senn.example'].join('\n'))
          await hand.press(words[1])
        },
        ({ hand, words }) => hand.press(words[0]),
        async ({ hand, words, page }) => {
          await hand.press(words[0])
          await hand.press(page.getByRole('alertdialog').getByRole('button').filter({ hasText: /3/ }))
        },
        async ({ hand, words, page, t }) => {
          await page.getByText(t('lists.state.done'), { exact: true }).waitFor()
          await hand.press(words[0])
        },
      ],
    },
  ],
}

const openRequests: Guide = {
  article: 'open-requests',
  walks: [
    {
      section: 'resend',
      who: 'petra',
      steps: [
        openListAndMenu(waiting),
        async (at) => {
          await at.hand.press(at.words[0])
          await at.hand.press(inDialog(at).getByRole('button', { name: at.words[1] ?? '', exact: true }))
        },
      ],
    },
    {
      section: 'not-delivered',
      who: 'petra',
      path: list,
      steps: [
        async (at) => {
          await at.page.getByText(at.t('statuses.not_delivered')).first().waitFor()
          await at.hand.press(menuOf(at, 'Kino Lumière'))
          await at.hand.press(at.words[0])
        },
        async ({ hand, t, words }) => {
          await hand.type(t('requests.correct.email'), 'programm@kino-lumiere.example')
          await hand.press(words[0])
        },
      ],
    },
    {
      section: 'link',
      who: 'petra',
      path: list,
      steps: [
        async (at) => {
          await at.hand.press(menuOf(at, waiting))
          await at.hand.press(at.words[0])
        },
        ({ hand, page, t }) => hand.see(page.getByRole('img', { name: t('requests.link.qr') })),
      ],
    },
    {
      section: 'counter',
      who: 'petra',
      path: profile(hotel),
      steps: [
        ({ hand, t }) => hand.see(t('customer-profile.counter.title', { customer: hotel })),
        ({ hand, words }) => hand.press(words[0]),
        async (at) => {
          await at.hand.press(inDialog(at).getByRole('button', { name: /\d/ }))
          await at.page.getByText(at.t('requests.accept.done')).first().waitFor()
        },
      ],
    },
    {
      section: 'release',
      who: 'petra',
      before: async (world) => {
        const marc = await world.caller('marc')
        const alpweb = await world.organisation('Alpweb AG')
        await marc.send(
          'POST',
          `/o/${alpweb}/requests`,
          requestTo({ email: 'buero@sattlerei-hug.example' }, { rights: [asked('domain.view')] }),
        )
      },
      steps: [
        async (at) => {
          await openList(at)
          await at.hand.press(at.words[0])
        },
        async (at) => {
          await at.hand.see(inDialog(at).getByRole('checkbox').first())
          await at.hand.press(at.words[0])
          await at.page
            .getByText(at.t('add-customer.release.done', { sent: 2 }))
            .last()
            .waitFor()
        },
      ],
    },
  ],
}

const findCustomers: Guide = {
  article: 'find-customers',
  walks: [
    {
      section: 'search',
      who: 'petra',
      steps: [
        async (at) => {
          await openList(at)
          await at.hand.type(at.page.getByPlaceholder(at.words[0] ?? ''), 'zur')
        },
        async (at) => {
          await at.hand.press(at.words[0])
          await at.hand.key('Escape')
        },
        ({ hand, words }) => hand.press(words[0]),
      ],
    },
    {
      section: 'views',
      who: 'petra',
      path: async (world) => `${await list(world)}?status=active`,
      steps: [
        async ({ hand, words }) => {
          await hand.press(words[0])
          await hand.press(words[1])
        },
        ({ hand, t }) => hand.type(t('views.name'), 'Web'),
        async ({ hand, words, page }) => {
          await hand.press(words[0])
          await page.getByRole('button', { name: 'Web', exact: true }).waitFor()
        },
      ],
    },
    {
      section: 'many',
      who: 'petra',
      path: list,
      steps: [
        async (at) => {
          await at.hand.press(tick(at, zuern))
          await at.hand.press(tick(at, bakery))
        },
        async ({ hand, words }) => {
          await hand.press(words[0])
          await hand.press(words[1])
        },
        async ({ hand, words, page }) => {
          await hand.type(page.locator('input[name=tags]'), 'web')
          await hand.press(words[0])
        },
        async ({ hand, words, page, t }) => {
          await hand.press(words[0])
          await hand.press(page.getByRole('alertdialog').getByRole('button').filter({ hasText: /2/ }))
          await page.getByText(t('lists.state.done'), { exact: true }).waitFor()
        },
      ],
    },
  ],
}

const more: Guide = {
  article: 'ask-for-more-rights',
  walks: [
    {
      section: 'ask',
      who: 'petra',
      steps: [
        openListAndMenu(zuern),
        ({ hand, words }) => hand.press(words[0]),
        async (at) => {
          await at.hand.press(rightBox(at, 'billing.view'))
          await at.hand.press(rightBox(at, 'members.view'))
        },
        async ({ hand, words, elsewhere, page, t }) => {
          elsewhere(words[1])
          await hand.press(words[0])
          await page
            .getByText(t('requests.more.sent', { customer: zuern }))
            .first()
            .waitFor()
        },
      ],
    },
  ],
}

const work: Guide = {
  article: 'work-for-a-customer',
  walks: [
    {
      section: 'enter',
      who: 'anna',
      before: async (world) => {
        const place = `/o/${await world.organisation(bakery)}/partnerships/${await world.partnership(bakery)}/visit-rules`
        await (await world.caller('ursula')).send('PUT', place, { reasonNeeded: true, told: [] })
      },
      steps: [
        async (at) => {
          await openList(at)
          await at.hand.press(at.t('managed-customers.open_manager', { customer: bakery }))
        },
        async ({ hand, words, t }) => {
          await hand.type(t('shell.reason.label'), 'Ticket 4711')
          await hand.press(words[0])
        },
        ({ hand, words }) => hand.press(words[0]),
        ({ hand, words }) => hand.press(words[0]),
      ],
    },
  ],
}

const askForAccess: Guide = {
  article: 'ask-for-access',
  walks: [
    {
      section: 'what',
      who: 'petra',
      path: '/go/manager',
      steps: [
        async ({ hand, words }) => {
          await hand.press(words[0])
          await hand.see(words[1])
        },
        ({ hand, t }) => hand.press(t('people.access.visible')),
        async ({ hand, words, page, t }) => {
          await hand.press(words[0])
          await page.getByText(t('people.access.saved')).first().waitFor()
        },
      ],
    },
    {
      section: 'customer',
      who: 'anna',
      steps: [
        async (at) => {
          await openList(at)
          await at.hand.press(
            at.page
              .getByRole('listitem')
              .filter({ hasText: rossi })
              .getByRole('button', { name: at.words[0] ?? '' }),
          )
        },
        ({ hand, t }) => hand.type(t('people.ask.why'), 'Luca ist krank.'),
        ({ hand, words }) => hand.press(words[0]),
      ],
    },
    {
      section: 'approve',
      who: 'petra',
      path: '/go/manager',
      steps: [
        ({ hand, words }) => hand.press(words[0]),
        async ({ hand, words, page, t }) => {
          await hand.press(words[0])
          await page
            .getByText(t('people.asked.approved.granted', { person: 'Anna Keller' }))
            .first()
            .waitFor()
        },
      ],
    },
  ],
}

export const partnerGuides = { addCustomer, addMany, openRequests, findCustomers, more, work, askForAccess } as const
