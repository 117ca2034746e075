// A table with everything it can do; with nothing in it, and on its way.
import { Pencil, SquareArrowOutUpRight } from 'lucide-react'
import { useState } from 'react'
import { Avatar } from '../ui/avatar.tsx'
import { AvatarGroup } from '../ui/avatar-group.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { MenuItem, MoreMenu } from '../ui/menu.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { type Column, Table } from '../ui/table.tsx'
import type { Sort } from '../ui/table-parts.tsx'
import { type Customer, customers } from './sample-data.tsx'
import { ShownAs, Specimen } from './specimen.tsx'

export function Tables() {
  return (
    <>
      <Specimen name="Table" wide>
        <Customers />
      </Specimen>
      <Specimen name="Table, compact, pointed at" wide>
        <ShownAs state="hover">
          <Table caption="Two customers" rows={customers.slice(0, 2)} columns={columns} density="compact" {...named} />
        </ShownAs>
      </Specimen>
      <Specimen name="Table, empty">
        <EmptyState title="Nothing fits these filters" level={3} action={<Button>Clear filters</Button>} />
      </Specimen>
      <Specimen name="Table, on its way">
        <SkeletonLines label="Customers are on their way" lines={6} />
      </Specimen>
    </>
  )
}

const named = { keyOf: ({ id }: Customer) => id, nameOf: ({ name }: Customer) => name }

function Customers() {
  const [sort, setSort] = useState<Sort>({ by: 'name', direction: 'ascending' })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(['2']))
  return (
    <Table
      caption="Managed customers"
      rows={customers}
      columns={columns}
      {...named}
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
  { id: 'people', header: 'People', cell: ({ people }) => (people.length === 0 ? '–' : <AvatarGroup names={people} />) },
  { id: 'orders', header: 'Orders', align: 'end', wideOnly: true, cell: ({ orders }) => orders },
]
