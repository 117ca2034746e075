// Small parts that pages put together themselves, and what becomes of words that are longer than their place.
import { Building2, Flag } from 'lucide-react'
import { useState } from 'react'
import { Banner } from '../ui/banner.tsx'
import { Breakable } from '../ui/breakable.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { IconLink } from '../ui/icon-link.tsx'
import { LiveRegion } from '../ui/live-region.tsx'
import { NativeSelect } from '../ui/native-select.tsx'
import { OpensLater } from '../ui/opens-later.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { SkipLink } from '../ui/skip-link.tsx'
import { Status } from '../ui/status.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { Chapter, Row, Specimen } from './specimen.tsx'

const long = 'Wasserversorgungsgenossenschaftsverwaltungsangestellte'

export function SmallSpecimens() {
  return (
    <Chapter title="Small parts, long words">
      <NativeSelects />
      <Specimen name="Icon link, opens later, breakable, for screen readers, skip link">
        <Row>
          <IconLink label="Organisation" icon={<Building2 aria-hidden="true" />} to="/gallery" />
          <OpensLater label="Report" icon={<Flag />}>
            <Button kind="quiet">Opened</Button>
          </OpensLater>
        </Row>
        <p className="max-w-48">
          <Breakable>verwaltung.olten@wasserversorgung-oberwil.example</Breakable>
          <VisuallyHidden>, the address of the administration</VisuallyHidden>
        </p>
        <LiveRegion>Nothing has changed yet.</LiveRegion>
        <SkipLink to="long-words">Skip to the long words</SkipLink>
      </Specimen>
      <LongWords />
    </Chapter>
  )
}

function NativeSelects() {
  const [language, choose] = useState('de')
  return (
    <Specimen name="Native select">
      <NativeSelect label="Language" options={languages} value={language} onChange={choose} hint="For screens and emails." />
      <NativeSelect label="Organisation" options={languages} value="long" onChange={choose} error="Not available here." />
      <NativeSelect label="Country" options={languages} value="de" onChange={choose} disabled />
    </Specimen>
  )
}

function LongWords() {
  return (
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
  )
}

const languages = [
  { value: 'de', label: 'Deutsch' },
  { value: 'fr', label: 'Français' },
  { value: 'long', label: long },
]
