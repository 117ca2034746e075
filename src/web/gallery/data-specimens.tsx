// Everything that shows what is.
import { Globe } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { DiffTable } from '../ui/diff-table.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Progress } from '../ui/progress.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Stat, StatGrid } from '../ui/stat.tsx'
import { Stepper } from '../ui/stepper.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { Avatars, Marks } from './mark-specimens.tsx'
import { differences, events } from './sample-data.tsx'
import { Chapter, Specimen } from './specimen.tsx'
import { Tables } from './table-specimens.tsx'

export function DataSpecimens() {
  return (
    <Chapter title="Data">
      <Headers />
      <Tables />
      <Differences />
      <Marks />
      <Avatars />
      <Specimen name="Definition list">
        <DefinitionList
          items={[
            { term: 'Register number', value: 'CHE-123.456.788' },
            { term: 'Payer', value: 'Customer, Visa ···· 4242' },
            { term: 'Until', value: '31.03.2027' },
          ]}
        />
      </Specimen>
      <Specimen name="Progress">
        <Progress label="Import of 900 customers" value={0} max={900} />
        <Progress label="Import of 900 customers" value={412} max={900} hint="412 of 900" />
        <Progress label="Import of 900 customers" value={900} max={900} />
        <Progress label="Reading the file" value={null} />
      </Specimen>
      <Specimen name="Timeline">
        <Timeline entries={events} />
      </Specimen>
      <Specimen name="Stat">
        <StatGrid>
          <Stat label="Domains" value="12" icon={<Globe aria-hidden="true" />} link={{ to: '/gallery' }} />
          <Stat label="To check" value="3" hint="2 since yesterday" />
        </StatGrid>
      </Specimen>
    </Chapter>
  )
}

function Headers() {
  return (
    <>
      <Specimen name="Page header" wide>
        <PageHeader
          title="Managed customers"
          count={1284}
          description="Everybody who lets you work in their Manager."
          crumbs={[{ label: 'Reseller area', link: { to: '/gallery' } }]}
          actions={
            <>
              <Button>Export</Button>
              <Button kind="primary">Add customer</Button>
            </>
          }
        />
      </Specimen>
      <Specimen name="Stepper" wide>
        <Stepper label="Steps" steps={['Who', 'What', 'Check']} current={1} onBack={() => undefined} />
        <Stepper label="Long steps" steps={['Vertretungsberechtigung', 'Rechnungsempfänger', 'Prüfen']} current={2} />
      </Specimen>
    </>
  )
}

function Differences() {
  return (
    <Specimen name="Section card, differences of rights" wide>
      <SectionCard
        title="Rights"
        description="What was asked, what was granted, what is in force."
        actions={<Button size="small">Edit</Button>}
        footer="Version 3 of 02.11.2026"
      >
        <DiffTable caption="Rights" rowHeader="Right" columns={['Requested', 'Granted', 'Effective']} rows={differences} />
      </SectionCard>
    </Specimen>
  )
}
