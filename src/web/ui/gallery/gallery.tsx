// Every component in every state, for looking at and for the accessibility check. Not part of the production build.
import { Button } from '../button.tsx'
import { toasts } from '../toast.tsx'

export function Gallery() {
  return (
    <main className="p-8">
      <Button kind="primary" onClick={() => toasts.done('Done')}>
        Grant 5 of 8 rights
      </Button>
    </main>
  )
}
