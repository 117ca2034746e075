// A table with everything it can do, and the small marks that stand in tables.
import { Pencil, SquareArrowOutUpRight } from 'lucide-react'
import { useState } from 'react'
import { Avatar } from '../ui/avatar.tsx'
import { AvatarGroup, NamedAvatar } from '../ui/avatar-group.tsx'
import { Chip } from '../ui/chip.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { MenuItem, MoreMenu } from '../ui/menu.tsx'
import { Badge, Status } from '../ui/status.tsx'
import { type Column, Table } from '../ui/table.tsx'
import type { Sort } from '../ui/table-parts.tsx'
import { type Customer, customers } from './sample-data.tsx'
import { Row, Specimen } from './specimen.tsx'

export function Customers() {
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

export function Marks() {
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
          <NamedAvatar key={name} name={name} />
        ))}
        <Avatar name="Petra Frei" size="large" />
        <AvatarGroup names={['Anna Keller', 'Luca Bernasconi', 'Petra Frei', 'Marc Sutter', 'Élodie Aubert']} />
      </Row>
    </Specimen>
  )
}
