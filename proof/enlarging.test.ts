import { expect, test } from 'vitest'
import { outcomes, run } from './enlarging.ts'

test('nothing that anybody of the partner tries enlarges what the customer allowed', () => {
  const asCustomer = run(1, 60, (actor) => (actor.side === 'partner' ? { ...actor, side: 'customer' } : actor))
  for (const { claim, holds, seen } of outcomes(run(1, 150), asCustomer)) expect(holds, `${claim}: ${seen}`).toBe(true)
})
