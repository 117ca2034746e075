// What the operator’s page of one application knows, and where it is asked.
import type { z } from 'zod'
import type { getApplicationAsOperator } from '../../server/verification/contract.ts'

export type Shown = z.output<typeof getApplicationAsOperator.answer>
export const applicationPath = '/api/operator/applications/{application}'
