import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { binary, bothCounts, decimal, grouped, log10, powerOfTwo, quotient, ratio } from './bytes'

test('the same bytes are 256 GiB in powers of two and 274.9 GB in powers of ten', () => {
  expect(binary(2n ** 38n)).toBe('256 GiB')
  expect(decimal(2n ** 38n)).toBe('274.9 GB')
  expect(bothCounts(2n ** 38n)).toEqual(['256 GiB', '274.9 GB'])
})

test('small counts are plain bytes, with one byte in the singular', () => {
  expect(decimal(1n)).toBe('1 byte')
  expect(bothCounts(999n)).toEqual(['999 bytes'])
  expect(bothCounts(1000n)).toEqual(['1,000 bytes', '1 kB'])
  expect(bothCounts(1024n)).toEqual(['1 KiB', '1.024 kB'])
})

test('what would round up to a whole unit is named by that unit', () => {
  expect(decimal(999_900n)).toBe('999.9 kB')
  expect(decimal(999_950n)).toBe('1 MB')
  expect(binary(2n ** 20n - 1n)).toBe('1 MiB')
  expect(binary(1023n * 1024n)).toBe('1,023 KiB')
})

test('the largest Jacobian of the book still has a unit', () => {
  expect(bothCounts(8n * 10n ** 24n)).toEqual(['6.617 YiB', '8 YB'])
  expect(grouped(10n ** 24n)).toBe('1,000,000,000,000,000,000,000,000')
})

test('a power of two is written as one, and nothing else is', () => {
  expect(powerOfTwo(2n ** 36n)).toBe('2³⁶')
  expect(powerOfTwo(2n ** 36n + 1n)).toBeUndefined()
  expect(powerOfTwo(10n ** 24n)).toBeUndefined()
  expect(powerOfTwo(1n)).toBeUndefined()
})

test('ratios keep four digits, and every digit of a large whole part', () => {
  expect(ratio(2n ** 36n, 17_563_648n)).toBe('3,913')
  expect(ratio(6n, 14n)).toBe('0.43')
  expect(ratio(1n, 3000n)).toBe('0.00033')
  expect(ratio(12_345_678n, 1n)).toBe('12,345,678')
  expect(quotient(100n, 1n, 2)).toBe('100')
})

test('the short forms agree with the bytes to four digits', () => {
  fc.assert(
    fc.property(fc.bigInt(1000n, 8n * 10n ** 24n), (bytes) => {
      const [number = '', unit = ''] = decimal(bytes).replaceAll(',', '').split(' ')
      const size = 10 ** (3 * ['kB', 'MB', 'GB', 'TB', 'PB', 'EB', 'ZB', 'YB'].indexOf(unit) + 3)
      expect((Number(number) * size) / Number(bytes)).toBeCloseTo(1, 3)
      expect(log10(bytes)).toBeCloseTo(Math.log10(Number(bytes)), 9)
    }),
  )
})
