import { expect, test } from 'vitest'
import { fileName, usesFamily } from './pictureText'

test('a family is one of a list of fonts by its whole name', () => {
  const fonts = '"Source Serif 4", "Source Serif 4 1", Georgia, KaTeX_Main'
  expect(usesFamily(fonts, '"Source Serif 4"')).toBe(true)
  expect(usesFamily(fonts, 'KaTeX_Main')).toBe(true)
  expect(usesFamily(fonts, '"Source Serif"')).toBe(false)
  expect(usesFamily(fonts, 'Main')).toBe(false)
})

test('a file has the name of its figure', () => {
  expect(fileName('two-roads', 'png')).toBe('nudge-two-roads.png')
})
