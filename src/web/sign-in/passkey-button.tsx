// One button that asks for a passkey, and what is to be said when it did not work.
import { KeyRound } from 'lucide-react'
import { Button, type ButtonProps } from '../ui/button.tsx'
import { FormProblem } from './form-problem.tsx'
import { type PasskeyUse, usePasskey } from './use-passkey.ts'
import { useProblemText } from './use-problem-text.ts'

type PasskeyButtonProps<Answer> = PasskeyUse<Answer> & Pick<ButtonProps, 'kind' | 'size' | 'autoFocus'> & { label: string }

export function PasskeyButton<Answer>({ begin, give, onDone, label, ...look }: PasskeyButtonProps<Answer>) {
  const problem = useProblemText()
  const { ask, isBusy, error } = usePasskey({ begin, give, onDone })
  return (
    <div className="flex flex-col gap-2">
      <Button {...look} wide icon={<KeyRound aria-hidden="true" />} busy={isBusy} onClick={ask}>
        {label}
      </Button>
      <FormProblem>{problem(error)}</FormProblem>
    </div>
  )
}
