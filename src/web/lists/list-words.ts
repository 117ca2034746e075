// What lists, their states and their results are called.
import type { List } from '../../server/bulk/contract.ts'
import { hasText, type Translate } from '../texts.tsx'
import type { Mark, Tone } from '../ui/status.tsx'

export function titleOfList(t: Translate, { action, name }: Pick<List, 'action' | 'name'>): string {
  if (name !== null) return name
  return hasText(`lists.action.${action}`) ? t(`lists.action.${action}`) : action
}

export type Look = { readonly tone: Tone; readonly mark: Mark }

export function lookOfResult(result: string): Look {
  switch (result) {
    case 'sent':
    case 'done':
    case 'granted':
      return { tone: 'success', mark: 'full' }
    case 'will_send':
    case 'will_do':
    case 'opened':
      return { tone: 'info', mark: 'half' }
    case 'limit_reached':
    case 'different':
      return { tone: 'warning', mark: 'paused' }
    case 'invalid':
    case 'blocked':
    case 'not_possible':
    case 'declined':
      return { tone: 'danger', mark: 'crossed' }
    default:
      return { tone: 'neutral', mark: 'empty' }
  }
}

export function lookOfState(state: List['state']): Look {
  switch (state) {
    case 'running':
    case 'checking':
      return { tone: 'info', mark: 'half' }
    case 'done':
      return { tone: 'success', mark: 'full' }
    case 'prepared':
    case 'held':
      return { tone: 'warning', mark: 'paused' }
    case 'stopped':
      return { tone: 'danger', mark: 'crossed' }
    default:
      return { tone: 'neutral', mark: 'empty' }
  }
}
