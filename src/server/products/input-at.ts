// A "no" to one field of what was sent, with the fault that the screen has a sentence for.
import { RefusedInput } from '../problem.ts'

export const inputAt = (field: string, fault: string): RefusedInput =>
  new RefusedInput('invalid_input', [{ pointer: `/body/${field}`, code: fault, message: fault }])
