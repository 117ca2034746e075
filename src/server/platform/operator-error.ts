// What only the operator can mend: said in a sentence or two, without a stack.
export class OperatorError extends Error {}
