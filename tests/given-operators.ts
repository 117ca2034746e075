// Two operators of the provider, each with a second factor.
import { nameOperator } from '../src/server/operator/name-first-operator.ts'
import { givenCaller } from './given-caller.ts'
import { givenPerson } from './given-people.ts'
import type { TestServer } from './server.ts'

export async function givenOperators(server: TestServer) {
  const pool = server.server.house.pools.system
  const named = async (name: string, email: string) => {
    const person = await givenPerson(server, { name, email, totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' })
    await nameOperator(pool, email)
    return { person, ...(await givenCaller(server, person)) }
  }
  return { olga: await named('Olga Imhof', 'olga@provider.example'), otto: await named('Otto Frei', 'otto@provider.example') }
}
