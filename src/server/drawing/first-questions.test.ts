import { expect, test } from 'vitest'
import { app } from '../app.ts'
import { firstQuestions, questionsOf } from './first-questions.ts'

const organisation = '01a22611-0659-7660-b160-bb886c951eb6'
const customer = '01a22611-1121-712f-90d5-64122a41e788'

test('a page asks with the names that stand in its own address, in their order, and with what it was asked with', () => {
  expect(questionsOf(`/o/${organisation}/customers?search=z%C3%BCrcher&status=active`)).toContain(
    `/api/o/${organisation}/customers?search=z%C3%BCrcher&status=active`,
  )
  expect(questionsOf(`/o/${organisation}/customers/${customer}`)).toContain(`/api/o/${organisation}/customers/${customer}/profile`)
  expect(questionsOf(`/o/${organisation}/`)).toEqual(questionsOf(`/o/${organisation}`))
})

test.each([
  '/',
  '/sign-in',
  '/o/short',
  `/o/${organisation}/customers/new`,
  `/o/${organisation}/partners/new`,
  `/c/${customer}`,
  `//evil.example/o/${organisation}`,
  `/o/${organisation}/customers/${customer}/revise`,
])('%s is not among these pages', (page) => expect(questionsOf(page)).toBeUndefined())

test('what is asked for only reads, and is there', () => {
  const reads = app.filter(({ method }) => method === 'GET').map(({ path }) => path.replaceAll(/\{\w+\}/g, '*'))
  const asked = Object.values(firstQuestions)
    .flat()
    .map((question) => question.replace(/^\?/, '').replace('{search}', '').split('?')[0]?.replace('/api', ''))
  expect(asked.filter((path) => !reads.includes(path ?? ''))).toEqual([])
})
