import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'acorn'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { icons, maskable, webManifest } from './icons'
import { edition, workerScript } from './offline'

let out = ''
const put = (file: string, text: string) => {
  mkdirSync(path.dirname(`${out}/${file}`), { recursive: true })
  writeFileSync(`${out}/${file}`, text)
}
beforeEach(() => {
  out = mkdtempSync(`${tmpdir()}/edition-`)
  put('index.html', 'home')
  put('slope/index.html', 'slope')
  put('404.html', 'none')
  put('notation.json', '{}')
  put('assets/View-abc.js', 'x')
  for (const file of ['gallery/index.html', 'slope.md', '_headers', 'sw.js']) put(file, '')
})
afterEach(() => rmSync(out, { recursive: true }))

test('an edition lists the book by its addresses, with hashes where a name does not change with what is in it', () => {
  const { files } = edition(out, '/')
  expect(Object.keys(files)).toEqual(['404.html', 'assets/View-abc.js', '', 'notation.json', 'slope/'])
  expect(files['assets/View-abc.js']).toBe('')
  expect(files['']).toBe('sha256-TqFAWIFQdzzjqs54au739ASc4QD6ZJyU+73blg8dqUI=')
})

test('another text is another edition, and so is another place', () => {
  const { id } = edition(out, '/')
  expect(edition(out, '/').id).toBe(id)
  expect(edition(out, '/sub/').id).not.toBe(id)
  put('slope/index.html', 'slope, mended')
  expect(edition(out, '/').id).not.toBe(id)
})

test('the worker is one plain script', async () => {
  const script = await workerScript(edition(out, '/'))
  parse(script, { ecmaVersion: 2023, sourceType: 'script' })
  expect(script).toContain('notation.json')
})

test('the manifest names the icons that are made, each in its size', () => {
  const made = icons(readFileSync('public/icon.svg', 'utf8'))
  const { icons: named } = JSON.parse(webManifest('/sub/', '#000')) as {
    icons: { src: string; sizes: string }[]
  }
  for (const { src, sizes } of named.filter((icon) => icon.src.endsWith('.png'))) {
    const png = Buffer.from(made[src.replace('/sub/', '')] ?? [])
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes)
  }
})

test('an icon that changed its form stops the build, and says what was expected', () => {
  expect(() => maskable('<svg viewBox="0 0 10 10"/>')).toThrow('expected viewBox="0 0 32 32"')
})
