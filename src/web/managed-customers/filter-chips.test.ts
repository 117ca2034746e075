import { expect, test } from 'vitest'
import { textsFor } from '../../locales/server-texts.ts'
import { namesIn } from './filter-chips.ts'

const { t } = textsFor('en')
const known = [
  { id: 'anna', name: 'Anna Keller' },
  { id: 'luca', name: 'Luca Bernasconi' },
]

test('whoever is chosen and no longer known is said to be unknown, but not before it is known who there is', () => {
  expect(namesIn(t, ['anna'], known, 'people')).toEqual(['Anna Keller'])
  expect(namesIn(t, ['gone'], known, 'people')).toEqual(['unknown person'])
  expect(namesIn(t, ['gone', 'luca', 'away'], known, 'people')).toEqual(['Luca Bernasconi', '2 unknown people'])
  expect(namesIn(t, ['gone'], [], 'teams')).toEqual(['unknown team'])
  expect(namesIn(t, ['gone'], undefined, 'people')).toEqual([])
})
