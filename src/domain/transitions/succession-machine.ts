// The machines of a succession and of the question to one customer, as tables can be made of them.

import { alpweb, daysAfter, noon, petra, thePartnership, webwerk, zuercher } from '../given.ts'
import { asId, type PartnershipId, type PersonId, type SuccessionId, type SuccessionQuestionId } from '../ids.ts'
import {
  decideQuestion,
  decideSuccession,
  type OfPartner,
  type QuestionCommand,
  type SuccessionCommand,
} from '../partnership/decide-succession.ts'
import { type Succession, type SuccessionQuestion, stateOfQuestion } from '../partnership/succession.ts'
import type { Actor } from '../who-may.ts'
import { actorNamed, actorNames } from './actors.ts'
import type { Machine } from './machine.ts'

const named: Succession = {
  ...{ id: asId<SuccessionId>('succession'), state: 'named', predecessorId: alpweb, successorId: webwerk, namedBy: petra, namedAt: noon },
  ...{ answeredBy: null, answeredAt: null, until: null },
}
const answered = { answeredBy: asId<PersonId>('paul'), answeredAt: noon }
export const givenSuccessions: Readonly<Record<Succession['state'], Succession>> = {
  named,
  agreed: { ...named, ...answered, state: 'agreed', until: daysAfter(30) },
  refused: { ...named, ...answered, state: 'refused' },
  withdrawn: { ...named, state: 'withdrawn' },
}

/** Petra named; Paul agreed. */
const asked: SuccessionQuestion = {
  ...{
    id: asId<SuccessionQuestionId>('question'),
    successionId: named.id,
    state: 'asked',
    customerId: zuercher,
    partnershipId: thePartnership,
  },
  ...{
    partnerId: alpweb,
    successorId: webwerk,
    successorName: 'Webwerk GmbH',
    askers: [petra, asId<PersonId>('paul')],
    until: daysAfter(30),
  },
  ...{ answeredBy: null, answeredAt: null, toPartnershipId: null },
}
const next = asId<PartnershipId>('next')
export const givenQuestions: Readonly<Record<string, SuccessionQuestion>> = {
  asked,
  'asked, overdue': { ...asked, until: noon },
  granted: { ...asked, ...answered, state: 'granted', toPartnershipId: next },
  declined: { ...asked, ...answered, state: 'declined' },
  lapsed: { ...asked, until: noon, state: 'lapsed' },
}

const ofPartners: Readonly<Record<string, OfPartner>> = Object.fromEntries(
  actorNames
    .filter((name) => name.startsWith('partner'))
    .flatMap((name) => [
      [name.replace('partner', 'goes').replace('asked', 'named'), { ...actorNamed(name), organisationId: alpweb }],
      [name.replace('partner', 'follows').replace('asked', 'named'), { ...actorNamed(name), organisationId: webwerk }],
    ]),
)

const commands: Readonly<Record<string, (by: OfPartner) => SuccessionCommand>> = {
  agree: (by) => ({ kind: 'agree', by, until: daysAfter(30), name: 'Webwerk GmbH' }),
  refuse: (by) => ({ kind: 'refuse', by, name: 'Webwerk GmbH' }),
  withdraw: (by) => ({ kind: 'withdraw', by, name: 'Webwerk GmbH' }),
}

export const successionMachine: Machine = {
  name: 'succession',
  states: Object.keys(givenSuccessions),
  first: ['named'],
  commands: Object.keys(commands),
  actors: Object.keys(ofPartners),
  attempt: (state, command, actor) => {
    const [before, made, by] = [givenSuccessions[state as Succession['state']], commands[command], ofPartners[actor]]
    if (!before || !made || !by) throw new Error(`no ${state}, no ${command}, or no ${actor}`)
    const decided = decideSuccession(before, made(by), noon)
    return decided.kind === 'refused' ? decided : { kind: 'done', state: decided.succession.state }
  },
}

const answers: Readonly<Record<string, (by: Actor) => QuestionCommand>> = {
  grant: (by) => ({ kind: 'grant', by, to: next }),
  decline: (by) => ({ kind: 'decline', by }),
  lapse: () => ({ kind: 'lapse' }),
}

export const questionMachine: Machine = {
  name: 'question of a succession',
  states: Object.keys(givenQuestions),
  first: ['asked', 'asked, overdue'],
  commands: Object.keys(answers),
  actors: actorNames,
  attempt: (state, command, actor) => {
    const [before, made] = [givenQuestions[state], answers[command]]
    if (!before || !made) throw new Error(`no ${state}, or no ${command}`)
    const decided = decideQuestion(before, made(actorNamed(actor)), noon)
    return decided.kind === 'refused' ? decided : { kind: 'done', state: stateOfQuestion(decided.question, noon) }
  },
}
