// Menus, dialogs and everything else that opens; tests/screens/gallery-openings.ts opens each for its picture.
import { ExternalLink, Trash2, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { FilterMenu } from '../ui/filter-menu.tsx'
import { Menu, MenuChoices, MenuGroup, MenuItem, MenuSeparator, MoreMenu } from '../ui/menu.tsx'
import { Popover } from '../ui/popover.tsx'
import { toasts } from '../ui/toast-queue.ts'
import { Row, Specimen } from './specimen.tsx'

export function Menus() {
  const [language, setLanguage] = useState('de')
  return (
    <Specimen name="Menu">
      <Row>
        <MoreMenu label="Actions for Alpweb AG">
          <MenuItem icon={<ExternalLink />} onSelect={() => toasts.done('Opened')}>
            Open profile
          </MenuItem>
          <MenuItem icon={<UserPlus />} onSelect={() => toasts.done('Assigned')} hint="3 people today">
            Assign people
          </MenuItem>
          <MenuItem disabled onSelect={() => undefined}>
            Withdraw
          </MenuItem>
          <MenuSeparator />
          <MenuItem danger icon={<Trash2 />} onSelect={() => toasts.problem('That did not work.')}>
            End partnership
          </MenuItem>
        </MoreMenu>
        <Menu trigger={<Button>Anna Keller</Button>} align="start">
          <MenuGroup label="anna@alpweb.example">
            <MenuItem onSelect={() => undefined}>Account</MenuItem>
          </MenuGroup>
          <MenuSeparator />
          <MenuChoices
            label="Language"
            value={language}
            onChange={setLanguage}
            choices={[
              { value: 'de', label: 'Deutsch' },
              { value: 'fr', label: 'français' },
            ]}
          />
        </Menu>
      </Row>
    </Specimen>
  )
}

export function FilterMenus() {
  const [states, setStates] = useState<string[]>(['active'])
  return (
    <Specimen name="Filter menu">
      <Row>
        <FilterMenu label="Status" options={filterOptions} values={states} onChange={setStates} />
        <FilterMenu label="Paid by" options={filterOptions} values={[]} onChange={() => undefined} />
        <FilterMenu label="Until" options={filterOptions} values={['requested', 'ended']} onChange={() => undefined} />
        <FilterMenu label="Vertretungsberechtigung" options={filterOptions} values={['long']} onChange={() => undefined} />
      </Row>
    </Specimen>
  )
}

const filterOptions = [
  { value: 'active', label: 'Active', hint: '1 204' },
  { value: 'requested', label: 'Requested', hint: '38' },
  { value: 'ended', label: 'Ended', hint: '42' },
  { value: 'long', label: 'Wasserversorgungsgenossenschaften', hint: '3' },
]

export function Openers() {
  return (
    <Specimen name="What opens over the page">
      <Row>
        <Dialogs />
        <Drawer title="Details" trigger={<Button>Drawer</Button>} actions={<Button kind="primary">Save</Button>}>
          <p>Content of the drawer.</p>
        </Drawer>
        <Popover title="What may I do?" trigger={<Button>Popover</Button>}>
          <p className="text-muted">Five rights, until 31.03.2027.</p>
        </Popover>
        <Messages />
      </Row>
    </Specimen>
  )
}

function Dialogs() {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Dialog
        title="Correct the address"
        description="The request goes to the new address; the old link no longer works."
        trigger={<Button>Dialog</Button>}
        actions={
          <>
            <Button kind="primary">Send again</Button>
            <Button>Keep the old one</Button>
          </>
        }
      >
        <p>Content of the dialog.</p>
      </Dialog>
      <Button onClick={() => setAsking(true)}>Confirm dialog</Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="End the partnership?"
        confirm="End partnership"
        onConfirm={() => setAsking(false)}
      >
        Three people lose their access at once. Products and data stay where they are.
      </ConfirmDialog>
      <Dialog
        title="Vertretungsberechtigungen der Wasserversorgungsgenossenschaft"
        trigger={<Button>Long dialog</Button>}
        actions={<Button kind="primary">Vertretungsberechtigungen übernehmen und benachrichtigen</Button>}
      >
        <p>Wasserversorgungsgenossenschaftsverwaltungsangestellte</p>
      </Dialog>
    </>
  )
}

function Messages() {
  return (
    <>
      <Button onClick={() => toasts.done('The request was withdrawn.', { label: 'Undo', run: () => undefined })}>Toast</Button>
      <Button
        onClick={() =>
          toasts.news({
            title: 'Ready: Add tags, 120 of 124',
            action: { label: 'See result', run: () => undefined },
            seen: () => undefined,
          })
        }
      >
        News
      </Button>
      <Button onClick={() => toasts.problem('The server cannot be reached right now.')}>Problem toast</Button>
    </>
  )
}
