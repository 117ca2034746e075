// Around an article: says so when there is none at this address. Other problems are the page's.
import { Link } from '@tanstack/react-router'
import { Component, type ReactNode } from 'react'
import { Problem } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { buttonClass } from '../ui/button-class.ts'
import { PageHeader } from '../ui/page-header.tsx'

type Props = { readonly children: ReactNode }
type State = { readonly problem: Error | undefined }

export class MissingArticle extends Component<Props, State> {
  override state: State = { problem: undefined }

  static getDerivedStateFromError(problem: Error): State {
    return { problem }
  }

  override render(): ReactNode {
    const { problem } = this.state
    if (problem === undefined) return this.props.children
    if (problem instanceof Problem && (problem.status === 404 || problem.status === 422)) return <NoArticle />
    throw problem
  }
}

function NoArticle() {
  const t = useTexts()
  return (
    <div className="flex flex-col items-start gap-6">
      <PageHeader title={t('help.missing')} description={t('help.missing.hint')} />
      <Link to="/help" className={buttonClass()}>
        {t('help.missing.all')}
      </Link>
    </div>
  )
}
