import { CircleQuestionMark } from 'lucide-react'
import { expect, test } from 'vitest'
import { pageFinder } from './pages-and-actions.ts'

const named = (text: string) => ({ text, icon: CircleQuestionMark, to: `/${text}`, params: {}, isHere: false })
const finder = (...names: string[]) => {
  const read: string[] = []
  const find = pageFinder(names.map(named), ({ text }) => {
    read.push(text)
    return text
  })
  return { find: (typed: string) => find(typed).map(({ text }) => text), read }
}

test('each typed word begins a word of the page, whatever its accents', () => {
  const { find } = finder('Gérer les accès', 'Add a customer', 'Add customers from a list')
  expect(find('acces')).toEqual(['Gérer les accès'])
  expect(find('cust add')).toEqual(['Add a customer', 'Add customers from a list'])
  expect(find('add list')).toEqual(['Add customers from a list'])
  expect(find('ustomer')).toEqual([])
})

test('nothing typed finds nothing, and nothing finds more than five', () => {
  const { find } = finder(...'abcdefg'.split('').map((letter) => `Page ${letter}`))
  expect(find(' – ')).toEqual([])
  expect(find('page')).toHaveLength(5)
})

test('names are read once, however much is typed', () => {
  const { find, read } = finder('Members', 'Billing')
  for (const typed of ['b', 'bi', 'bil', 'm']) find(typed)
  expect(read).toEqual(['Members', 'Billing'])
})
