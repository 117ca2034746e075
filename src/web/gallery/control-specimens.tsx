// Everything one types or picks into.
import { Mail } from 'lucide-react'
import { useState } from 'react'
import { Checkbox } from '../ui/checkbox.tsx'
import { CodeInput } from '../ui/code-input.tsx'
import { Combobox } from '../ui/combobox.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { MultiCombobox } from '../ui/multi-combobox.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { SearchInput } from '../ui/search-input.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { Select } from '../ui/select.tsx'
import { Switch } from '../ui/switch.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { Chapter, Specimen } from './specimen.tsx'

export function ControlSpecimens() {
  return (
    <Chapter title="Controls">
      <TextControls />
      <Choices />
      <Toggles />
      <Levels />
    </Chapter>
  )
}

function TextControls() {
  const [text, setText] = useState('anna@alpweb.example')
  const [day, setDay] = useState('2027-03-31')
  const [code, setCode] = useState('123')
  return (
    <>
      <Specimen name="Text input">
        <TextInput label="Email address" type="email" value={text} onChange={setText} before={<Mail />} hint="The request goes here." />
        <TextInput label="Own reference" optional value="" onChange={() => undefined} placeholder="KD-1043" />
        <TextInput
          label="Email address"
          value="anna@"
          onChange={() => undefined}
          error="This is not an email address. Check what stands after the @."
        />
        <TextInput label="Spending limit" value="500" onChange={() => undefined} after="CHF" disabled />
      </Specimen>
      <Specimen name="Textarea, search, date, code">
        <Textarea label="Reason" value={text} onChange={setText} maxLength={22} />
        <SearchInput label="Search name, number, reference" value="zür" onChange={() => undefined} />
        <DateInput label="Until" value={day} onChange={setDay} />
        <CodeInput label="Code from the email" value={code} onChange={setCode} hint="Six digits, valid for ten minutes." />
        <CodeInput
          label="Code from the app"
          value="000000"
          onChange={() => undefined}
          error="This code is no longer valid. Ask for a new one."
        />
      </Specimen>
    </>
  )
}

function Choices() {
  const [role, setRole] = useState<string | null>(null)
  const [country, setCountry] = useState<string | null>('ch')
  const [people, setPeople] = useState<string[]>(['a', 'b'])
  return (
    <Specimen name="Select, combobox, several">
      <Select label="Language" options={options} value={role} onChange={setRole} placeholder="Choose" />
      <Select label="Language" options={options} value="a" onChange={() => undefined} error="Not available here." />
      <Combobox label="Country" options={countries} value={country} onChange={setCountry} />
      <MultiCombobox label="People" options={options} values={people} onChange={setPeople} placeholder="Name" />
    </Specimen>
  )
}

function Toggles() {
  const [on, setOn] = useState(true)
  return (
    <Specimen name="Checkbox, switch">
      <Checkbox label="Future products too" hint="What is ordered later is included." checked={on} onChange={setOn} />
      <Checkbox label="All families" checked={false} mixed onChange={() => undefined} />
      <Checkbox label="Not available" checked={false} onChange={() => undefined} disabled />
      <Switch label="Order products" hint="Up to CHF 500 a month." checked={on} onChange={setOn} />
      <Switch label="Read messages" checked={!on} onChange={(next) => setOn(!next)} />
      <Switch label="Not available" checked={false} onChange={() => undefined} disabled />
    </Specimen>
  )
}

function Levels() {
  const [level, setLevel] = useState<string | null>('manage')
  const [open, setOpen] = useState<string | null>(null)
  const [preset, setPreset] = useState<string | null>('limited')
  return (
    <>
      <Specimen name="Segmented control">
        <SegmentedControl label="Domains" options={levels} value={level} onChange={setLevel} />
        <SegmentedControl label="Email" options={levels} value={open} onChange={setOpen} hint="Not answered yet." />
        <SegmentedControl label="Website files" options={levels} value="no" onChange={() => undefined} disabled />
      </Specimen>
      <Specimen name="Radio group">
        <RadioGroup label="Rights" options={presets} value={preset} onChange={setPreset} look="cards" />
      </Specimen>
      <Specimen name="Radio group, list">
        <RadioGroup label="How long" options={durations} value={open} onChange={setOpen} error="Choose one." />
      </Specimen>
    </>
  )
}

const options = [
  { value: 'a', label: 'Anna Keller' },
  { value: 'b', label: 'Luca Bernasconi', hint: 'since 2024' },
  { value: 'c', label: 'Marc Sutter', disabled: true },
]
const countries = [
  { value: 'ch', label: 'Switzerland' },
  { value: 'de', label: 'Germany' },
  { value: 'fr', label: 'France' },
  { value: 'it', label: 'Italy' },
]
const levels = [
  { value: 'no', label: 'No' },
  { value: 'see', label: 'See' },
  { value: 'manage', label: 'Manage' },
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
