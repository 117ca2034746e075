// Everything one types into.
import { Mail } from 'lucide-react'
import { useState } from 'react'
import { CodeInput } from '../ui/code-input.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { SearchInput } from '../ui/search-input.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { ShownAs, Specimen } from './specimen.tsx'

const nothing = () => undefined

export function FieldSpecimens() {
  return (
    <>
      <TextInputs />
      <Textareas />
      <Searches />
      <Dates />
      <Codes />
    </>
  )
}

function TextInputs() {
  const [text, setText] = useState('anna@alpweb.example')
  return (
    <Specimen name="Text input">
      <TextInput label="Email address" type="email" value={text} onChange={setText} before={<Mail />} hint="The request goes here." />
      <TextInput label="Own reference" optional value="" onChange={nothing} placeholder="KD-1043" />
      <TextInput
        label="Email address"
        value="anna@"
        onChange={nothing}
        error="This is not an email address. Check what stands after the @."
      />
      <TextInput label="Spending limit" value="500" onChange={nothing} after="CHF" disabled />
      <ShownAs state="hover">
        <TextInput label="Own reference" value="KD-1043" onChange={nothing} />
      </ShownAs>
      <ShownAs state="focus">
        <TextInput label="Own reference" value="KD-1043" onChange={nothing} />
      </ShownAs>
    </Specimen>
  )
}

function Textareas() {
  const [text, setText] = useState('Our new web shop goes online in spring.')
  return (
    <Specimen name="Textarea">
      <Textarea label="Reason" value={text} onChange={setText} maxLength={42} />
      <Textarea label="Note" value="" onChange={nothing} rows={2} optional placeholder="Only your colleagues read this." />
      <Textarea label="Reason" value="" onChange={nothing} rows={2} error="Say why: your customer decides by it." />
      <Textarea label="Reason" value="Sent on 2 November." onChange={nothing} rows={2} disabled />
    </Specimen>
  )
}

function Searches() {
  return (
    <Specimen name="Search">
      <SearchInput label="Search name, number, reference" value="zür" onChange={nothing} />
      <SearchInput label="Search name, number, reference" value="" onChange={nothing} />
      <ShownAs state="focus">
        <SearchInput label="Search name, number, reference" value="" onChange={nothing} />
      </ShownAs>
    </Specimen>
  )
}

function Dates() {
  const [day, setDay] = useState('2027-03-31')
  return (
    <Specimen name="Date">
      <DateInput label="Until" value={day} onChange={setDay} hint="The last day on which access is open." />
      <DateInput label="From" value="" onChange={nothing} optional />
      <DateInput label="Until" value="2026-01-31" onChange={nothing} error="This day has passed. Choose a later one." />
      <DateInput label="Until" value="2027-03-31" onChange={nothing} disabled />
    </Specimen>
  )
}

function Codes() {
  const [code, setCode] = useState('123')
  return (
    <Specimen name="Code">
      <CodeInput label="Code from the email" value={code} onChange={setCode} hint="Six digits, valid for ten minutes." />
      <CodeInput label="Code from the app" value="000000" onChange={nothing} error="This code is no longer valid. Ask for a new one." />
      <CodeInput label="Code that is checked now" value="481516" onChange={nothing} busy />
      <CodeInput label="Code" value="" onChange={nothing} disabled />
    </Specimen>
  )
}
