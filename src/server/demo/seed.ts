// Tells the demo story into an empty database, and remembers how its people sign in. The password is made anew for each installation.
import type { Config } from '../config.ts'
import { openHouse } from '../main.ts'
import type { DatabaseAddress } from '../platform/pool.ts'
import { keepDemoCredentials, newDemoCredentials, readDemoCredentials } from './credentials.ts'
import { demoOperator, nameDemoOperator } from './demo-operator.ts'
import { found } from './found.ts'
import { organisations } from './people.ts'
import { fillOrganisations } from './provide.ts'
import { tellStory } from './story.ts'

export type DemoSignIn = { readonly email: string; readonly password: string; readonly name: string; readonly description: string }

export async function seedDemo(config: Config, address: DatabaseAddress): Promise<void> {
  const credentials = newDemoCredentials()
  // Nothing is sent while the story is told: what follows from it waits in jobs for the first start.
  const { house, close } = await openHouse(config, address, { smtpUrl: 'smtp://127.0.0.1:1', webDirectory: '' })
  try {
    await nameDemoOperator(house, credentials)
    const cast = await found(house, credentials.password)
    await fillOrganisations(house, cast)
    await tellStory(cast)
  } finally {
    await close()
  }
  keepDemoCredentials(config, credentials)
}

/** How the people of the story sign in here, in the order in which they are shown; none where the story was told elsewhere. */
export function demoSignIns(config: Config): readonly DemoSignIn[] {
  const credentials = readDemoCredentials(config)
  if (credentials === undefined) return []
  const { password, operatorSecret } = credentials
  const people = organisations.flatMap(({ members }) => members)
  const shown = people.flatMap(({ name, email, description }) => (description === undefined ? [] : [{ name, email, description }]))
  return [...shown, ...(operatorSecret === undefined ? [] : [demoOperator])].map((person) => ({ ...person, password }))
}
