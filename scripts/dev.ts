// npm run dev: the server and the web application from its sources, with what changes in the browser shown at once.
import { spawn } from 'node:child_process'
import { createServer } from 'vite'
import { readConfig, withPort } from '../src/server/config.ts'
import { OperatorError } from '../src/server/platform/operator-error.ts'
import { withFreePort } from './start/free-port.ts'
import { untilStopped } from './start/until-stopped.ts'

const say = (progress: string) => console.log(progress)

try {
  await develop()
} catch (failure) {
  console.error(failure instanceof OperatorError ? failure.message : failure)
  process.exit(1)
}

async function develop(): Promise<void> {
  const config = await withFreePort(readConfig())
  const behind = await withFreePort(withPort(config, 0))
  const environment = { ...process.env, PORT: String(behind.port), PUBLIC_URL: config.publicUrl, DEMO: 'yes' }
  const server = spawn(process.execPath, ['--watch', '--watch-preserve-output', 'scripts/start.ts'], { stdio: 'inherit', env: environment })
  const target = `http://127.0.0.1:${behind.port}`
  const vite = await createServer({
    server: { host: config.host, port: config.port, strictPort: true, proxy: { '^/(api|mailbox|livez|readyz|metrics)(/|$|\\?)': target } },
  })
  untilStopped(async () => {
    server.kill('SIGTERM')
    await Promise.all([vite.close(), new Promise((resolve) => server.once('exit', resolve))])
  }, say)
  await vite.listen()
}
