// npm run client [DIRECTORY]: builds the package that product consoles install, and packs it there. Says where.
import { execFileSync } from 'node:child_process'
import { realpathSync } from 'node:fs'
import path from 'node:path'
import { OperatorError } from '../src/server/platform/operator-error.ts'
import { buildClient, builtClient } from './client/build-client.ts'

const directory = path.resolve(process.argv[2] ?? builtClient)

try {
  await buildClient(directory)
  const packed = execFileSync(process.execPath, [npm(), 'pack', '--json', '--pack-destination', directory], {
    cwd: directory,
    encoding: 'utf8',
  })
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }]
  console.log(path.join(directory, filename))
} catch (failure) {
  console.error(failure instanceof OperatorError ? failure.message : failure)
  process.exit(1)
}

/** Run by the Node that runs this, whichever `npm` is in the path. */
function npm(): string {
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
    try {
      return realpathSync(path.join(folder, 'npm'))
    } catch {
      // not here
    }
  }
  throw new OperatorError('npm is not in the path')
}
