// Who received a request and has not answered it for an organisation stays unnamed to whoever asked: of a journal row `j`, in SQL.
import { type SqlBool, sql } from 'kysely'

export const isUnnamed = sql<SqlBool>`(j.partnership_id is null and j.kind in ('request.passed_on', 'request.reported', 'proposal.declined'))`
