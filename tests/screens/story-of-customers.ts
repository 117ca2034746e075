// More customers: one who reads a request, two who sign together, one with a succession to answer, one who has nothing yet.
import { givenOrganisation, givenPerson } from '../given-registered.ts'
import { noTerms, requestTo, tokenOf } from '../given-requests.ts'
import { asked, type Told } from './told.ts'

export async function tellCustomers(told: Told) {
  const firms = await found(told)
  const request = await sendRequests(told)
  const signature = await signTogether(told, request.together)
  await succeed(told)
  return { ...firms, ...request, signature }
}

async function found({ place }: Told) {
  const person = (name: string, email: string) => givenPerson(place, { name, email, language: 'de' })
  const [pia, fritz, greta, rosa, lena, noa, ida] = await Promise.all([
    person('Pia Stäubli', 'pia@muehle-staefa.example'),
    person('Fritz Müller', 'fritz@mueller-treuhand.example'),
    person('Greta Müller', 'greta@mueller-treuhand.example'),
    person('Rosa Hürlimann', 'rosa@roessli.example'),
    person('Lena Egli', 'lena@egli.example'),
    person('Noa Brändli', 'noa@neuweb.example'),
    person('Ida Iseli', 'ida@blumen-iseli.example'),
  ])
  const leads = 'legal_representative'
  const firm = (name: string, members: Parameters<typeof givenOrganisation>[1]['members'], isPartner = false) =>
    givenOrganisation(place, { name, isPartner, members })
  return {
    mill: await firm('Mühle Stäfa Getreideverarbeitung und Handels AG', [[pia, leads]]),
    trust: await firm('Müller Treuhand GmbH', [
      [fritz, leads],
      [greta, leads],
    ]),
    inn: await firm('Gasthof Rössli AG', [[rosa, leads]]),
    empty: await firm('Egli Gartenbau', [[lena, leads]]),
    florist: await firm('Blumen Iseli', [[ida, leads]]),
    newPartner: await firm('Neuweb AG', [[noa, leads]], true),
  }
}

async function sendRequests({ place, as, organisation, one }: Told) {
  const petra = await as('Petra Frei')
  const alpweb = await organisation('Alpweb')
  const sent = async (email: string, what: object, more: object = {}) => {
    const { managedCustomerId } = await asked(petra, 'POST', `/o/${alpweb}/requests`, requestTo({ email, language: 'de' }, what, more))
    return String(managedCustomerId)
  }
  const everywhere = { kind: 'customer_chooses' }
  const rights = [
    { right: 'domain.view', scope: everywhere, required: true, reason: null },
    {
      right: 'domain.manage',
      scope: everywhere,
      required: true,
      reason: 'Um Ihren neuen Shop zu verbinden',
      withoutIt: 'Der Shop ist nicht erreichbar.',
    },
    { right: 'mail.view', scope: everywhere, required: false, reason: null },
    { right: 'mail.manage', scope: everywhere, required: false, reason: null },
    { right: 'hosting.view', scope: everywhere, required: false, reason: null },
    { right: 'hosting.manage', scope: everywhere, required: false, reason: null },
    { right: 'hosting.content', scope: everywhere, required: false, reason: 'Um Fehler im Shop zu beheben' },
    { right: 'billing.view', scope: { kind: 'organisation' }, required: false, reason: null },
  ]
  const mill = await sent('pia@muehle-staefa.example', { rights })
  const together = await sent('fritz@mueller-treuhand.example', { preset: 'limited', families: ['domain', 'mail'] })
  const withdrawn = await sent('jemand@anderswo.example', { preset: 'read_only' })
  await asked(petra, 'POST', `/o/${alpweb}/customers/${withdrawn}/withdraw`)
  const reported = await sent('hans@fremd.example', { preset: 'read_only' })
  const token = (id: string) => tokenOf(place, id)
  const waiting = await one("select id from invitation where email = 'info@mueller-soehne.example'")
  return {
    ...{ request: await token(mill), revised: mill, together: await token(together), withdrawn: await token(withdrawn) },
    ...{ reported: await token(reported), waiting: await token(waiting), waitingRow: waiting },
  }
}

/** Fritz grants, and Greta has not signed yet. */
async function signTogether({ as, organisation, one }: Told, token: string): Promise<string> {
  const fritz = await as('Fritz Müller')
  const firm = await organisation('Müller Treuhand')
  await asked(fritz, 'PUT', `/o/${firm}/signature-rule`, { twoSignatures: true })
  const consent = await asked(fritz, 'GET', `/requests/${token}/consent?organisation=${firm}`)
  const proposal = consent['proposal'] as { id: string; rights: readonly { right: string; scope: { kind: string } }[] }
  await fritz.send('POST', `/requests/${token}/answer`, {
    ...{ organisationId: firm, proposalId: proposal.id, decision: 'grant', notGranted: [], terms: noTerms },
    rights: proposal.rights.map(({ right, scope }) => ({
      right,
      scopes: [scope.kind === 'customer_chooses' ? { kind: 'all', future: true } : scope],
    })),
  })
  return one('select id from signature where customer_id = $1', firm)
}

/** Webwerk gives its business up to Alpweb; the inn is asked. */
async function succeed({ as, organisation, place }: Told): Promise<void> {
  const [juerg, rosa, petra] = [await as('Jürg Lüthi'), await as('Rosa Hürlimann'), await as('Petra Frei')]
  const [webwerk, inn, alpweb] = [await organisation('Webwerk'), await organisation('Gasthof'), await organisation('Alpweb')]
  const rights = ['domain.view', 'domain.manage', 'mail.view']
  const asking = rights.map((right) => ({ right, scope: { kind: 'customer_chooses' }, required: false, reason: null }))
  const sent = await asked(juerg, 'POST', `/o/${webwerk}/requests`, requestTo({ email: 'rosa@roessli.example' }, { rights: asking }))
  const token = await tokenOf(place, String(sent['managedCustomerId']))
  const consent = await asked(rosa, 'GET', `/requests/${token}/consent?organisation=${inn}`)
  await asked(rosa, 'POST', `/requests/${token}/answer`, {
    ...{ organisationId: inn, proposalId: (consent['proposal'] as { id: string }).id, decision: 'grant', notGranted: [], terms: noTerms },
    rights: rights.map((right) => ({ right, scopes: [{ kind: 'all', future: true }] })),
  })
  const { id } = await asked(juerg, 'POST', `/o/${webwerk}/successions`, { successorId: alpweb })
  await asked(petra, 'POST', `/o/${alpweb}/successions/${String(id)}/agree`)
}
