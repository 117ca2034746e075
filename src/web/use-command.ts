// A change the person asks for: send it once, as the words say that were pressed, say what happened (with undo where there is one), show the new state.
import { useMutation } from '@tanstack/react-query'
import { Problem, problemText } from './problem.ts'
import { refresh } from './query-client.ts'
import { useTexts } from './texts.tsx'
import { toasts } from './ui/toast-queue.ts'
import { useSameFunction } from './unchanged.ts'

export type Command<Input, Answer> = Readonly<{
  run: (input: Input) => Promise<Answer>
  /** The sentence that says it is done; none where the screen itself shows it. */
  done?: (answer: Answer, input: Input) => string
  undo?: (answer: Answer, input: Input) => Promise<unknown>
  /** What to fetch again, as the beginning of an address; everything on screen by default, and where somebody was faster on a page that else fetches nothing. */
  refreshes?: string
  /** 'inline': the screen shows `error` itself, for example beside a field. 'replaced': so, too, unless somebody was faster and their state takes its place. */
  problems?: 'toast' | 'inline' | 'replaced'
  after?: (answer: Answer, input: Input) => void
  /** Somebody was faster: what is shown is fetched again by itself. */
  overtaken?: () => void
  /** What closes when it is signed, and waits for a second one to sign. */
  signed?: () => void
}>

export function useCommand<Input, Answer>({
  run,
  done,
  undo,
  refreshes,
  problems = 'toast',
  after,
  overtaken,
  signed,
}: Command<Input, Answer>) {
  const t = useTexts()
  const mutation = useMutation({
    mutationFn: (pressed: Pressed<Input, Answer>) => pressed.run(pressed.input),
    onSuccess: async (answer, { input, undo }) => {
      after?.(answer, input)
      const takeBack = undo && {
        label: t('ui.undo'),
        run: () =>
          void undo(answer, input).then(
            async () => {
              toasts.done(t('ui.undone'))
              await refresh(refreshes)
            },
            (error: unknown) => {
              toasts.problem(problemText(t, error))
              if (overtook(error)) void refresh(refreshes)
            },
          ),
      }
      if (done) toasts.done(done(answer, input), takeBack)
      await refresh(refreshes)
    },
    onError: (error) => {
      // A first signature of two stands, which is nothing that went wrong: the screen shows what waits.
      const isSigned = error instanceof Problem && error.code === 'second_signature_asked'
      if (isSigned) void refresh(refreshes)
      if (isSigned) signed?.()
      const isOvertaken = overtook(error)
      if (isOvertaken) {
        void refresh(refreshes === '/none' ? undefined : refreshes)
        overtaken?.()
      }
      if (isSigned && (signed || problems === 'toast')) toasts.done(problemText(t, error))
      else if (problems === 'toast' || (problems === 'replaced' && isOvertaken)) toasts.problem(problemText(t, error))
    },
  })
  const mutate = useSameFunction((...[input, then]: Given<Input>) => mutation.mutate({ run, undo, input: input as Input }, then))
  return { ...mutation, variables: mutation.variables?.input, mutate }
}

/**
 * How it is run and taken back comes with the press, from what was on screen then: the mutation itself hears of it a moment after the words have
 * changed, and, while it is on its way, of what it has changed itself.
 */
type Pressed<Input, Answer> = Pick<Command<Input, Answer>, 'run'> &
  Readonly<{ undo: Command<Input, Answer>['undo'] | undefined; input: Input }>

type Then = { readonly onSuccess?: () => void; readonly onError?: (error: Error) => void; readonly onSettled?: () => void }
type Given<Input> = undefined extends Input ? [input?: Input, then?: Then] : [input: Input, then?: Then]

/** Somebody else changed it in the meantime. */
const overtook = (error: unknown): boolean => error instanceof Problem && error.code === 'changed_meanwhile'
