import { expect, test } from 'vitest'
import { firstWithRoom } from './table-room.ts'

test('what had no room is not tried again until there is as much as it needs', () => {
  const widths: Readonly<Record<string, number>> = { wide: 900, narrow: 600, cards: 0 }
  const needed = new Map<string, number>()
  const triedAt = (room: number): readonly string[] => {
    const tried: string[] = []
    firstWithRoom(['wide', 'narrow', 'cards'], room, needed, (way) => {
      tried.push(way)
      return Math.max(widths[way] ?? 0, room)
    })
    return tried
  }
  expect(triedAt(500)).toEqual(['wide', 'narrow', 'cards'])
  expect(triedAt(400)).toEqual(['cards'])
  expect(triedAt(599)).toEqual(['cards'])
  expect(triedAt(600)).toEqual(['narrow'])
  expect(triedAt(1000)).toEqual(['wide'])
  expect(triedAt(700)).toEqual(['narrow'])
})

test('where none has room it is the last one, also after another had room for a while', () => {
  const widths: Readonly<Record<string, number>> = { wide: 900, cards: 320 }
  const needed = new Map<string, number>()
  let shown = ''
  const shownAt = (room: number): string => {
    firstWithRoom(['wide', 'cards'], room, needed, (way) => {
      shown = way
      return Math.max(widths[way] ?? 0, room)
    })
    return shown
  }
  expect([300, 1000, 300].map(shownAt)).toEqual(['cards', 'wide', 'cards'])
})
