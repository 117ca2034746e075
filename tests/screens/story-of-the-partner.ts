// What a partner has after some months: templates, lists, a campaign, a team, views, a review, and colleagues who ask for something.
import { asId } from '../../src/domain/ids.ts'
import { termsUnchanged } from '../../src/domain/partnership/terms.ts'
import { invitationToken } from '../../src/server/members/invite-member.ts'
import type { Caller } from '../given-caller.ts'
import { noTerms } from '../given-requests.ts'
import { asked, type Told, until } from './told.ts'

export async function tellPartner(told: Told) {
  const petra = await told.as('Petra Frei')
  const alpweb = await told.organisation('Alpweb')
  const template = await templates(petra, alpweb)
  const list = await lists(petra, alpweb)
  const campaign = await inWaves(told, petra, alpweb)
  await people(told, petra, alpweb)
  const join = await inviteSomebody(told, petra, alpweb)
  const { id: ownReview } = await asked(petra, 'POST', `/o/${alpweb}/reviews`, { side: 'partner', only: 'all' })
  await inside(told)
  return { alpweb, template, ...list, campaign, join, ownReview: String(ownReview) }
}

async function templates(petra: Caller, alpweb: string): Promise<string> {
  const scope = { kind: 'customer_chooses' }
  const asking = (right: string, required = false) => ({
    right,
    scope,
    required,
    reason: null,
    ...(required ? { withoutIt: 'Der Shop ist nicht erreichbar.' } : {}),
  })
  const shop = {
    name: 'Shop mit Bestellungen und Rechnungsversand',
    rights: [asking('domain.view'), asking('domain.manage', true)],
    terms: noTerms,
  }
  const { id } = await asked(petra, 'POST', `/o/${alpweb}/templates`, shop)
  await asked(petra, 'PUT', `/o/${alpweb}/templates/${String(id)}`, {
    ...{ ...shop, rights: [...shop.rights, asking('mail.view')] },
    ...{ version: 1, nameBefore: shop.name },
  })
  await asked(petra, 'POST', `/o/${alpweb}/templates`, { name: 'Wartung', rights: [asking('hosting.view')], terms: noTerms })
  return String(id)
}

const chosen = { access: { preset: 'limited' }, terms: noTerms, validityDays: 30, language: 'de' }
const rowsOf = (from: string) => [
  ...Array.from({ length: 6 }, (_, at) => ({
    email: `info@${from}-${at}.example`,
    organisation_name: `${from} ${at} Söhne`,
    your_reference: `R-${at}`,
  })),
  { email: `info@${from}-0.example`, organisation_name: 'Doppelt' },
  { email: 'keine', organisation_name: 'Ohne richtige Adresse' },
]

async function lists(petra: Caller, alpweb: string) {
  const put = async (rows: readonly object[]) => {
    const { id } = await asked(petra, 'POST', `/o/${alpweb}/lists`, { action: 'add', chosen })
    await asked(petra, 'PUT', `/o/${alpweb}/lists/${String(id)}/rows`, { from: 0, rows, last: true })
    await asked(petra, 'POST', `/o/${alpweb}/lists/${String(id)}/check`)
    await comesTo(petra, alpweb, String(id), 'ready')
    return String(id)
  }
  const done = await put(rowsOf('garten'))
  await asked(petra, 'POST', `/o/${alpweb}/lists/${done}/start`)
  await comesTo(petra, alpweb, done, 'done')
  await asked(petra, 'POST', `/o/${alpweb}/lists/${done}/seen`)
  return { listDone: done, list: await put(rowsOf('schreinerei')) }
}

const comesTo = (petra: Caller, alpweb: string, id: string, ...states: readonly string[]) =>
  until(async () => states.includes(String((await asked(petra, 'GET', `/o/${alpweb}/lists/${id}`))['state'])), `list ${states.join(', ')}`)

async function inWaves({ row }: Told, petra: Caller, alpweb: string): Promise<string> {
  const reason = 'Damit wir Ihre Postfächer umziehen können, ohne dass eine Nachricht verloren geht'
  const rights = ['mail.view', 'mail.content'].map((right) => ({ right, scope: { kind: 'all', future: true }, required: false, reason }))
  const { id } = await asked(petra, 'POST', `/o/${alpweb}/lists`, {
    ...{ action: 'ask', name: 'Umzug der Postfächer', chosen: { rights, terms: termsUnchanged } },
    target: { ids: [await row('Alpweb', 'Bäckerei'), await row('Alpweb', 'Zürn'), await row('Alpweb', 'Rossi')] },
    waves: { pilot: 2, size: 1, pauseHours: 24, holdAtPercent: 50 },
  })
  await asked(petra, 'POST', `/o/${alpweb}/lists/${String(id)}/check`)
  await comesTo(petra, alpweb, String(id), 'ready')
  await asked(petra, 'POST', `/o/${alpweb}/lists/${String(id)}/start`)
  await until(async () => Number((await asked(petra, 'GET', `/o/${alpweb}/lists/${String(id)}`))['left']) <= 1, 'first wave')
  return String(id)
}

async function people({ one, row, as }: Told, petra: Caller, alpweb: string): Promise<void> {
  const person = (name: string) => one('select id from person where name = $1', name)
  const [anna, luca] = [await person('Anna Keller'), await person('Luca Bernasconi')]
  const { id: team } = await asked(petra, 'POST', `/o/${alpweb}/teams`, { name: 'Nordwestschweiz', people: [anna, luca] })
  await asked(petra, 'PUT', `/o/${alpweb}/customers/${await row('Alpweb', 'Zürn')}/notes`, {
    ...{ reference: '2057', tags: ['wordpress', 'wartungsvertrag'], note: 'Ruft am liebsten montags an.' },
  })
  const rule = { name: 'Alle mit Wartungsvertrag', filter: { tags: ['wartungsvertrag'] }, to: { kind: 'team', id: team } }
  await asked(petra, 'POST', `/o/${alpweb}/assignment-rules`, rule)
  await asked(petra, 'POST', `/o/${alpweb}/customer-views`, { name: 'Zu prüfen', filter: { tags: ['wordpress'] }, teamId: null })
  const rules = { listIsVisible: true, approversForCustomers: 1, approversForRights: 1, rightsHours: 8 }
  await asked(petra, 'PUT', `/o/${alpweb}/access-rules`, rules)
  const asking = {
    managedCustomerId: await row('Alpweb', 'Rossi'),
    rights: null,
    hours: 8,
    why: 'Luca ist in den Ferien, der Shop ist langsam.',
  }
  await asked(await as('Anna Keller'), 'POST', `/o/${alpweb}/access-requests`, asking)
}

async function inviteSomebody({ place }: Told, petra: Caller, alpweb: string): Promise<string> {
  const body = { email: 'neu@alpweb.example', role: 'collaborator', language: 'de' }
  const { invitationId } = await asked(petra, 'POST', `/o/${alpweb}/member-invitations`, body)
  return invitationToken(place.server.house.secrets, { id: asId(String(invitationId)), generation: 1 })
}

/** Anna is in the bakery's Manager; at the joinery's door she is asked why. */
async function inside({ as, organisation, partnership }: Told): Promise<void> {
  const [anna, toebi] = [await as('Anna Keller'), await as('Töbi Zürn')]
  await asked(anna, 'POST', `/c/${await partnership('Alpweb', 'Bäckerei')}/visit`)
  const joinery = await partnership('Alpweb', 'Zürn')
  await asked(toebi, 'PUT', `/o/${await organisation('Zürn')}/partnerships/${joinery}/visit-rules`, { reasonNeeded: true, told: [] })
}
