// A set of granted rights: closed over what each right needs, compared, joined and reduced.

import type { GrantedRight } from './scope.ts'

export type RightsSet = readonly GrantedRight[]
