// The rights catalogue: everything a customer can allow a partner, and what no partner can ever be allowed.

const ourFamilies = ['domain', 'mail', 'hosting', 'drive', 'server'] as const
/** One of ours, or one that the operator defined (`extendCatalogue`): the latter have other names than the compiler knows. */
export type Family = (typeof ourFamilies)[number]

const ourRightIds = [
  'organisation.view',
  'members.view',
  'members.manage',
  'billing.view',
  'billing.manage',
  'billing.pay',
  'product.order',
  'product.delete',
  'domain.view',
  'domain.manage',
  'mail.view',
  'mail.manage',
  'mail.content',
  'hosting.view',
  'hosting.manage',
  'hosting.content',
  'drive.view',
  'drive.manage',
  'drive.content',
  'server.view',
  'server.manage',
  'server.content',
] as const
export type RightId = (typeof ourRightIds)[number]

export type RightLevel = 'organisation' | 'product'
export type Access = 'view' | 'manage' | 'content'
/** Why a right is sensitive: it touches money, people, private content, or can lose something for good. */
export type Sensitivity = (typeof sensitivities)[number]
export const sensitivities = ['money', 'people', 'private', 'loss'] as const

export type Right = {
  readonly id: RightId
  readonly level: RightLevel
  readonly family: Family | null
  readonly access: Access | null
  /** Rights of the same reach that come along. `product.delete` also needs the `view` of each product's family (`familyViewNeeded`). */
  readonly needs: readonly RightId[]
  readonly sensitive: Sensitivity | null
}

const knownRights: Right[] = [
  organisationRight('organisation.view', [], null),
  organisationRight('members.view', [], null),
  organisationRight('members.manage', ['members.view'], 'people'),
  organisationRight('billing.view', [], null),
  organisationRight('billing.manage', ['billing.view'], 'money'),
  organisationRight('billing.pay', ['billing.view'], 'money'),
  productRight('product.order', 'money'),
  productRight('product.delete', 'loss'),
  ...familyRights('domain', ['view', 'manage']),
  ...familyRights('mail', ['view', 'manage', 'content']),
  ...familyRights('hosting', ['view', 'manage', 'content']),
  ...familyRights('drive', ['view', 'manage', 'content']),
  ...familyRights('server', ['view', 'manage', 'content']),
]

const knownFamilies: Family[] = [...ourFamilies]
const knownIds: RightId[] = [...ourRightIds]
/** In the order in which they are shown: ours first. They may grow until the first question is asked, so nothing is made of them before. */
export const families: readonly Family[] = knownFamilies
export const rightIds: readonly RightId[] = knownIds
export const rightsCatalogue: readonly Right[] = knownRights

/** The one right whose need depends on the product: it needs the `view` of that product's family. */
export const familyViewNeeded: RightId = 'product.delete'

/** What is never granted, whatever anybody asks; none of these is a right. */
export const neverDelegable = [
  'partnership.decide',
  'member.appoint',
  'credential.any',
  'api-key.any',
  'payment-method.any',
  'ownership.any',
  'organisation.identity',
  'journal.any',
  'terms.accept',
  'reseller.any',
] as const
export type NeverDelegable = (typeof neverDelegable)[number]

const rightsById = new Map<string, Right>(knownRights.map((right) => [right.id, right]))
const viewByFamily = new Map<string, RightId>(ourFamilies.map((family) => [family, `${family}.view`]))

/** A family of the operator: one right to see it, at most one to change its settings, at most one to get at what is inside. */
export type OwnFamily = { readonly id: string; readonly rights: readonly OwnRight[] }
/** `id` without the family; `needs` another right of the family, the one to see it when left out. */
export type OwnRight = {
  readonly id: string
  readonly access: Access
  readonly needs?: string | undefined
  /** Why the content is sensitive; that it is, its access says. Private when left out. */
  readonly sensitive?: Sensitivity | undefined
}

/** Adds families behind ours, before anything is asked of the catalogue. Answers with how to take them away again. */
export function extendCatalogue(own: readonly OwnFamily[]): () => void {
  const before = [knownFamilies.length, knownIds.length] as const
  for (const family of own) add(family)
  return () => {
    for (const family of knownFamilies.splice(before[0])) viewByFamily.delete(family)
    for (const id of knownIds.splice(before[1])) rightsById.delete(id)
    knownRights.splice(before[1])
  }
}

function add({ id, rights }: OwnFamily): void {
  const family = id as Family
  const idOf = (part: string) => `${id}.${part}` as RightId
  const view = rights.find(({ access }) => access === 'view')
  if (view === undefined || viewByFamily.has(id))
    throw new Error(`a family ${id} cannot be added: it is there, or nothing of it can be seen`)
  knownFamilies.push(family)
  viewByFamily.set(id, idOf(view.id))
  for (const { id: part, access, needs = view.id, sensitive = 'private' } of rights) {
    const right: Right = {
      ...familyRight(family, access),
      id: idOf(part),
      needs: access === 'view' ? [] : [idOf(needs)],
      sensitive: access === 'content' ? sensitive : null,
    }
    knownIds.push(right.id)
    knownRights.push(right)
    rightsById.set(right.id, right)
  }
}

/** The right of that id, or undefined when the catalogue has none. */
export function findRight(id: string): Right | undefined {
  return rightsById.get(id)
}

/** The right of a known id. */
export function rightOf(id: RightId): Right {
  const right = rightsById.get(id)
  if (right === undefined) throw new Error(`no right ${id} in the catalogue`)
  return right
}

export function isRightId(text: string): text is RightId {
  return rightsById.has(text)
}

export function isSensitive(id: RightId): boolean {
  return rightOf(id).sensitive !== null
}

/** The right to see a family, which the rest of the family needs. */
export function viewOf(family: Family): RightId {
  const view = viewByFamily.get(family)
  if (view === undefined) throw new Error(`no family ${family} in the catalogue`)
  return view
}

/** The right to change the settings of a family, where it has one. */
export function manageOf(family: Family): RightId | undefined {
  return rightsCatalogue.find((right) => right.family === family && right.access === 'manage')?.id
}

export function isFamily(text: string): text is Family {
  return viewByFamily.has(text)
}

function organisationRight(id: RightId, needs: readonly RightId[], sensitive: Sensitivity | null): Right {
  return { id, level: 'organisation', family: null, access: null, needs, sensitive }
}

function productRight(id: RightId, sensitive: Sensitivity): Right {
  return { id, level: 'product', family: null, access: null, needs: [], sensitive }
}

function familyRights(family: Family, accesses: readonly Access[]): readonly Right[] {
  return accesses.map((access) => ({
    ...familyRight(family, access),
    id: familyRightId(family, access),
    needs: access === 'view' ? [] : [familyRightId(family, 'view')],
  }))
}

function familyRight(family: Family, access: Access) {
  return { level: 'product', family, access, sensitive: access === 'content' ? 'private' : null } as const
}

function familyRightId(family: Family, access: Access): RightId {
  const id = ourRightIds.find((right) => right === `${family}.${access}`)
  if (id === undefined) throw new Error(`no right ${family}.${access} in the catalogue`)
  return id
}
