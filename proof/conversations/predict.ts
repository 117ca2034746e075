// What the product promises comes of each command, from the model alone: refused, or done and what is true then.

import type { RightId } from '../../src/domain/rights/catalogue.ts'
import { answerDays, dayMs, type Model, newPair, type Open, overdue, proposed, withInbox } from './model.ts'
import { isLeader, isPartner, isRepresentative, type Name, personOf } from './people.ts'
import { changed, grantedBy, narrowed } from './predict-grant.ts'
import { type Asking, type Choice, closedOver, rights, type Said } from './said.ts'

export type Predicted = { readonly outcome: 'done'; readonly next: Model } | { readonly outcome: 'refused' }
const refused: Predicted = { outcome: 'refused' }
const done = (next: Model): Predicted => ({ outcome: 'done', next })

const leads = (name: Name) => isPartner(name) && isLeader(name)
const sends = (name: Name) => isPartner(name) && isRepresentative(name)
const grants = (name: Name) => !isPartner(name) && isRepresentative(name)
const asked = (open: Open, name: Name) => open.askers.includes(personOf(name))

export function predict(model: Model, said: Said): Predicted {
  switch (said.kind) {
    case 'pass':
      return done(overdue({ ...model, now: model.now + said.days * dayMs }))
    case 'clock':
      return done(model)
    case 'request':
    case 'release':
    case 'resend':
    case 'take_back':
    case 'claim':
    case 'refuse':
      return inInbox(model, said)
    default:
      return onPair(model, said)
  }
}

function inInbox(model: Model, said: Extract<Said, { inbox: 0 | 1 }>): Predicted {
  const { inbox, by } = said
  const open = model.inboxes[inbox]
  const put = (next: Open | null) => done(withInbox(model, inbox, next))
  const until = model.now + answerDays * dayMs
  if (said.kind === 'request') {
    const made = leads(by) && open === null ? proposed('partner', said.asking, null) : null
    return made ? put(begun(made, by, model.now)) : refused
  }
  if (open === null) return refused
  switch (said.kind) {
    case 'release':
      return sends(by) && open.state === 'prepared'
        ? put({ ...open, state: 'open', askers: [...open.askers, personOf(by)], until })
        : refused
    case 'resend':
      return leads(by) && open.state === 'open' ? put({ ...open, until }) : refused
    case 'take_back':
      return leads(by) ? put(null) : refused
    case 'refuse':
      return open.state === 'open' && said.proven && !asked(open, by) ? put(null) : refused
    case 'claim':
      return open.state === 'open' && said.proven && !asked(open, by) && grants(by) ? claimed(model, inbox, open, said) : refused
  }
}

/** The one answer that decides: the request joins the partnership there is, or begins one. */
function claimed(model: Model, inbox: 0 | 1, open: Open, { by, choice }: { readonly by: Name; readonly choice: Choice }): Predicted {
  const living = model.pair
  const pair = living ?? newPair
  // A question of the customer's own gives way; one of the partner's stays, and lets no counter-proposal pass.
  const before: Model = {
    ...withInbox(model, inbox, null),
    pair: pair.open?.side === 'customer' ? { ...pair, open: null } : pair,
    lives: model.lives + (living ? 0 : 1),
  }
  return answered(before, { ...open, base: null }, { by, choice, isFree: before.pair?.open === null })
}

type Answering = { readonly by: Name; readonly choice: Choice; readonly isFree: boolean }

function answered(model: Model, open: Open, { by, choice, isFree }: Answering): Predicted {
  const { pair } = model
  if (!pair) return refused
  const given = closedOver(choice.granted)
  if (given.size === 0 && open.rights.size > 0) return refused
  const isCounter = [...open.required].some((right) => !given.has(right)) || (choice.payer === 'partner' && open.payer !== 'partner')
  if (!isCounter) return accepted(grantedBy(model, { rights: given, payer: choice.payer, days: choice.days, base: open.base }), isFree)
  if (!isFree) return refused
  const asking: Asking = { rights: [...given], required: [], payer: choice.payer, days: choice.days }
  const made = proposed('customer', asking, pair.granted)
  return made ? done({ ...model, pair: { ...pair, open: begun(made, by, model.now) } }) : refused
}

/** What is accepted is no longer open; another question of the partner's, on the same partnership, stays. */
function accepted(model: Model | null, isOnlyOne: boolean): Predicted {
  if (model === null) return refused
  return done(isOnlyOne && model.pair ? { ...model, pair: { ...model.pair, open: null } } : model)
}

function begun(made: NonNullable<ReturnType<typeof proposed>>, by: Name, now: number): Open {
  const isSent = isRepresentative(by)
  return {
    ...made,
    state: isSent ? 'open' : 'prepared',
    askers: [personOf(by)],
    until: isSent ? now + answerDays * dayMs : Number.POSITIVE_INFINITY,
  }
}

