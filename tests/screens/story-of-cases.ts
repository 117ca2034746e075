// What the operator has on the table: an application, a report, a dispute, a representation, partnerships taken over; and a customer's review.
import { givenStranger } from '../given-caller.ts'
import { givenOrganisation, givenPerson } from '../given-registered.ts'
import { asked, type Told } from './told.ts'

export async function tellCases(told: Told, reported: string) {
  await report(told, reported)
  const application = await apply(told)
  const dispute = await disputeWebwerk(told)
  const representation = await represent(told)
  await takeOver(told)
  const review = await reviewEverything(told)
  return { application, dispute, representation, review }
}

async function apply({ place, as, one }: Told): Promise<string> {
  const sara = await givenPerson(place, { name: 'Sara Amstutz', email: 'sara@alpenweb.example', language: 'de' })
  const firm = await givenOrganisation(place, { name: 'Alpenweb Informatik AG', members: [[sara, 'legal_representative']] })
  await asked(await as('Sara Amstutz'), 'POST', `/o/${firm}/partner-application`, {
    ...{ legalName: 'Alpweb Informatik AG', country: 'CH', city: 'Luzern', registerNumber: 'CHE-116.281.710' },
    ...{ domain: 'alpenweb.example', contactEmail: 'kontakt@alpenweb.example' },
  })
  return one('select id from partner_application where organisation_id = $1', firm)
}

async function report({ place }: Told, token: string): Promise<void> {
  const reason = 'Ich kenne diese Firma nicht und habe nie mit ihr gesprochen.'
  await asked(givenStranger(place), 'POST', `/requests/${token}/report`, { reason })
}

async function disputeWebwerk({ as, organisation, partnership }: Told): Promise<string> {
  const ursula = await as('Ursula Zürcher')
  const bakery = await organisation('Bäckerei')
  const { id } = await asked(ursula, 'POST', `/o/${bakery}/partnerships/${await partnership('Webwerk', 'Bäckerei')}/dispute`, {
    ...{ reason: 'Die Website zeigte am Montag den Shop eines anderen Kunden. Niemand hat uns etwas gesagt.', entries: [] },
  })
  return String(id)
}

async function represent({ as, organisation }: Told): Promise<string> {
  const body = { why: 'incapacity', email: 'rosa@roessli.example', documents: 'Ernennungsurkunde der KESB vom 3. Oktober' }
  const { id } = await asked(await as('Nora Imhof'), 'POST', `/operator/organisations/${await organisation('Garage')}/representation`, body)
  return String(id)
}

/** Alpweb looked after the florist before: Ida is asked to confirm. */
async function takeOver({ as, one, organisation }: Told): Promise<void> {
  const number = (id: string) => one('select number::text as id from organisation where id = $1', id)
  const customerNumbers = [await number(await organisation('Blumen'))]
  const partnerNumber = await number(await organisation('Alpweb'))
  await asked(await as('Nora Imhof'), 'POST', '/operator/taken-over', {
    partnerNumber,
    customerNumbers,
    access: 'read_only',
    dryRun: false,
  })
}

async function reviewEverything({ as, organisation }: Told): Promise<string> {
  const ursula = await as('Ursula Zürcher')
  const at = `/o/${await organisation('Bäckerei')}/reviews`
  const { id } = await asked(ursula, 'POST', at, { side: 'customer', only: 'all' })
  await asked(ursula, 'PUT', `${at}/${String(id)}/decisions`, { positions: [1, 2, 3], decision: 'keep' })
  await asked(ursula, 'PUT', `${at}/${String(id)}/decisions`, { positions: [4], decision: 'drop' })
  return String(id)
}
