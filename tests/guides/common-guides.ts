// The articles for everybody and for the provider's people, walked in the demo story. Each begins with what the one before left.
import { demoSignIns } from '../../src/server/demo/seed.ts'
import type { Guide } from './guide.ts'
import { confirmIn, inDialog, openSwitcher } from './screen-parts.ts'
import type { GuideWorld } from './world.ts'

const bakery = 'Bäckerei Zürcher GmbH'
const rossi = 'Rossi & Figli Sagl'
const zuern = 'Zürn Holzbau AG'

const extend: Guide = {
  article: 'extend-access',
  walks: [
    {
      section: 'propose',
      who: 'petra',
      path: async (world: GuideWorld) => `/o/${await world.organisation('Alpweb AG')}/customers/${await world.customer(rossi)}`,
      steps: [
        ({ hand, t }) => hand.see(t('renewal.propose.what')),
        ({ hand, words }) => hand.press(words[0]),
        async (at) => {
          await confirmIn(at, at.words[0])
        },
      ],
    },
    {
      section: 'extend',
      who: 'niccolo',
      path: '/go/manager',
      steps: [
        async ({ hand, words }) => {
          await hand.press(words[0])
          await hand.press('Alpweb AG')
          await hand.press(words[1])
        },
        ({ hand, t }) => hand.see(t('renewal.how_long')),
        async ({ hand, words, page, t }) => {
          await hand.press(words[0])
          await page
            .getByText(t('renewal.done', { partner: 'Alpweb AG', date: '|' }).split('|')[0] ?? '')
            .first()
            .waitFor()
        },
      ],
    },
  ],
}

const review: Guide = {
  article: 'review-access',
  walks: [
    {
      section: 'review',
      who: 'ursula',
      path: async (world) => `/o/${await world.organisation(bakery)}/partners`,
      steps: [
        async ({ hand, words, elsewhere }) => {
          elsewhere(words[1], words[2], words[3])
          await hand.press(words[0])
        },
        ({ hand, words }) => hand.press(words[0]),
        async ({ hand, words, page }) => {
          await hand.see(
            page
              .getByRole('button', { name: words[0] ?? '', exact: true })
              .or(page.getByRole('radio', { name: words[0] ?? '', exact: true }))
              .first(),
          )
          await hand.key('a')
        },
        async (at) => {
          await at.hand.press(at.words[0])
          await at.hand.press(inDialog(at).getByRole('button', { name: at.words[0] ?? '', exact: true }))
          await at.page.getByText(at.t('reviews.done')).first().waitFor()
        },
        async ({ hand, words, page }) => {
          await Promise.all([page.waitForEvent('download'), hand.press(words[0])])
        },
      ],
    },
  ],
}

const billing: Guide = {
  article: 'billing-and-who-pays',
  walks: [
    {
      section: 'invoices',
      who: 'ursula',
      path: '/go/manager',
      steps: [
        ({ hand, words }) => hand.press(words[0]),
        ({ hand, words }) => hand.press(words[0]),
        async ({ hand, page }) => {
          await hand.press(page.getByRole('table').getByRole('link').first())
          await page.waitForURL(/\/billing\/[^/]+$/)
        },
      ],
    },
    {
      section: 'payer',
      who: 'ursula',
      path: '/go/manager',
      steps: [
        async ({ hand, words }) => {
          await hand.press(words[0])
          await hand.press('Alpweb AG')
          await hand.see(words[1])
        },
        async ({ hand, words, page, t }) => {
          await hand.press(words[0])
          await hand.type(page.getByLabel(t('consent.limit.amount', { currency: 'CHF' })), '400')
        },
        async ({ hand, words, elsewhere, page, t }) => {
          elsewhere(words[1])
          await hand.press(words[0])
          await page
            .getByText(t('partners.saved', { partner: 'Alpweb AG' }))
            .first()
            .waitFor()
        },
      ],
    },
  ],
}

