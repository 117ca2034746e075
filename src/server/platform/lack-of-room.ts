// What to add when PostgreSQL did not start on a disk that is full: it then often cannot even say so itself.
import { statfsSync } from 'node:fs'

/** A new database with the demo story and its log of writes; an old one needs less. */
const neededToStart = 200e6

export function lackOfRoom(directory: string, needed = neededToStart): string {
  const { bavail, bsize } = statfsSync(directory)
  const free = bavail * bsize
  return free < needed ? `Only ${megabytes(free)} MB are free in ${directory}; PostgreSQL needs about ${megabytes(needed)} MB there.` : ''
}

const megabytes = (bytes: number) => Math.floor(bytes / 1e6)
