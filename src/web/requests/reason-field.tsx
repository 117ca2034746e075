// Why, on one line, if one likes: the customer reads it.
import { useTexts } from '../texts.tsx'
import { Textarea } from '../ui/textarea.tsx'

export function ReasonField({ value, onChange }: { value: string; onChange: (reason: string) => void }) {
  const t = useTexts()
  return (
    <Textarea
      label={t('requests.end.reason')}
      hint={t('requests.end.reason.hint')}
      optional
      value={value}
      onChange={(text) => onChange(text.replaceAll(/\s*\n\s*/g, ' '))}
      maxLength={500}
      rows={2}
    />
  )
}
