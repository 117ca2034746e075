// The question mark beside a title that opens the help article of the screen, in a new tab so that nothing is lost.
import { CircleQuestionMark } from 'lucide-react'
import { useTexts } from '../texts.tsx'
import { iconButtonClass } from '../ui/icon-button-class.ts'
import { Tooltip } from '../ui/tooltip.tsx'

export function HelpLink({ article }: { article: string }) {
  const t = useTexts()
  return (
    <Tooltip text={t('shell.help_about')}>
      <a href={`/help/${article}`} target="_blank" rel="noopener" aria-label={t('shell.help_about')} className={iconButtonClass('small')}>
        <CircleQuestionMark aria-hidden="true" />
      </a>
    </Tooltip>
  )
}
