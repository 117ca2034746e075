// Passwords as they are kept: argon2id with 19 MiB, two passes and one lane (OWASP's first choice), in PHC form with its own salt.
import { hash, verify } from '@node-rs/argon2'
import { randomToken } from '../platform/secrets.ts'

// argon2id is the package's default algorithm.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, cost)

/** Takes as long for nobody's password as for somebody's, so that time tells no one who has an account. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const right = await verify(passwordHash ?? (await nobodys()), password)
  return right && passwordHash !== null
}

let dummy: Promise<string> | undefined
function nobodys(): Promise<string> {
  dummy ??= hashPassword(randomToken())
  return dummy
}
