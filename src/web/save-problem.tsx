// Above what saves a form: that somebody else changed the same meanwhile, or what the server refused.
import { problemText } from './problem.ts'
import { useTexts } from './texts.tsx'
import { Banner } from './ui/banner.tsx'

export function SaveProblem({ error, isChangedByOthers = false }: { error: unknown; isChangedByOthers?: boolean }) {
  const t = useTexts()
  return (
    <>
      {isChangedByOthers && (
        <Banner tone="warning" urgent>
          {t('tools.changed_by_others')}
        </Banner>
      )}
      {error !== undefined && error !== null && (
        <Banner tone="danger" urgent>
          {problemText(t, error)}
        </Banner>
      )}
    </>
  )
}
