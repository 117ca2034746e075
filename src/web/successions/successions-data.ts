// What the pages about successions know, and where it is asked.
import type { z } from 'zod'
import { listSuccessionQuestions } from '../../server/partners/succession-contract.ts'
import { listSuccessions } from '../../server/successions/contract.ts'
import { api } from '../api.ts'

export type Succession = z.output<typeof listSuccessions.answer>['successions'][number]
export type SuccessionQuestion = z.output<typeof listSuccessionQuestions.answer>['questions'][number]
export const successionsPath = '/api/o/{organisation}/successions'

export const successionsQuery = (organisation: string) => api.query(listSuccessions, successionsPath, { params: { organisation } })

export const questionsQuery = (organisation: string) =>
  api.query(listSuccessionQuestions, '/api/o/{organisation}/succession-questions', { params: { organisation } })
