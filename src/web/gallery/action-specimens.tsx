// Buttons, links, menus and everything that opens.
import { Building2, Download, Flag, Pencil, Plus } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { IconLink } from '../ui/icon-link.tsx'
import { OpensLater } from '../ui/opens-later.tsx'
import { RowLink } from '../ui/row-link.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { FilterMenus, Menus, Openers } from './opening-specimens.tsx'
import { Chapter, Row, ShownAs, Specimen } from './specimen.tsx'
import { TabStates } from './tab-specimens.tsx'

export function ActionSpecimens() {
  return (
    <Chapter title="Actions">
      <Buttons />
      <ButtonStates />
      <Icons />
      <Links />
      <Menus />
      <FilterMenus />
      <Openers />
      <TabStates />
      <Specimen name="Disclosure">
        <Disclosure summary="What nobody can ever do">
          <p className="text-muted">Passwords, passkeys, second factors and sessions of your people.</p>
        </Disclosure>
        <Disclosure summary="What your partner may do" open>
          <p className="text-muted">See and manage domains, until 31.03.2027.</p>
        </Disclosure>
      </Specimen>
    </Chapter>
  )
}

const long = 'Wasserversorgungsgenossenschaft'

const everyKind = (
  <Row>
    <Button kind="primary">Add customer</Button>
    <Button>Export</Button>
    <Button kind="danger">End partnership</Button>
    <Button kind="quiet">Decide later</Button>
  </Row>
)

function Buttons() {
  return (
    <Specimen name="Button">
      {everyKind}
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
      <Button kind="primary" wide>
        As wide as its place
      </Button>
      <div className="flex w-48 flex-col items-start gap-3">
        <Button>{long}</Button>
        <ButtonLink icon={<Plus aria-hidden="true" />} to="/gallery">
          {long}
        </ButtonLink>
      </div>
    </Specimen>
  )
}

function ButtonStates() {
  return (
    <Specimen name="Button, in use">
      <ShownAs state="hover">{everyKind}</ShownAs>
      <ShownAs state="focus">{everyKind}</ShownAs>
      <ShownAs state="pressed">{everyKind}</ShownAs>
    </Specimen>
  )
}

const everyIcon = (
  <Row>
    <IconButton label="Edit" icon={<Pencil />} />
    <IconButton label="Edit" icon={<Pencil />} size="small" />
    <IconButton label="Edit" icon={<Pencil />} disabled />
    <IconLink label="Organisation" icon={<Building2 aria-hidden="true" />} to="/gallery" />
    <CopyButton text="https://prokura.example" label="Copy link" />
    <CopyButton text="https://prokura.example" label="Copy link" iconOnly />
  </Row>
)

function Icons() {
  return (
    <Specimen name="Icon button, icon link, copy button">
      {everyIcon}
      <ShownAs state="hover">{everyIcon}</ShownAs>
      <ShownAs state="focus">{everyIcon}</ShownAs>
    </Specimen>
  )
}

const everyLink = (
  <>
    <p>
      Read <TextLink to="/gallery">how it works</TextLink> before you decide.
    </p>
    <RowLink to="/help/$article" params={{ article: 'find-customers' }} className="w-fit rounded-sm font-medium hover:underline">
      Muster AG
    </RowLink>
  </>
)

function Links() {
  return (
    <Specimen name="Text link, row link">
      {everyLink}
      <ShownAs state="hover">{everyLink}</ShownAs>
      <ShownAs state="focus">{everyLink}</ShownAs>
      <Row>
        <OpensLater label="Report" icon={<Flag />}>
          <Button kind="quiet">Opened</Button>
        </OpensLater>
      </Row>
    </Specimen>
  )
}
