// Deletes a template as it was read: what a colleague changes meanwhile is shown before it goes, too.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { deleteTemplate, type TemplateVersionShown } from '../../server/templates/contract.ts'
import { api } from '../api.ts'
import { Problem } from '../problem.ts'
import { SaveProblem } from '../save-problem.tsx'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useCommand } from '../use-command.ts'
import { VersionList } from './template-versions.tsx'
import { pathOfTemplates } from './templates-screen.tsx'

type Template = { readonly id: string; readonly name: string; readonly versions: readonly TemplateVersionShown[] }

export function DeleteTemplate({ organisation, template }: { organisation: string; template: Template }) {
  const t = useTexts()
  const navigate = useNavigate()
  const [isAsked, ask] = useState(false)
  const [read, see] = useState(template)
  const { id, name, versions } = template
  const remove = useCommand({
    run: () =>
      api.delete(deleteTemplate, `${pathOfTemplates}/{template}`, {
        params: { organisation, template: id },
        query: { version: versionOf(template), nameBefore: name },
      }),
    done: () => t('templates.deleted', { name }),
    refreshes: `/api/o/${organisation}/templates`,
    problems: 'inline',
    after: () => void navigate({ to: '/o/$organisation/templates', params: { organisation } }),
  })
  const isChanged = versionOf(template) !== versionOf(read) || name !== read.name
  const open = () => {
    see(template)
    remove.reset()
    ask(true)
  }
  return (
    <>
      <Button kind="quiet" onClick={open}>
        {t('templates.delete')}
      </Button>
      <ConfirmDialog
        open={isAsked}
        onOpenChange={ask}
        title={t('templates.delete.title', { name: read.name })}
        confirm={t(isChanged ? 'templates.delete.all_the_same' : 'templates.delete')}
        busy={remove.isPending}
        shows={`${versionOf(template)} ${name}`}
        onConfirm={() => remove.mutate(undefined)}
      >
        <div className="flex flex-col gap-3">
          <p>{t('templates.delete.what')}</p>
          {isChanged && (
            <Banner tone="warning" urgent>
              {t('templates.delete.changed')}
            </Banner>
          )}
          {name !== read.name && <p>{t('templates.delete.renamed', { name })}</p>}
          <VersionList versions={versions} after={versionOf(read)} />
          <SaveProblem error={isChanged && isSaid(remove.error) ? null : remove.error} />
        </div>
      </ConfirmDialog>
    </>
  )
}

/** The change itself is shown. */
const isSaid = (error: Error | null): boolean => error instanceof Problem && error.code === 'changed_meanwhile'

const versionOf = ({ versions }: Template): number => versions[0]?.version ?? 0
