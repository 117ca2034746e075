// The question mark beside a title that opens the help article of the screen, in a new tab so that nothing is lost.
import { useRouterState } from '@tanstack/react-router'
import { CircleQuestionMark } from 'lucide-react'
import { useTexts } from '../texts.tsx'
import { iconButtonClass } from '../ui/icon-button-class.ts'
import { Tooltip } from '../ui/tooltip.tsx'
import { helpArticles } from './help-articles.ts'

/** Without an article: the one of the screen, by its address. */
export function HelpLink({ article }: { article?: string }) {
  const t = useTexts()
  const route = useRouterState({ select: ({ matches }): string => matches.at(-1)?.fullPath ?? '' })
  const shown = article ?? helpArticles[route.replace(/(.)\/$/, '$1')]
  return (
    <Tooltip text={t('shell.help_about')}>
      <a
        href={shown === undefined ? '/help' : `/help/${shown}`}
        target="_blank"
        rel="noopener"
        aria-label={t('shell.help_about')}
        className={iconButtonClass('small')}
      >
        <CircleQuestionMark aria-hidden="true" />
      </a>
    </Tooltip>
  )
}
