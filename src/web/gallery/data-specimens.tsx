// Everything that shows what is.
import { Globe, Pencil, SquareArrowOutUpRight } from 'lucide-react'
import { useState } from 'react'
import { Avatar, AvatarGroup } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { DiffTable } from '../ui/diff-table.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { MenuItem, MoreMenu } from '../ui/menu.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Progress } from '../ui/progress.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Stat, StatGrid } from '../ui/stat.tsx'
import { Badge, Status } from '../ui/status.tsx'
import { Stepper } from '../ui/stepper.tsx'
import { type Column, Table } from '../ui/table.tsx'
import type { Sort } from '../ui/table-parts.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { type Customer, customers, differences, events } from './sample-data.tsx'
import { Chapter, Row, Specimen } from './specimen.tsx'

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

function Customers() {
  const [sort, setSort] = useState<Sort>({ by: 'name', direction: 'ascending' })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(['2']))
  return (
    <Table
      caption="Managed customers"
      rows={customers}
      columns={columns}
      keyOf={({ id }) => id}
      nameOf={({ name }) => name}
      sort={sort}
      onSort={setSort}
      selection={{ keys: chosen, onChange: setChosen }}
      actions={({ name }) => (
        <>
          <IconButton label={`Open the Manager of ${name}`} icon={<SquareArrowOutUpRight />} />
          <MoreMenu label={`Actions for ${name}`}>
            <MenuItem icon={<Pencil />} onSelect={() => undefined}>
              Edit
            </MenuItem>
          </MoreMenu>
        </>
      )}
    />
  )
}

const columns: readonly Column<Customer>[] = [
  {
    id: 'name',
    header: 'Customer',
    main: true,
    sortable: true,
    cell: ({ name }) => (
      <span className="flex items-center gap-2">
        <Avatar name={name} shape="square" size="small" />
        {name}
      </span>
    ),
  },
  { id: 'status', header: 'Status', sortable: true, cell: ({ status }) => status },
  { id: 'access', header: 'Access', cell: ({ access }) => access },
  { id: 'until', header: 'Until', sortable: true, cell: ({ until }) => until },
  { id: 'people', header: 'People', cell: ({ people }) => <AvatarGroup names={people} /> },
  { id: 'orders', header: 'Orders', align: 'end', wideOnly: true, cell: ({ orders }) => orders },
]

function Marks() {
  return (
    <Specimen name="Status, badge, chip, avatar">
      <Row>
        <Status tone="success">Active</Status>
        <Status mark="half" tone="info">
          Requested
        </Status>
        <Status mark="diamond" tone="warning">
          To check
        </Status>
        <Status mark="paused" tone="warning">
          Suspended
        </Status>
        <Status mark="empty">Ended</Status>
        <Status mark="crossed" tone="danger">
          Declined
        </Status>
      </Row>
      <Row>
        <Badge>Draft</Badge>
        <Badge tone="info">New</Badge>
        <Badge tone="success">Verified</Badge>
        <Badge tone="warning">To check</Badge>
        <Badge tone="danger">Overdue</Badge>
      </Row>
      <Row>
        <Chip name="Status: active" onRemove={() => undefined}>
          Status: active
        </Chip>
        <Chip name="Paid by">Paid by: customer</Chip>
      </Row>
      <Row>
        {customers.map(({ name }) => (
          <Avatar key={name} name={name} shape="square" />
        ))}
      </Row>
      <Row>
        {['Anna Keller', 'Luca Bernasconi', 'Petra Frei', 'Marc Sutter', 'Élodie Aubert'].map((name) => (
          <Avatar key={name} name={name} alone />
        ))}
        <Avatar name="Petra Frei" size="large" />
        <AvatarGroup names={['Anna Keller', 'Luca Bernasconi', 'Petra Frei', 'Marc Sutter', 'Élodie Aubert']} />
      </Row>
    </Specimen>
  )
}
