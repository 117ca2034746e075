// Tabs: with counts, with the focus, and with more words than there is room for.
import { Tabs } from '../ui/tabs.tsx'
import { ShownAs, Specimen } from './specimen.tsx'

export function TabStates() {
  const short = [
    { value: 'a', label: 'Overview', content: <p>What is in force now.</p> },
    { value: 'b', label: 'People', count: 12, content: <p>Who may do what.</p> },
    { value: 'c', label: 'Activity', count: 1284, content: <p>What was done.</p> },
  ]
  const long = [
    { value: 'a', label: 'Vertretungsberechtigungen', content: <p>More than there is room for.</p> },
    { value: 'b', label: 'Rechnungsempfänger', count: 3, content: null },
    { value: 'c', label: 'Wasserversorgungsgenossenschaften', content: null },
  ]
  return (
    <Specimen name="Tabs">
      <Tabs label="Parts" tabs={short} />
      <ShownAs state="focus">
        <Tabs label="Parts with the focus" tabs={short.slice(0, 2)} />
      </ShownAs>
      <Tabs label="Long parts" tabs={long} />
    </Specimen>
  )
}
