// What a receipt leaves, with what is said of it: work of a stopped visit closes with its right, but a password or a rule never does. What belongs to a
// locked product lets nobody in, and cannot be ended now.
import type { Receipt } from './receipts-data.ts'

type Way = Receipt['waysIn'][number]
type Group = { readonly said: 'left' | 'left_stays' | 'still' | 'locked'; readonly ways: readonly Way[] }

const stays = ({ kind }: Way): boolean => kind === 'password' || kind === 'rule'

export function leftIn({ what, waysIn }: Pick<Receipt, 'what' | 'waysIn'>): readonly Group[] {
  const open = waysIn.filter(({ isOpen, cannot }) => isOpen && !cannot)
  const groups: readonly Group[] =
    what === 'visit'
      ? [
          { said: 'left', ways: open.filter((way) => !stays(way)) },
          { said: 'left_stays', ways: open.filter(stays) },
        ]
      : [{ said: 'still', ways: open }]
  const locked: Group = { said: 'locked', ways: waysIn.filter(({ isOpen, cannot }) => isOpen && cannot) }
  return [...groups, locked].filter(({ ways }) => ways.length > 0)
}
