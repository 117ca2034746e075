// What people's acts do to a partnership in the model, and who is told of it.
import { all } from './clock.ts'
import {
  type Act,
  endOf,
  type InForce,
  type Known,
  type Readers,
  requestDays,
  type Said,
  type State,
  sensitive,
  sensitiveEndOf,
  startOf,
} from './life.ts'
import { daysLater } from './zurich.ts'

type Done = Known & { readonly state: State }
type Asked = { readonly asAsked: boolean }

export function carryOut(state: State, act: Act, readers: Readers, { asAsked }: Asked): Done {
  const { at } = act
  const tell = (kind: string, to: readonly string[]) => all(kind, at, to)
  if (act.kind === 'request')
    return {
      state: { kind: 'requested', expires: daysLater(at, requestDays) },
      said: tell('request-received', readers.representatives),
      news: [],
    }
  if (act.kind === 'answer') {
    const answer = tell(asAsked ? 'answer-granted' : 'answer-different', [readers.sender])
    const said = [...tell('access-granted', readers.representatives), ...answer]
    return { state: { kind: 'active', asked: null, grant: granted(act) }, said, news: noted(act, ['answered'], said) }
  }
  if (state.kind !== 'active') throw new Error(`nothing to ${act.kind}`)
  const said = tellOf(state.grant, act, readers)
  return { state: onActive(state, act), said, news: noted(act, newsOf(state, act), said) }
}

/** Whoever got a mail of it knows. */
const noted = ({ at, life }: Act, what: readonly string[], said: readonly Said[]): Known['news'] =>
  what.map((one) => ({ at, life, what: one, told: said.map(({ to }) => to) }))

function newsOf({ grant, asked }: Extract<State, { kind: 'active' }>, act: Act): readonly string[] {
  switch (act.kind) {
    case 'stop':
      return ['suspended']
    case 'resume':
      return ['resumed']
    case 'end':
      return ['ended']
    case 'narrow':
      return ['changed']
    case 'review':
      return act.drop.length > 0 ? ['changed'] : []
    case 'renew': {
      const isLess = act.drop.length > 0 || alive(grant, act.at).rights.length < grant.rights.length
      return ['extended', ...(asked !== null ? ['answered'] : isLess ? ['changed'] : [])]
    }
    default:
      return []
  }
}

function granted({ at, rights, terms }: Extract<Act, { kind: 'answer' }>): InForce {
  const start = startOf(terms.startsOn, at)
  const end = endOf(terms.end, at)
  return { rights, start, end, sensitiveEnd: sensitiveEndOf(rights, { start, end }, at), begun: at, looked: at, isStopped: false }
}

function onActive(state: Extract<State, { kind: 'active' }>, act: Act): State {
  const { grant } = state
  const { at } = act
  switch (act.kind) {
    case 'stop':
    case 'resume':
      return { ...state, grant: { ...grant, isStopped: act.kind === 'stop' } }
    case 'end':
      return { kind: 'over' }
    case 'propose':
      return { ...state, asked: daysLater(at, requestDays) }
    case 'narrow': {
      const end = act.end === null ? grant.end : endOf(act.end, at)
      const keeps = act.keep.includes(sensitive) ? grant.sensitiveEnd : null
      const sensitiveEnd = keeps !== null && end !== null ? Math.min(keeps, end) : keeps
      return { ...state, grant: { ...grant, rights: act.keep, end, sensitiveEnd } }
    }
    case 'review':
      return { ...state, grant: { ...without(grant, act.drop), looked: at } }
    case 'renew': {
      const kept = without(alive(grant, at), act.drop)
      const end = endOf(act.end, at)
      return {
        kind: 'active',
        asked: null,
        grant: { ...kept, end, sensitiveEnd: sensitiveEndOf(kept.rights, { start: kept.start, end }, at), looked: at },
      }
    }
    default:
      throw new Error(`${act.kind} is no act on an active partnership`)
  }
}

function tellOf(grant: InForce, act: Act, { representatives, working, leaders }: Readers): readonly Said[] {
  const tell = (kind: string, to: readonly string[]) => all(kind, act.at, to)
  switch (act.kind) {
    case 'stop':
      return tell('access-suspended', [...working, ...representatives.slice(1)])
    case 'resume':
      return tell('access-resumed', [...working, ...representatives.slice(1)])
    case 'end':
      return tell('partnership-ended', [...representatives, ...leaders])
    case 'propose':
      return tell('more-requested', representatives)
    case 'narrow':
      return tell('rights-changed', working)
    case 'review':
      return act.drop.length > 0 ? tell('rights-changed', working) : []
    case 'renew': {
      const isLess = act.drop.length > 0 || alive(grant, act.at).rights.length < grant.rights.length
      return [...tell('access-extended', representatives), ...(isLess ? tell('rights-changed', working) : [])]
    }
    default:
      return []
  }
}

function without(grant: InForce, drop: readonly string[]): InForce {
  const rights = grant.rights.filter((right) => !drop.includes(right))
  return { ...grant, rights, sensitiveEnd: rights.includes(sensitive) ? grant.sensitiveEnd : null }
}

/** Without the sensitive right when its time is over. */
export function alive(grant: InForce, at: number): InForce {
  return grant.sensitiveEnd !== null && grant.sensitiveEnd <= at ? without(grant, [sensitive]) : grant
}
