// One template: its name, the rights it asks for and on which terms, its versions, and the way from a change to the customers who have it.
import { useQuery } from '@tanstack/react-query'
import { getTemplate } from '../../server/templates/contract.ts'
import { api } from '../api.ts'
import { useParam } from '../place.ts'
import { Problem, problemText } from '../problem.ts'
import { HelpLink } from '../shell/help-link.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { DeleteTemplate } from './delete-template.tsx'
import { ProposeTemplate } from './propose-template.tsx'
import { TemplateForm } from './template-form.tsx'
import { TemplateVersions } from './template-versions.tsx'
import { pathOfTemplates } from './templates-screen.tsx'

export const pathOfTemplate = `${pathOfTemplates}/{template}`

export function TemplateScreen() {
  const organisation = useParam('organisation')
  const template = useParam('template')
  return template === 'new' ? (
    <NewTemplate organisation={organisation} />
  ) : (
    <KnownTemplate organisation={organisation} template={template} />
  )
}

function NewTemplate({ organisation }: { organisation: string }) {
  const t = useTexts()
  usePageTitle(t('templates.new'))
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <PageHeader
        help={<HelpLink />}
        title={t('templates.new')}
        crumbs={[{ label: t('templates.title'), link: { to: '/o/$organisation/templates', params: { organisation } } }]}
      />
      <TemplateForm organisation={organisation} before={null} />
    </div>
  )
}

function KnownTemplate({ organisation, template }: { organisation: string; template: string }) {
  const t = useTexts()
  const known = useQuery(api.query(getTemplate, pathOfTemplate, { params: { organisation, template } }))
  usePageTitle(known.data?.name ?? t('templates.title'))
  if (known.isPending) return <SkeletonLines label={t('templates.title')} lines={8} />
  if (known.isError) {
    const requestId = known.error instanceof Problem ? known.error.requestId : null
    return (
      <ErrorState title={t('templates.failed')} onRetry={() => void known.refetch()} requestId={requestId}>
        {problemText(t, known.error)}
      </ErrorState>
    )
  }
  const { name, versions } = known.data
  const [newest] = versions
  if (!newest) return null
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <PageHeader
        help={<HelpLink />}
        title={name}
        crumbs={[{ label: t('templates.title'), link: { to: '/o/$organisation/templates', params: { organisation } } }]}
        actions={<ProposeTemplate organisation={organisation} template={template} name={name} versions={versions} />}
      />
      <TemplateForm
        key={template}
        organisation={organisation}
        before={{ id: template, name, ...newest }}
        actions={<DeleteTemplate organisation={organisation} template={{ id: template, name, versions }} />}
      />
      <TemplateVersions versions={versions} />
    </div>
  )
}
