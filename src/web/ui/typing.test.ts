// Letters of a search field are neither lost nor overwritten, in whatever order they are typed, reported and heard back.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { headingOf, heard, reported, type Typing, typingFrom } from './typing.ts'

const type = (typing: Typing, typed: string): Typing => ({ ...typing, typed })

test('back to a word that was reported before is reported again, also while the one in between is on its way', () => {
  let typing = heard(reported(type(typingFrom(''), 'a'), 'a'), 'a')
  typing = type(reported(type(typing, 'ab'), 'ab'), 'a')
  expect(headingOf(typing)).toBe('ab')
  typing = reported(typing, 'a')
  typing = heard(typing, 'ab')
  expect(typing.typed).toBe('a')
  expect(heard(typing, 'a')).toEqual(typingFrom('a'))
})

test('what nobody reported replaces what stands there', () => {
  expect(heard(reported(type(typingFrom(''), 'a'), 'a'), 'a saved view')).toEqual(typingFrom('a saved view'))
})

test('whatever comes back of what was reported, and whenever: the field keeps what was typed, and ends where the outside does', () => {
  const event = fc.oneof(
    fc.constantFrom('', 'a', 'ab', 'abc').map((text) => ({ kind: 'type' as const, text })),
    fc.constant({ kind: 'pause' as const }),
    fc.nat(2).map((skipped) => ({ kind: 'hear' as const, skipped })),
  )
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      let typing = typingFrom('')
      let outside = ''
      let coming: readonly string[] = []
      let last = ''
      const pause = () => {
        if (typing.typed === headingOf(typing)) return
        coming = [...coming, typing.typed]
        typing = reported(typing, typing.typed)
      }
      const hear = (skipped: number) => {
        outside = coming[Math.min(skipped, coming.length - 1)] ?? outside
        coming = coming.slice(skipped + 1)
        typing = heard(typing, outside)
      }
      for (const one of events) {
        if (one.kind === 'type') {
          last = one.text
          typing = type(typing, last)
        } else if (one.kind === 'pause') pause()
        else hear(one.skipped)
        expect(typing.typed).toBe(last)
      }
      pause()
      while (coming.length > 0) hear(0)
      expect([typing.typed, outside]).toEqual([last, last])
    }),
  )
})
