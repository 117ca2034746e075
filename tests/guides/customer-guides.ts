// The articles for customers, walked in the demo story. Each begins with what the one before left.

import { mailTo } from '../given-people.ts'
import { asked, requestTo, tokenOf } from '../given-requests.ts'
import type { At, Guide } from './guide.ts'
import { confirmIn, inDialog } from './screen-parts.ts'
import type { GuideWorld } from './world.ts'

const bakery = 'Bäckerei Zürcher GmbH'
const partnerPage =
  (customer: string, partner = 'Alpweb AG') =>
  async (world: GuideWorld) =>
    `/o/${await world.organisation(customer)}/partners/${await world.partnership(customer, partner)}`
const openPartner =
  (partner: string) =>
  async ({ hand, words }: At) => {
    await hand.press(words[0])
    await hand.press(partner)
  }
const newcomer = 'info@gaertnerei-moser.example'
const suspicious = 'buero@treuhand-roth.example'

/** The page of a request that Petra sends to an address that nobody has used yet. */
const requestOf = (email: string) => async (world: GuideWorld) => {
  const petra = await world.caller('petra')
  const rights = ['domain.view', 'domain.manage', 'mail.view', 'mail.manage', 'mail.content'].map((right) => asked(right))
  const sent = await petra.send('POST', `/o/${await world.organisation('Alpweb AG')}/requests`, requestTo({ email }, { rights }))
  return `/r/${await tokenOf(world.given, String(sent.body['managedCustomerId']))}`
}
/** Anna enters, as she does from her list. */
const annaInside = async (world: GuideWorld) =>
  (await world.caller('anna')).send('POST', `/c/${await world.partnership(bakery)}/visit`, { reason: 'Ticket 4711' })

const answer: Guide = {
  article: 'answer-a-request',
  walks: [
    {
      section: 'see',
      who: 'stranger',
      path: requestOf(newcomer),
      steps: [
        ({ hand, elsewhere, words, t }) => {
          elsewhere(words[0])
          return hand.see(t('consent.asks', { partner: 'Alpweb AG' }))
        },
        async ({ hand, page, t, world }) => {
          await hand.press(page.getByRole('button', { name: /^(Code|Envoyer|Invia|Enviar|Send)/ }).first())
          await page.getByText(t('consent.code_label')).waitFor()
          const [, one, two] = /\b(\d{3}) ?(\d{3})\b/.exec((await mailTo(world.given, newcomer, 2)).text) ?? []
          await page.getByRole('textbox').first().click()
          await page.keyboard.type(`${one}${two}`)
          await hand.type(page.getByLabel(t('consent.name_label')), 'Regula Moser')
          await hand.key('Enter')
          await hand.type(page.getByLabel(t('consent.organisation_name')), 'Gärtnerei Moser')
          await hand.press(page.getByRole('checkbox', { name: t('consent.may_decide') }))
          await hand.press(t('consent.create_organisation'))
        },
        ({ hand, t }) => hand.see(t('consent.who')),
      ],
    },
    {
      section: 'decide',
      who: 'stranger',
      steps: [
        ({ hand, page, words, t }) =>
          hand.press(
            page
              .getByRole('radiogroup', { name: new RegExp(t('families.domain')) })
              .first()
              .getByRole('radio', { name: words[1] ?? '' }),
          ),
        ({ hand, t }) => hand.see(t('consent.sensitive.title')),
        ({ hand, t }) => hand.see(t('consent.how_long')),
        async ({ hand, words, page, t }) => {
          await hand.press(words[0])
          await page.getByText(t('consent.done.different', { partner: 'Alpweb AG' })).waitFor()
        },
      ],
    },
  ],
}

const authorise: Guide = {
  article: 'authorise-a-partner',
  walks: [
    {
      section: '',
      who: 'niccolo',
      path: '/go/manager',
      steps: [
        ({ hand, words }) => hand.press(words[0]),
        async ({ hand, t }) => {
          await hand.press(t('partners.add'))
          await hand.type(t('partners.find'), 'Webwerk')
          await hand.press(t('partners.find.choose'))
        },
        ({ hand, t }) => hand.press(t('presets.read_only')),
        async ({ hand, page, t }) => {
          await hand.press(page.getByRole('button', { name: new RegExp(`^${t('partners.offer.send', { count: 8 })}`) }))
          await page
            .getByText(t('partners.offer.sent', { partner: 'Webwerk GmbH' }))
            .first()
            .waitFor()
        },
      ],
    },
  ],
}

const handOver: Guide = {
  article: 'hand-over',
  walks: [
    {
      section: 'begin',
      who: 'niccolo',
      path: '/go/manager',
      steps: [
        openPartner('Alpweb AG'),
        async ({ hand, words }) => {
          await hand.see(words[0])
          await hand.press(words[1])
        },
        (at) => at.hand.press(inDialog(at).getByRole('radio', { name: 'Webwerk GmbH' })),
        async (at) => {
          await confirmIn(at, at.words[0])
        },
      ],
    },
  ],
}

