import { describe, expect, it } from 'vitest'
import { toPage } from './pages'

const Content = () => null
const page = (folder: string, frontmatter: unknown) =>
  toPage(`/content/${folder}/index.mdx`, { default: Content as never, frontmatter })

describe('a folder of content', () => {
  it('is a chapter with a number where its name begins with one', () => {
    expect(page('06-linear-layer', { title: 'T', summary: 'S' })).toMatchObject({
      path: '/linear-layer/',
      number: 6,
    })
  })

  it('is a page of its own elsewhere', () => {
    expect(page('home', { title: 'T', summary: 'S' }).path).toBe('/')
    expect(page('404', { title: 'T', summary: 'S' }).path).toBe('/404.html')
    expect(page('about', { title: 'T', summary: 'S' })).not.toHaveProperty('number')
  })

  it('stops the build with its name and the field that is wrong', () => {
    expect(() => page('07-new', { title: 'T' })).toThrow(/content\/07-new\/index\.mdx:1 frontmatter, summary/)
    expect(() => page('07-new', { title: '', summary: 'S' })).toThrow(/frontmatter, title/)
    expect(() => page('07-new', { title: 'T', summary: 'S', colour: 'red' })).toThrow(/colour/)
    expect(() => page('07-new', undefined)).toThrow(/frontmatter/)
  })
})
