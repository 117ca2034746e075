// The small marks that stand in tables and beside names.
import { Avatar } from '../ui/avatar.tsx'
import { AvatarGroup, NamedAvatar } from '../ui/avatar-group.tsx'
import { Chip } from '../ui/chip.tsx'
import { Badge, Status } from '../ui/status.tsx'
import { customers } from './sample-data.tsx'
import { Row, Specimen } from './specimen.tsx'

export function Marks() {
  return (
    <Specimen name="Status, badge, chip">
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
        <Chip name="Long" onRemove={() => undefined}>
          Wasserversorgungsgenossenschaftsverwaltungsangestellte
        </Chip>
      </Row>
    </Specimen>
  )
}

export function Avatars() {
  return (
    <Specimen name="Avatar">
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
