// What is only heard or seen in passing, and what becomes of words that are longer than their place.
import { Banner } from '../ui/banner.tsx'
import { Breakable } from '../ui/breakable.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LiveRegion } from '../ui/live-region.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { SkipLink } from '../ui/skip-link.tsx'
import { Status } from '../ui/status.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { Chapter, Specimen } from './specimen.tsx'

const long = 'Wasserversorgungsgenossenschaftsverwaltungsangestellte'

export function SmallSpecimens() {
  return (
    <Chapter title="Small parts, long words">
      <Specimen name="Breakable, for screen readers, skip link">
        <p className="max-w-48">
          <Breakable>verwaltung.olten@wasserversorgung-oberwil.example</Breakable>
          <VisuallyHidden>, the address of the administration</VisuallyHidden>
        </p>
        <LiveRegion>Nothing has changed yet.</LiveRegion>
        <SkipLink to="long-words">Skip to the long words</SkipLink>
      </Specimen>
      <Specimen name="Long words">
        <div id="long-words" className="flex w-64 max-w-full flex-col gap-4">
          <Button kind="primary">{long}</Button>
          <Button>Begründung und was ohne dieses Recht nicht mehr geht</Button>
          <Status tone="warning">{long}</Status>
          <TextInput label={long} value="" onChange={() => undefined} error={`${long} fehlt.`} />
          <Checkbox label={long} hint={long} checked onChange={() => undefined} />
          <Banner tone="warning" title={long} />
          <SectionCard title={long} description={long} actions={<Button>Mehr</Button>} />
          <EmptyState title={long}>{long}</EmptyState>
        </div>
      </Specimen>
    </Chapter>
  )
}
