// Who reads of a list in the journal: the partner alone.
import type { StoredJob } from './job-store.ts'

export const told = ({ partnerId }: Pick<StoredJob, 'partnerId'>) => ({ readers: [partnerId] })