function onPair(model: Model, said: Exclude<Said, { inbox: 0 | 1 } | { kind: 'pass' | 'clock' }>): Predicted {
  const { pair, now } = model
  if (said.kind === 'offer') return pair === null ? offered(model, said) : refused
  if (pair === null) return refused
  const { open } = pair
  const answerable = (side: 'partner' | 'customer', by: Name) => open?.side === side && open.state === 'open' && !asked(open, by)
  switch (said.kind) {
    case 'more': {
      const made = leads(said.by) && pair.state === 'active' && open === null ? proposed('partner', said.asking, pair.granted) : null
      return made ? done({ ...model, pair: { ...pair, open: begun(made, said.by, now) } }) : refused
    }
    case 'counter': {
      const made = sends(said.by) && answerable('customer', said.by) ? proposed('partner', said.asking, pair.granted) : null
      return made ? done({ ...model, pair: { ...pair, open: begun(made, said.by, now) } }) : refused
    }
    case 'answer':
      return open && answerable('partner', said.by) && grants(said.by) ? answered(model, open, { ...said, isFree: true }) : refused
    case 'accept':
      return open && answerable('customer', said.by) && sends(said.by) ? accepted(grantedBy(model, open), true) : refused
    case 'decline':
      return open && answerable(isPartner(said.by) ? 'customer' : 'partner', said.by) && isRepresentative(said.by) ? closed(model) : refused
    case 'withdraw':
      return open && (open.side === 'partner' ? leads(said.by) : grants(said.by)) ? closed(model) : refused
    case 'release_more':
      return open?.side === 'partner' && open.state === 'prepared' && sends(said.by)
        ? done({
            ...model,
            pair: {
              ...pair,
              open: { ...open, state: 'open', askers: [...open.askers, personOf(said.by)], until: now + answerDays * dayMs },
            },
          })
        : refused
    case 'end':
    case 'suspend':
    case 'resume':
    case 'stop_for_good':
    case 'change':
    case 'narrow':
    case 'pay':
    case 'assign':
      return pair.state === 'active' ? onActive(model, said) : refused
  }
}

type OnActive = Extract<Said, { kind: 'end' | 'suspend' | 'resume' | 'stop_for_good' | 'change' | 'narrow' | 'pay' | 'assign' }>

function onActive(model: Model, said: OnActive): Predicted {
  const { pair } = model
  const granted = pair?.granted
  if (!pair || !granted) return refused
  const withPair = (more: Partial<typeof pair>) => done({ ...model, pair: { ...pair, ...more } })
  switch (said.kind) {
    case 'end':
      return leads(said.by) || grants(said.by) ? done({ ...model, pair: null }) : refused
    case 'stop_for_good':
      return said.by === 'operator' ? done({ ...model, pair: null }) : refused
    case 'suspend':
      if (said.by === 'operator') return pair.byOperator ? refused : withPair({ byOperator: true })
      return !isPartner(said.by) && isLeader(said.by) && !pair.byCustomer ? withPair({ byCustomer: true }) : refused
    case 'resume':
      if (said.by === 'operator') return pair.byOperator ? withPair({ byOperator: false }) : refused
      return grants(said.by) && pair.byCustomer ? withPair({ byCustomer: false }) : refused
    case 'change':
      return grants(said.by) ? inVersion(model, changed(granted, said, model.now)) : refused
    case 'narrow':
      return isRepresentative(said.by) ? inVersion(model, narrowed(granted, said, model.now)) : refused
    case 'pay':
      return paid(model, said)
    case 'assign':
      return assigned(model, said)
  }
}

function paid(model: Model, { by, payer }: Extract<Said, { kind: 'pay' }>): Predicted {
  const granted = model.pair?.granted
  if (!granted || !isRepresentative(by) || payer === 'partner') return refused
  const next = isPartner(by)
    ? granted.payer === 'partner'
      ? { ...granted, payer: null }
      : null
    : granted.payer === 'customer'
      ? null
      : { ...granted, payer }
  return inVersion(model, next)
}

function assigned(model: Model, { by, rights: wanted }: Extract<Said, { kind: 'assign' }>): Predicted {
  const { pair } = model
  if (!pair?.granted || !leads(by)) return refused
  const { granted } = pair
  const isKnown = (right: RightId) => granted.rights.has(right) || pair.assigned?.includes(right) === true
  if (wanted !== null && (wanted.length === 0 || !wanted.every(isKnown))) return refused
  const next = wanted === null ? null : rights.filter((right) => closedOver(wanted).has(right))
  const isSame = next === null || pair.assigned == null ? pair.assigned === next : pair.assigned.join() === next.join()
  return isSame ? refused : done({ ...model, pair: { ...pair, assigned: next } })
}

function inVersion(model: Model, granted: NonNullable<Model['pair']>['granted']): Predicted {
  const { pair } = model
  return pair && granted ? done({ ...model, pair: { ...pair, version: pair.version + 1, granted } }) : refused
}

/** Nobody's question any more; what had only begun with it is not concluded. */
function closed(model: Model): Predicted {
  const { pair } = model
  return done({ ...model, pair: pair?.state === 'active' ? { ...pair, open: null } : null })
}

function offered(model: Model, { by, asking }: { readonly by: Name; readonly asking: Asking }): Predicted {
  const made = grants(by) ? proposed('customer', { ...asking, required: [] }, null) : null
  return made ? done({ ...model, lives: model.lives + 1, pair: { ...newPair, open: begun(made, by, model.now) } }) : refused
}
