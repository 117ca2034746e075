// Decisions a second on one core, in process, on facts at hand: all 22 rights granted, asked in turn about one product, some refused.
import { decide } from '../src/domain/authorization/decide.ts'
import { acting, givenFacts } from '../src/domain/authorization/given-facts.ts'
import { bakeryMail, noon } from '../src/domain/given.ts'
import { rightIds } from '../src/domain/rights/catalogue.ts'
import { type Bench, median } from './figure.ts'

const milliseconds = 500
const rounds = 7
const questions = rightIds.map((right) => ({ ...acting(right), productId: bakeryMail.productId }))
const facts = givenFacts()

export const benchDecide: Bench = async () => {
  const measured = Array.from({ length: rounds }, perSecond)
  return [
    {
      figure: 'decide.per_second',
      value: Math.round(median(measured)),
      unit: '1/s',
      against: 'facts at hand; loading them is not counted',
    },
  ]
}

function perSecond(): number {
  const end = performance.now() + milliseconds
  let count = 0
  let allowed = 0
  while (performance.now() < end) {
    for (const question of questions) if (decide(question, facts, noon).allowed) allowed++
    count += questions.length
  }
  if (allowed === 0 || allowed === count) throw new Error('the questions must have both answers')
  return (count * 1000) / milliseconds
}
