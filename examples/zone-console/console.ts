// What the parts of this console share.
import type { Prokura } from '@prokura/client'
import type { Replica } from '@prokura/client/replica'
import type { Config } from './config.ts'
import type { Sessions } from './sessions.ts'
import type { SignIn } from './sign-in.ts'

export type Console = {
  readonly config: Config
  readonly prokura: Prokura
  readonly replica: Replica
  readonly sessions: Sessions
  readonly signIn: SignIn
}
