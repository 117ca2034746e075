// Copies a text and says so.
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '../texts.tsx'
import { Button, type ButtonProps } from './button.tsx'
import { IconButton } from './icon-button.tsx'
import { toasts } from './toast-queue.ts'

export type CopyButtonProps = {
  text: string /** What is copied, in words: "Copy link". */
  label: string
  iconOnly?: boolean | undefined
  size?: ButtonProps['size'] | undefined
}

export function CopyButton({ text, label, iconOnly = false, size = 'small' }: CopyButtonProps) {
  const t = useTexts()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => toasts.problem(t('ui.copy_failed')),
    )
  }
  const icon = copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />
  const shown = copied ? t('ui.copied') : label
  if (iconOnly) return <IconButton label={shown} icon={icon} size="small" onClick={() => void copy()} onBlur={() => setCopied(false)} />
  return (
    <Button size={size} icon={icon} onClick={() => void copy()} onBlur={() => setCopied(false)}>
      <span aria-live="polite">{shown}</span>
    </Button>
  )
}
