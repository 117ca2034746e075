// A campaign between two waves: what became of what it asked, and when it had better wait.

/** `opened`: looked at and not answered yet. `different`: the customer granted something else, or proposed it. */
export const campaignAnswers = ['open', 'opened', 'granted', 'different', 'declined', 'lapsed', 'withdrawn'] as const
export type CampaignAnswer = (typeof campaignAnswers)[number]
export type CampaignAnswers = Readonly<Partial<Record<CampaignAnswer, number>>>

const answersToJudgeBy = 3

/** Too many of those who answered said no. A few answers say nothing yet. */
export function isTooManyRefusals({ granted = 0, different = 0, declined = 0 }: CampaignAnswers, holdAtPercent: number): boolean {
  const answered = granted + different + declined
  return answered >= answersToJudgeBy && declined * 100 >= answered * holdAtPercent
}
