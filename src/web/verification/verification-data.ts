// What the pages about being a verified partner know, and where it is asked.
import type { z } from 'zod'
import type { getApplication } from '../../server/verification/contract.ts'

export type Standing = z.output<typeof getApplication.answer>
export const verificationPath = '/api/o/{organisation}/partner-application'
