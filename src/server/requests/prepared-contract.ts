// What waits for release. Apart from the other contracts of requests, whose shapes bring along what checks them.
import { z } from 'zod'
import { rightName } from '../authorization/catalogue-contract.ts'

/** GET …/requests/prepared: what waits for release; none for collaborators, who may not prepare. */
export const listPrepared = {
  params: z.strictObject({ organisation: z.uuid() }),
  answer: z.strictObject({
    requests: z.array(
      z.strictObject({
        id: z.uuid(),
        name: z.string(),
        sentTo: z.string().nullable(),
        rights: z.array(rightName),
        preparedBy: z.string(),
        preparedAt: z.iso.datetime(),
      }),
    ),
  }),
}
