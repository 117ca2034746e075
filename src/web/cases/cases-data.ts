// Cases as the web knows them: their answers as types, and their addresses.
import type { z } from 'zod'
import { getCase, getOwnCase, listCases, listConfirmations, listOwnCases } from '../../server/cases/contract.ts'
import { api } from '../api.ts'

export type OwnCase = z.output<typeof getOwnCase.answer>
export type OperatorCase = z.output<typeof getCase.answer>
export type CaseRow = z.output<typeof listOwnCases.answer>['cases'][number]
export type Waiting = z.output<typeof listConfirmations.answer>['confirmations'][number]

export const ownCasesQuery = (organisation: string) => api.query(listOwnCases, '/api/o/{organisation}/cases', { params: { organisation } })
export const ownCaseQuery = (organisation: string, id: string) =>
  api.query(getOwnCase, '/api/o/{organisation}/cases/{case}', { params: { organisation, case: id } })
export const confirmationsQuery = (organisation: string) =>
  api.query(listConfirmations, '/api/o/{organisation}/confirmations', { params: { organisation } })
export const casesQuery = (state: 'open' | 'closed') => api.query(listCases, '/api/operator/cases', { query: { state } })
export const caseQuery = (id: string) => api.query(getCase, '/api/operator/cases/{case}', { params: { case: id } })
