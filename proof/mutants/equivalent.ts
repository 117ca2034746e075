// Mutants that change nothing anybody could see, one by one, each with the reason. The proof fails when one of them can be killed after all.
export type Equivalent = { readonly mutant: string; readonly because: string }

export const equivalent: readonly Equivalent[] = [
  {
    mutant: `src/domain/authorization/asked.ts:14:10 question.action === 'enter' → false`,
    because: 'the catalogue has no right called enter, so looking it up finds nothing either',
  },
  {
    mutant: `src/domain/authorization/asked.ts:14:30 'enter' → ""`,
    because: 'the catalogue has no right called enter, so looking it up finds nothing either',
  },
  {
    mutant: 'src/domain/authorization/asked.ts:38:7 acting === null → false',
    because: 'assignments are asked about only where there is a partnership: the role of a membership in it comes first',
  },
  {
    mutant: 'src/domain/authorization/asked.ts:38:31 [] → ["Stryker was here"]',
    because: 'assignments are asked about only where there is a partnership: the role of a membership in it comes first',
  },
  {
    mutant: 'src/domain/authorization/decide.ts:21:10 because === null → false',
    because: 'a question that meets every requirement has a chain',
  },
  {
    mutant: `src/domain/authorization/decide.ts:22:7 { allowed: false, because: { code: 'partnership', givenBy: 'nobody' } } → {}`,
    because: 'never reached: a question that meets every requirement has a chain',
  },
  {
    mutant: 'src/domain/authorization/decide.ts:22:18 false → true',
    because: 'never reached: a question that meets every requirement has a chain',
  },
  {
    mutant: `src/domain/authorization/decide.ts:22:34 { code: 'partnership', givenBy: 'nobody' } → {}`,
    because: 'never reached: a question that meets every requirement has a chain',
  },
  {
    mutant: `src/domain/authorization/decide.ts:22:42 'partnership' → ""`,
    because: 'never reached: a question that meets every requirement has a chain',
  },
  {
    mutant: `src/domain/authorization/decide.ts:22:66 'nobody' → ""`,
    because: 'never reached: a question that meets every requirement has a chain',
  },
  { mutant: 'src/domain/authorization/decide.ts:33:7 membership === null → false', because: 'the requirement membership has been met' },
  {
    mutant: 'src/domain/authorization/decide.ts:40:7 acting?.membership == null || acting.partnership.grant === null → false',
    because: 'the requirements partner_membership and partnership_active have been met',
  },
  {
    mutant:
      'src/domain/authorization/decide.ts:40:7 acting?.membership == null || acting.partnership.grant === null → acting?.membership == null && acting.partnership.grant === null',
    because: 'the requirements partner_membership and partnership_active have been met',
  },
  {
    mutant: 'src/domain/authorization/decide.ts:40:7 acting?.membership == null → false',
    because: 'the requirements partner_membership and partnership_active have been met',
  },
  {
    mutant: 'src/domain/authorization/decide.ts:40:7 acting?.membership → acting.membership',
    because: 'the requirements partner_membership and partnership_active have been met',
  },
  {
    mutant: 'src/domain/authorization/decide.ts:40:37 acting.partnership.grant === null → false',
    because: 'the requirements partner_membership and partnership_active have been met',
  },
  {
    mutant: 'src/domain/authorization/decide.ts:54:14 asked.question.visit?.visitId → asked.question.visit.visitId',
    because: 'this chain belongs to questions with a visit',
  },
  {
    mutant: 'src/domain/authorization/decide.ts:61:41 session?.expiresAt → session.expiresAt',
    because: 'only standing questions do without a session, and they do not get here',
  },
  { mutant: 'src/domain/authorization/decide.ts:63:17 acting?.visit → acting.visit', because: 'the requirement partnership has been met' },
  {
    mutant: 'src/domain/authorization/decide.ts:64:20 visit === null → false',
    because: 'a visit is absent only before one, and then the other two conditions say so',
  },
  {
    mutant: 'src/domain/authorization/decide.ts:65:41 acting?.partnership.grant?.notAfter → acting?.partnership.grant.notAfter',
    because: 'the requirement partnership_active has been met',
  },
  {
    mutant: 'src/domain/authorization/decide.ts:65:41 acting?.partnership → acting.partnership',
    because: 'the requirement partnership has been met',
  },
  {
    mutant: 'src/domain/authorization/decide.ts:71:79 [] → ["Stryker was here"]',
    because: 'never reached: a right whose needs cannot be told is denied',
  },
  {
    mutant: 'src/domain/authorization/held-rights.ts:24:41 facts.membership === null → false',
    because: 'whoever may enter at home is a member',
  },
  { mutant: 'src/domain/authorization/held-rights.ts:24:69 [] → ["Stryker was here"]', because: 'whoever may enter at home is a member' },
  {
    mutant: 'src/domain/authorization/held-rights.ts:25:7 facts.acting === null → false',
    because: 'whoever may enter on behalf of a customer has a partnership',
  },
  {
    mutant: 'src/domain/authorization/held-rights.ts:25:37 [] → ["Stryker was here"]',
    because: 'whoever may enter on behalf of a customer has a partnership',
  },
  {
    mutant: 'src/domain/authorization/held-rights.ts:26:47 facts.session?.strength → facts.session.strength',
    because: 'whoever may enter, other than standing, has a session',
  },
  {
    mutant: 'src/domain/authorization/held-rights.ts:40:7 facts.session === null || place.visit === undefined → false',
    because: 'saves work only: without a session nothing is held, and at home nothing waits for a second factor',
  },
  {
    mutant:
      'src/domain/authorization/held-rights.ts:40:7 facts.session === null || place.visit === undefined → facts.session === null && place.visit === undefined',
    because: 'saves work only: without a session nothing is held, and at home nothing waits for a second factor',
  },
  {
    mutant: 'src/domain/authorization/held-rights.ts:40:7 facts.session === null → false',
    because: 'saves work only: without a session nothing is held, and at home nothing waits for a second factor',
  },
  {
    mutant: 'src/domain/authorization/held-rights.ts:40:33 place.visit === undefined → false',
    because: 'saves work only: without a session nothing is held, and at home nothing waits for a second factor',
  },
  {
    mutant: 'src/domain/authorization/requirements.ts:52:32 question.visit?.partnershipId → question.visit.partnershipId',
    because: 'these requirements belong to questions with a visit',
  },
  {
    mutant: 'src/domain/authorization/requirements.ts:52:65 partnership?.customerId → partnership.customerId',
    because: 'without a partnership its id has already differed',
  },
  {
    mutant: 'src/domain/authorization/requirements.ts:56:88 facts.acting?.partnership → facts.acting.partnership',
    because: 'the membership before it stands in the same facts',
  },
  {
    mutant: 'src/domain/authorization/requirements.ts:111:42 rightAsked(asked)?.needs → rightAsked(asked).needs',
    because: 'the needs of a right are asked for only where there is such a right',
  },
  {
    mutant: 'src/domain/authorization/requirements.ts:111:70 [] → ["Stryker was here"]',
    because: 'the needs of a right are asked for only where there is such a right',
  },
  {
    mutant: 'src/domain/authorization/requirements.ts:114:10 family === undefined → false',
    because: 'what is undefined is no family either',
  },
  {
    mutant: 'src/domain/authorization/requirements.ts:123:18 question.visit?.visitId → question.visit.visitId',
    because: 'these requirements belong to questions with a visit',
  },
  {
    mutant: 'src/domain/authorization/requirements.ts:132:72 question.visit?.visitId → question.visit.visitId',
    because: 'these requirements belong to questions with a visit',
  },
]
