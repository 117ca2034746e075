// Everything that one chooses from a list.
import { useState } from 'react'
import { Combobox } from '../ui/combobox.tsx'
import { MultiCombobox } from '../ui/multi-combobox.tsx'
import { NativeSelect } from '../ui/native-select.tsx'
import { Select } from '../ui/select.tsx'
import { ShownAs, Specimen } from './specimen.tsx'

const nothing = () => undefined
const long = 'Wasserversorgungsgenossenschaftsverwaltungsangestellte'

export function ListSpecimens() {
  return (
    <>
      <Selects />
      <NativeSelects />
      <Comboboxes />
      <MultiComboboxes />
    </>
  )
}

function Selects() {
  const [person, choose] = useState<string | null>(null)
  return (
    <Specimen name="Select">
      <Select label="Person" options={people} value={person} onChange={choose} placeholder="Choose" />
      <Select label="Person" options={people} value="a" onChange={nothing} error="Not available here." />
      <Select label="Person" options={people} value="b" onChange={nothing} disabled />
      <Select label="Person" options={people} value="long" onChange={nothing} />
      <ShownAs state="focus">
        <Select label="Person" options={people} value="a" onChange={nothing} />
      </ShownAs>
    </Specimen>
  )
}

function NativeSelects() {
  const [language, choose] = useState('de')
  return (
    <Specimen name="Native select">
      <NativeSelect label="Language" options={languages} value={language} onChange={choose} hint="For screens and emails." />
      <NativeSelect label="Organisation" options={languages} value="long" onChange={choose} error="Not available here." />
      <NativeSelect label="Canton" options={languages} value="de" onChange={choose} disabled />
    </Specimen>
  )
}

function Comboboxes() {
  const [country, choose] = useState<string | null>('ch')
  return (
    <Specimen name="Combobox">
      <Combobox label="Country" options={countries} value={country} onChange={choose} />
      <Combobox label="Country of the branch" options={countries} value={null} onChange={nothing} placeholder="Name" optional />
      <Combobox label="Country" options={countries} value={null} onChange={nothing} error="Choose one of the list." />
      <Combobox label="Country" options={countries} value="de" onChange={nothing} disabled />
    </Specimen>
  )
}

function MultiComboboxes() {
  const [chosen, choose] = useState<string[]>(['a', 'b'])
  return (
    <Specimen name="Combobox for several">
      <MultiCombobox label="People" options={people} values={chosen} onChange={choose} placeholder="Name" />
      <MultiCombobox label="People" options={people} values={[]} onChange={nothing} placeholder="Name" error="Choose at least one." />
      <MultiCombobox label="People" options={people} values={['a', 'long']} onChange={nothing} hint="Two of them are away." />
      <MultiCombobox label="People" options={people} values={['a']} onChange={nothing} disabled />
    </Specimen>
  )
}

const people = [
  { value: 'a', label: 'Anna Keller' },
  { value: 'b', label: 'Luca Bernasconi', hint: 'since 2024' },
  { value: 'c', label: 'Marc Sutter', disabled: true },
  { value: 'long', label: long },
]
const countries = [
  { value: 'ch', label: 'Switzerland' },
  { value: 'de', label: 'Germany' },
  { value: 'fr', label: 'France' },
  { value: 'it', label: 'Italy' },
]
const languages = [
  { value: 'de', label: 'Deutsch' },
  { value: 'fr', label: 'Français' },
  { value: 'long', label: long },
]
