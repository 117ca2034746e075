// Runs before each test file, though files of one worker share what they import: what a file was given it takes along when it ends.
import { afterAll } from 'vitest'
import { throwAwayGiven } from './temporary-directory.ts'

afterAll(throwAwayGiven)