const products: Guide = {
  article: 'products',
  walks: [
    {
      section: 'dns',
      who: 'ursula',
      path: '/go/manager',
      steps: [
        async ({ hand, words, page }) => {
          await hand.press(words[0])
          await hand.press(page.getByRole('link', { name: 'gipfeli-abo.example' }).first())
        },
        ({ hand, words }) => hand.press(words[0]),
        async (at) => {
          await at.hand.type(inDialog(at).getByRole('textbox', { name: at.t('common.name'), exact: true }), 'shop')
          await at.hand.type(inDialog(at).getByRole('textbox', { name: at.t('products.record.value.A') }), '192.0.2.40')
        },
        async (at) => {
          await confirmIn(at, at.words[0])
        },
      ],
    },
    {
      section: 'mailbox',
      who: 'ursula',
      path: '/go/manager',
      steps: [
        async ({ hand, words, page }) => {
          await hand.press(words[0])
          hand.used.add(words[1] ?? '')
          await hand.press(
            page
              .getByRole('table', { name: words[1] ?? '' })
              .getByRole('link')
              .first(),
          )
        },
        ({ hand, words }) => hand.press(words[0]),
        async (at) => {
          at.hand.used.add(at.words[0] ?? '')
          await at.hand.type(inDialog(at).getByRole('textbox').first(), 'laden')
          await at.hand.press(inDialog(at).getByRole('button', { name: at.words[0] ?? '' }))
          await inDialog(at).waitFor({ state: 'detached' })
        },
      ],
    },
  ],
}

const members: Guide = {
  article: 'members-and-roles',
  walks: [
    {
      section: 'invite',
      who: 'ursula',
      path: '/go/manager',
      steps: [
        async ({ hand, words }) => {
          await hand.press(words[0])
          await hand.press(words[1])
        },
        (at) => at.hand.type(inDialog(at).getByLabel(at.t('common.email')), 'lernende@baeckerei-zuercher.example'),
        async (at) => {
          await at.hand.press(at.words[0])
          await inDialog(at).waitFor({ state: 'detached' })
        },
      ],
    },
    {
      section: 'role',
      who: 'ursula',
      path: '/go/manager',
      steps: [
        async ({ hand, words, page, t }) => {
          await hand.press(words[0])
          await hand.press(page.getByRole('button', { name: t('members.actions', { name: 'Beat Zürcher' }) }))
        },
        async (at) => {
          await at.hand.press(at.words[0])
          await at.hand.press(inDialog(at).getByRole('radio', { name: new RegExp(`^${at.t('roles.legal_representative')}`) }))
        },
        async (at) => {
          await confirmIn(at, at.words[0])
        },
      ],
    },
  ],
}

const ways: Guide = {
  article: 'find-your-way',
  walks: [
    {
      section: 'manager',
      who: 'anna',
      path: '/help/find-your-way',
      steps: [
        ({ hand, links }) => hand.open(links[0] ?? ''),
        ({ hand, page, t }) => hand.see(page.getByRole('button', { name: t('shell.switcher.open', { name: 'Alpweb AG' }) })),
      ],
    },
    {
      section: 'reseller-area',
      who: 'anna',
      steps: [({ hand, links }) => hand.open(links[0] ?? ''), ({ hand, t }) => hand.press(t('shell.nav.customers'))],
    },
    {
      section: 'switch',
      who: 'anna',
      path: '/go/manager',
      steps: [
        openSwitcher,
        ({ hand, words }) => hand.press(words[1]),
        async ({ hand, page, t }) => {
          await hand.press(page.getByRole('option', { name: new RegExp(zuern) }))
          await hand.see(page.getByRole('region', { name: t('shell.acting.region') }))
          await hand.press(t('shell.acting.leave'))
        },
      ],
    },
  ],
}

