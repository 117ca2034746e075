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
import { differences, events } from './sample-data.tsx'
import { Chapter, Specimen } from './specimen.tsx'
import { Customers, Marks } from './table-specimens.tsx'

export function DataSpecimens() {
  return (
    <Chapter title="Data">
      <Specimen name="Page header, stepper" wide>
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
        <Stepper label="Steps" steps={['Who', 'What', 'Check']} current={1} onBack={() => undefined} />
      </Specimen>
      <Specimen name="Table" wide>
        <Customers />
      </Specimen>
      <Specimen name="Section card with the differences" wide>
        <SectionCard
          title="Rights"
          description="What was asked, what was granted, what is in force."
          actions={<Button size="small">Edit</Button>}
          footer="Version 3 of 02.11.2026"
        >
          <DiffTable caption="Rights" rowHeader="Right" columns={['Requested', 'Granted', 'Effective']} rows={differences} />
        </SectionCard>
      </Specimen>
      <Marks />
      <Specimen name="Definition list, progress">
        <DefinitionList
          items={[
            { term: 'Register number', value: 'CHE-123.456.788' },
            { term: 'Payer', value: 'Customer, Visa ···· 4242' },
            { term: 'Until', value: '31.03.2027' },
          ]}
        />
        <Progress label="Import of 900 customers" value={412} max={900} hint="412 of 900" />
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
