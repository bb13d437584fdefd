import { describe, expect, it } from 'vitest'
import { firstPlaces, placed, stranger, toData } from './places'

const chapter = (path: string, number: number, html: string) => ({ path, number, html })
const sym = (key: string) => `<span data-sym="${key}">x</span>`
const heading = (id: string, text: string) =>
  `<h2 id="${id}">${text}<a class="anchor" href="#${id}"></a></h2>`

const slope = chapter('/slope/', 1, sym('x') + heading('on-rates', 'Rates &amp; slopes') + sym('y.1'))
const layer = chapter('/backprop/', 5, sym('shape.w') + heading('on-layers', 'Layers') + sym('x.n.d w.1.2'))
const senses = (key: string) =>
  placed([slope, layer])
    .find(({ keys }) => keys[0] === key)
    ?.senses.map(({ shape, first }) => [shape, first.href, first.section])

describe('a first appearance', () => {
  it('is the section that a symbol, or an entry of it, first stands in', () => {
    expect(firstPlaces(slope).get('x')).toMatchObject({ href: '/slope/', section: '' })
    expect(firstPlaces(slope).get('y')).toMatchObject({ href: '/slope/#on-rates', section: 'Rates & slopes' })
  })

  it('is no badge of a shape', () => {
    expect(firstPlaces(layer).get('w')?.href).toBe('/backprop/#on-layers')
  })

  it('belongs to one sense: a letter that comes to mean more is listed again', () => {
    expect(senses('x')).toEqual([
      ['one number', '/slope/', ''],
      ['N × D', '/backprop/#on-layers', 'Layers'],
    ])
    expect(senses('w')).toEqual([['D × M', '/backprop/#on-layers', 'Layers']])
  })

  it('is what makes an entry: a symbol that stands nowhere is not listed', () => {
    expect(senses('odot')).toBeUndefined()
  })

  it('travels to the page with the chapter that it begins with', () => {
    const data = toData(placed([slope, layer]))
    expect(data.symbols.x?.senses.map(([since]) => since)).toEqual([0, 5])
    expect(data.symbols.w?.senses[0]?.slice(-2)).toEqual(['/backprop/#on-layers', 'Chapter 5, Layers'])
  })
})

describe('a symbol without an entry', () => {
  it('is named with its page and with what to do', () => {
    expect(stranger(sym('x.1 quux.2'), '/slope/')).toMatch(/^\/slope\/: the symbol “quux”.*no entry.*entries/)
  })

  it('is none of those that have one, with or without an index', () => {
    expect(stranger(sym('x') + sym('dx.1.2') + sym('shape.dy') + sym('w.d.m'), '/')).toBeUndefined()
  })
})