const signIn: Guide = {
  article: 'sign-in-and-security',
  walks: [
    {
      section: 'sign-in',
      who: 'stranger',
      path: '/sign-in?next=/account',
      before: async (world, language) => (await world.caller('petra')).send('PUT', '/me/language', { language }),
      steps: [
        async ({ hand, page, t }) => {
          await page.addInitScript('PublicKeyCredential.isConditionalMediationAvailable = async () => false')
          await hand.type(t('common.email'), 'petra.frei@alpweb.example')
          await hand.key('Enter')
        },
        async ({ hand, page, world }) => {
          await hand.type(page.locator('input[type=password]'), demoSignIns(world.given.config)[0]?.password ?? '')
          await hand.key('Enter')
        },
        ({ hand, page, t }) => hand.see(page.getByRole('heading', { level: 1, name: t('account.title') })),
      ],
    },
    {
      section: 'passkeys',
      who: 'stranger',
      steps: [
        async ({ hand, page, words }) => {
          const devtools = await page.context().newCDPSession(page)
          await devtools.send('WebAuthn.enable')
          const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const
          await devtools.send('WebAuthn.addVirtualAuthenticator', {
            options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
          })
          await hand.press(words[1])
        },
        ({ hand, t }) => hand.see(t('account.codes.lead')),
        ({ hand, t }) => hand.press(t('account.codes.kept')),
      ],
    },
  ],
}

const language: Guide = {
  article: 'language-and-emails',
  walks: [
    {
      section: 'emails',
      who: 'juerg',
      path: '/account',
      steps: [
        ({ hand, words }) => hand.press(words[1]),
        async ({ hand, page, words, elsewhere }) => {
          const choice = page.locator('main').getByRole('combobox').first()
          await hand.press(choice)
          elsewhere(words[1], words[2])
          await hand.press(page.getByRole('listbox').getByRole('option').first())
        },
      ],
    },
    {
      section: 'language',
      who: 'juerg',
      path: '/go/manager',
      steps: [
        async ({ hand, words, t }) => {
          await hand.press(t('shell.person.menu', { name: 'Jürg Lüthi' }))
          await hand.press(words[0])
        },
        ({ hand, page, words, t }) => {
          hand.used.add(words[0] ?? '')
          return hand.choose(page.locator('form').getByRole('combobox', { name: words[0] ?? '' }), t('common.language.it'))
        },
        async ({ hand, words, page }) => {
          await hand.press(words[0])
          await page
            .getByText(/Gespeichert|Saved|Enregistré|Salvato|Guardado/)
            .first()
            .waitFor()
        },
      ],
    },
  ],
}

const operatorVerify: Guide = {
  article: 'operator-verify',
  walks: [
    {
      section: 'verify',
      who: 'nora',
      path: '/operator',
      steps: [
        async ({ hand, words }) => {
          await hand.press(words[0])
          await hand.press(zuern)
        },
        ({ hand, page }) => hand.see(page.getByText('CHE-116.281.710').first()),
        async ({ hand, words, page, t }) => {
          await hand.press(words[0])
          await page
            .getByText(t('operator.verified', { name: zuern }))
            .first()
            .waitFor()
        },
      ],
    },
    {
      section: 'take-over',
      who: 'nora',
      path: '/operator',
      steps: [
        ({ hand, words }) => hand.press(words[0]),
        async ({ hand, words, t, world }) => {
          await hand.type(t('cases.taken_over.partner'), await world.number('Webwerk GmbH'))
          const numbers = await Promise.all(['Garage Élan Sàrl', zuern].map(world.number))
          await hand.type(t('cases.taken_over.customers'), numbers.join('\n'))
          await hand.press(words[0])
        },
        async ({ hand, words, page, t }) => {
          await hand.press(words[0])
          await page
            .getByText(t('cases.taken_over.done', { count: 2 }))
            .first()
            .waitFor()
        },
      ],
    },
  ],
}

const operatorCases: Guide = {
  article: 'operator-cases',
  walks: [
    {
      section: 'decide',
      who: 'nora',
      path: '/operator',
      steps: [
        async ({ hand, words, page }) => {
          await hand.press(words[0])
          await hand.press(
            page
              .getByRole('row', { name: new RegExp(bakery) })
              .getByRole('link')
              .first(),
          )
        },
        ({ hand, t }) => hand.see(t('cases.views')),
        async ({ hand, t }) => {
          await hand.press(t('cases.outcome.resumed'))
          await hand.type(t('cases.decide.text'), 'Es war nicht bestellt.')
        },
        async ({ hand, words, page, t }) => {
          await hand.press(words[0])
          await page.getByText(t('cases.decide.done')).first().waitFor()
        },
      ],
    },
  ],
}

export const commonGuides = { extend, review, billing, products, members, ways, signIn, language, operatorVerify, operatorCases } as const
