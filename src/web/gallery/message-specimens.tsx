// Everything that speaks to the person.
import { Inbox } from 'lucide-react'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton, SkeletonLines } from '../ui/skeleton.tsx'
import { Chapter, Specimen } from './specimen.tsx'

export function MessageSpecimens() {
  return (
    <Chapter title="Messages">
      <Specimen name="Banner" wide>
        <Banner title="Four requests wait for release">An administrator prepared them; a legal representative sends them.</Banner>
        <Banner tone="success" title="Everything is in force since 14:05." />
        <Banner tone="warning" title="This access ends in 12 days." actions={<Button size="small">Extend</Button>}>
          After that nobody gets in.
        </Banner>
        <Banner tone="danger" title="Access is stopped." />
        <Banner tone="violet" title="Anna Keller (Alpweb AG) is in your account" actions={<Button size="small">Stop access now</Button>} />
      </Specimen>
      <Specimen name="Empty state">
        <EmptyState title="No customers yet" icon={<Inbox aria-hidden="true" />} action={<Button kind="primary">Add customer</Button>}>
          Send a request. Your customer decides what you may do.
        </EmptyState>
        <EmptyState title="Nothing fits these filters" level={3} />
      </Specimen>
      <Specimen name="Error state">
        <ErrorState title="The list could not be loaded" onRetry={() => undefined} requestId="01JDF0X4Q8">
          The server did not answer in time. Nothing was changed.
        </ErrorState>
        <ErrorState title="This link is no longer valid" actions={<Button>Ask for a new one</Button>} />
      </Specimen>
      <Specimen name="Skeleton">
        <SkeletonLines label="Loading" />
        <Skeleton className="h-24 w-full rounded-lg" />
      </Specimen>
    </Chapter>
  )
}
