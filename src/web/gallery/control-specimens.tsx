// Everything one picks with; what one types into is beside it.
import { useState } from 'react'
import { Checkbox } from '../ui/checkbox.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { Switch } from '../ui/switch.tsx'
import { FieldSpecimens } from './field-specimens.tsx'
import { ListSpecimens } from './list-specimens.tsx'
import { Chapter, ShownAs, Specimen } from './specimen.tsx'

export function ControlSpecimens() {
  return (
    <Chapter title="Controls">
      <FieldSpecimens />
      <ListSpecimens />
      <Checkboxes />
      <Switches />
      <Segments />
      <Radios />
    </Chapter>
  )
}

const nothing = () => undefined

function Checkboxes() {
  const [on, setOn] = useState(true)
  return (
    <Specimen name="Checkbox">
      <Checkbox label="Future products too" hint="What is ordered later is included." checked={on} onChange={setOn} />
      <Checkbox label="All families" checked={false} mixed onChange={nothing} />
      <Checkbox label="Only this one" checked={false} onChange={nothing} />
      <Checkbox label="Not available" checked={false} onChange={nothing} disabled />
      <Checkbox label="Always included" checked onChange={nothing} disabled />
      <ShownAs state="hover">
        <Checkbox label="Only this one" checked={false} onChange={nothing} />
      </ShownAs>
      <ShownAs state="focus">
        <Checkbox label="Only this one" checked onChange={nothing} />
      </ShownAs>
    </Specimen>
  )
}

function Switches() {
  const [on, setOn] = useState(true)
  return (
    <Specimen name="Switch">
      <Switch label="Order products" hint="Up to CHF 500 a month." checked={on} onChange={setOn} />
      <Switch label="Read messages" checked={!on} onChange={(next) => setOn(!next)} />
      <Switch label="Words after it" side="start" checked={on} onChange={setOn} />
      <Switch label="Not available" checked={false} onChange={nothing} disabled />
      <Switch label="Always on" checked onChange={nothing} disabled />
      <Switch label="Vertretungsberechtigungen der Genossenschaftsverwaltung lesen" checked={on} onChange={setOn} />
      <ShownAs state="focus">
        <Switch label="Read messages" checked={false} onChange={nothing} />
      </ShownAs>
    </Specimen>
  )
}

function Segments() {
  const [level, setLevel] = useState<string | null>('manage')
  const [open, setOpen] = useState<string | null>(null)
  return (
    <Specimen name="Segmented control">
      <SegmentedControl label="Domains" options={levels} value={level} onChange={setLevel} />
      <SegmentedControl label="Email" options={levels} value={open} onChange={setOpen} hint="Not answered yet." />
      <SegmentedControl label="Invoices" options={levels} value={null} onChange={nothing} error="Choose one." wide />
      <SegmentedControl label="Website files" options={levels} value="no" onChange={nothing} disabled />
      <SegmentedControl label="Vertretung" options={longLevels} value="a" onChange={nothing} />
      <ShownAs state="hover">
        <SegmentedControl label="Domains" options={levels} value="see" onChange={nothing} />
      </ShownAs>
      <ShownAs state="focus">
        <SegmentedControl label="Domains" options={levels.slice(0, 1)} value="no" onChange={nothing} />
      </ShownAs>
    </Specimen>
  )
}

function Radios() {
  const [preset, setPreset] = useState<string | null>('limited')
  const [open, setOpen] = useState<string | null>(null)
  return (
    <>
      <Specimen name="Radio group, cards">
        <RadioGroup label="Rights" options={presets} value={preset} onChange={setPreset} look="cards" />
        <ShownAs state="hover">
          <RadioGroup label="Rights" labelHidden options={presets.slice(0, 1)} value={null} onChange={nothing} look="cards" />
        </ShownAs>
      </Specimen>
      <Specimen name="Radio group, list">
        <RadioGroup label="How long" options={durations} value={open} onChange={setOpen} error="Choose one." />
        <RadioGroup label="How long" options={durations} value="date" onChange={nothing} disabled />
        <ShownAs state="focus">
          <RadioGroup label="How long" labelHidden options={durations.slice(0, 1)} value="open" onChange={nothing} />
        </ShownAs>
      </Specimen>
    </>
  )
}

const levels = [
  { value: 'no', label: 'No' },
  { value: 'see', label: 'See' },
  { value: 'manage', label: 'Manage' },
]
const longLevels = [
  { value: 'a', label: 'Keine Vertretung' },
  { value: 'b', label: 'Kollektivunterschrift zu zweien' },
  { value: 'c', label: 'Einzelzeichnungsberechtigung' },
]
const presets = [
  { value: 'full', label: 'Full', hint: 'Manages everything you own here, with orders up to your limit.' },
  { value: 'limited', label: 'Limited', hint: 'Sees and manages the products you choose. No money, no people.' },
  { value: 'none', label: 'Billing only', hint: 'Sees and pays your invoices.', disabled: true },
]
const durations = [
  { value: 'open', label: 'Until further notice' },
  { value: 'date', label: 'Until a date' },
]
