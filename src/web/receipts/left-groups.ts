// What a receipt leaves, with what is said of it: work of a stopped visit closes with its right, but a password or a rule never does.
import type { Receipt } from './receipts-data.ts'

type Way = Receipt['waysIn'][number]
type Group = { readonly said: 'left' | 'left_stays' | 'still'; readonly ways: readonly Way[] }

const stays = ({ kind }: Way): boolean => kind === 'password' || kind === 'rule'

export function leftIn({ what, waysIn }: Pick<Receipt, 'what' | 'waysIn'>): readonly Group[] {
  const open = waysIn.filter(({ isOpen }) => isOpen)
  const groups: readonly Group[] =
    what === 'visit'
      ? [
          { said: 'left', ways: open.filter((way) => !stays(way)) },
          { said: 'left_stays', ways: open.filter(stays) },
        ]
      : [{ said: 'still', ways: open }]
  return groups.filter(({ ways }) => ways.length > 0)
}
