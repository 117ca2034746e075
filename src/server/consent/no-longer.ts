// Why a request cannot be answered any more, by what became of its invitation.
export const noLonger = {
  prepared: 'not_found',
  claimed: 'already_answered',
  withdrawn: 'request_withdrawn',
  expired: 'request_expired',
} as const
