// The ten recovery codes, shown this one time.
import { Download } from 'lucide-react'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { buttonClass } from '../ui/button-class.ts'
import { CopyButton } from '../ui/copy-button.tsx'

export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useTexts()
  const text = codes.join('\n')
  return (
    <div className="flex flex-col gap-4">
      <p>{t('account.codes.lead')}</p>
      <ul className="grid grid-cols-1 gap-x-6 gap-y-1 rounded-md border border-line bg-sunken p-4 font-mono text-sm select-all min-[24rem]:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={text} label={t('account.codes.copy')} size="medium" />
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`Prokura\n\n${text}\n`)}`}
          download="prokura-recovery-codes.txt"
          className={buttonClass()}
        >
          <Download aria-hidden="true" />
          {t('account.codes.download')}
        </a>
      </div>
      <Button kind="primary" wide onClick={onKept}>
        {t('account.codes.kept')}
      </Button>
    </div>
  )
}
