import { expect, test } from 'vitest'
import { readOptions } from './startOptions.ts'

test('npm start serves where nothing is asked, and where it is', () => {
  expect(readOptions([])).toEqual({ base: '/', port: 4173, host: 'localhost' })
  expect(readOptions(['--base=/sub/', '--port', '80', '--host=0.0.0.0'])).toEqual({
    base: '/sub/',
    port: 80,
    host: '0.0.0.0',
  })
})

test.each([
  [['--prot', '5'], /Unknown option '--prot'\.$/],
  [['--prot=5'], /Unknown option '--prot'\.$/],
  [['-p', '5'], /Unknown option '-p'\.$/],
  [['5'], /Unexpected argument '5'\.$/],
  [['--port'], /--port.*argument missing\.$/],
  [['--port='], /a port is a whole number/],
  [['--port=5.5'], /a port is a whole number/],
  [['--port=70000'], /a port is a whole number/],
  [['--base=sub'], /a base begins and ends with a slash/],
  [['--base=/sub'], /a base begins and ends with a slash/],
])('npm start %j is told in one sentence', (words, sentence) => {
  const read = readOptions(words)
  expect('error' in read ? read.error : read).toMatch(sentence)
})
