// Buttons, menus and everything that opens.
import { Download, Pencil, Plus } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { RowLink } from '../ui/row-link.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { Menus, Openers } from './opening-specimens.tsx'
import { Chapter, Row, Specimen } from './specimen.tsx'

export function ActionSpecimens() {
  return (
    <Chapter title="Actions">
      <Specimen name="Button">
        <Row>
          <Button kind="primary">Add customer</Button>
          <Button>Export</Button>
          <Button kind="danger">End partnership</Button>
          <Button kind="quiet">Decide later</Button>
        </Row>
        <Row>
          <Button kind="primary" busy>
            Add customer
          </Button>
          <Button busy>Export</Button>
          <Button kind="primary" disabled>
            Add customer
          </Button>
          <Button disabled>Export</Button>
        </Row>
        <Row>
          <Button size="small" icon={<Download />}>
            Small
          </Button>
          <Button kind="primary" icon={<Plus />}>
            Medium
          </Button>
          <Button size="large">Large</Button>
          <ButtonLink to="/gallery">Link</ButtonLink>
        </Row>
      </Specimen>
      <Specimen name="Icon button, copy button, text link">
        <Row>
          <IconButton label="Edit" icon={<Pencil />} />
          <IconButton label="Edit" icon={<Pencil />} size="small" />
          <IconButton label="Edit" icon={<Pencil />} disabled />
          <CopyButton text="https://prokura.example" label="Copy link" />
          <CopyButton text="https://prokura.example" label="Copy link" iconOnly />
        </Row>
        <p>
          Read <TextLink to="/gallery">how it works</TextLink> before you decide.
        </p>
      </Specimen>
      <Specimen name="RowLink">
        <RowLink to="/help/$article" params={{ article: 'find-customers' }} className="font-medium hover:underline">
          Muster AG
        </RowLink>
      </Specimen>
      <Menus />
      <Openers />
      <Specimen name="Tabs">
        <Tabs
          label="Parts"
          tabs={[
            { value: 'a', label: 'Overview', content: <p>What is in force now.</p> },
            { value: 'b', label: 'People', count: 12, content: <p>Who may do what.</p> },
            { value: 'c', label: 'Activity', count: 1284, content: <p>What was done.</p> },
          ]}
        />
      </Specimen>
      <Specimen name="Disclosure">
        <Disclosure summary="What nobody can ever do">
          <p className="text-muted">Passwords, passkeys, second factors and sessions of your people.</p>
        </Disclosure>
      </Specimen>
    </Chapter>
  )
}