const visits: Guide = {
  article: 'visits',
  walks: [
    {
      section: 'now',
      who: 'ursula',
      path: '/go/manager',
      before: annaInside,
      steps: [
        async ({ hand, words }) => {
          await hand.press(words[0])
          await hand.press(words[1])
        },
        ({ hand, page, words }) => {
          hand.used.add(words[0] ?? '')
          return hand.see(
            page
              .getByRole('region', { name: words[0] ?? '' })
              .getByText('Anna Keller', { exact: true })
              .first(),
          )
        },
        async ({ hand, words, page, t }) => {
          await hand.press(words[0])
          await page.getByText(t('visits.now.nobody')).waitFor()
        },
      ],
    },
    {
      section: 'told',
      who: 'ursula',
      path: '/go/manager',
      steps: [
        async (at) => {
          await openPartner('Alpweb AG')(at)
          await at.hand.see(at.words[1])
        },
        async ({ hand, words, page, t }) => {
          const rules = page.getByRole('region', { name: t('partners.rules') })
          await hand.press(words[0])
          await hand.press(rules.getByRole('checkbox', { name: /Ursula/ }))
        },
        async ({ hand, words, page, t }) => {
          await hand.press(words[0])
          await page.getByText(t('partners.people.saved')).first().waitFor()
        },
      ],
    },
    {
      section: 'limits',
      who: 'ursula',
      path: '/go/manager',
      steps: [
        async ({ hand, words }) => {
          await hand.press(words[0])
          await hand.press(words[1])
          await hand.see(words[2])
        },
        ({ hand, page, t }) => hand.choose(page.getByRole('combobox', { name: t('visits.limits.idle') })),
        async ({ hand, words, page, t }) => {
          await hand.press(words[0])
          await page.getByText(t('visits.limits.saved')).first().waitFor()
        },
      ],
    },
  ],
}

const partners: Guide = {
  article: 'partners',
  walks: [
    {
      section: 'narrow',
      who: 'ursula',
      path: '/go/manager',
      steps: [
        openPartner('Webwerk GmbH'),
        ({ hand, page, t }) => hand.press(page.getByRole('radio', { name: t('rights.level.view') }).first()),
        async ({ hand, page, t }) => {
          await hand.press(t('partners.save.less', { count: 1 }))
          await page
            .getByText(t('partners.saved', { partner: 'Webwerk GmbH' }))
            .first()
            .waitFor()
        },
      ],
    },
    {
      section: 'stop',
      who: 'ursula',
      path: '/go/manager',
      steps: [
        openPartner('Webwerk GmbH'),
        async ({ hand, words, page, t }) => {
          await hand.press(words[0])
          await page.getByRole('button', { name: t('common.resume_access') }).waitFor()
        },
      ],
    },
  ],
}

const activity: Guide = {
  article: 'activity-and-receipts',
  walks: [
    {
      section: 'read',
      who: 'ursula',
      path: '/go/manager',
      steps: [({ hand, words }) => hand.press(words[0]), ({ hand, words }) => hand.press(words[0])],
    },
    {
      section: 'receipts',
      who: 'ursula',
      path: partnerPage(bakery),
      steps: [
        ({ hand, words }) => hand.press(words[0]),
        ({ hand, words, page }) => {
          hand.used.add(words[0] ?? '')
          return hand.press(page.getByText(words[0] ?? '', { exact: true }).first())
        },
        async ({ hand, words, page }) => {
          await Promise.all([page.waitForEvent('download'), hand.press(words[0])])
        },
      ],
    },
  ],
}

const disputes: Guide = {
  article: 'disputes-and-reports',
  walks: [
    {
      section: 'dispute',
      who: 'ursula',
      path: '/go/manager',
      steps: [
        async (at) => {
          await openPartner('Webwerk GmbH')(at)
          await at.hand.press(at.words[1])
        },
        (at) => at.hand.type(inDialog(at).getByLabel(at.t('cases.dispute.reason')), 'Das war nicht bestellt.'),
        ({ hand, words }) => hand.press(words[0]),
        async ({ hand, words, t, page }) => {
          await hand.type(t('cases.view.text'), 'Niemand hat uns gefragt.')
          await hand.press(words[0])
          await page.getByText(t('cases.view.done')).first().waitFor()
        },
      ],
    },
    {
      section: 'report',
      who: 'stranger',
      path: requestOf(suspicious),
      steps: [
        ({ hand, words }) => hand.press(words[0]),
        ({ hand, t }) => hand.type(t('consent.report.what'), 'Diese Firma kennen wir nicht.'),
        async ({ hand, words, page, t }) => {
          await hand.press(words[0])
          await page.getByText(t('consent.reported.title')).waitFor()
        },
      ],
    },
  ],
}

export const customerGuides = { answer, authorise, handOver, visits, partners, activity, disputes } as const
