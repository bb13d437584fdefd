import { AxeBuilder } from '@axe-core/playwright'
import { htmlOf, openAwake, routes } from './helpers/book'
import { expect, test } from './helpers/test'

// A chapter has thousands of pieces of formulas to look at.
test.describe.configure({ timeout: 150_000 })

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

for (const colorScheme of ['light', 'dark'] as const)
  for (const { path } of routes)
    test(`${path} has no axe violation, ${colorScheme}, with all figures awake`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await openAwake(page, path)
      const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze()
      const found = violations.map(
        ({ id, help, nodes }) =>
          `${id}: ${help}\n${nodes
            .slice(0, 4)
            .map(
              (node) =>
                `    ${node.target.join(' ')}  ${node.html.slice(0, 160)}\n      ${node.failureSummary}`,
            )
            .join('\n')}`,
      )
      expect(found, found.join('\n')).toEqual([])
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    })

const heads = routes.map((route) => ({
  path: route.path,
  title: /<title>([^<]*)/.exec(htmlOf(route))?.[1] ?? '',
  description: /<meta name="description" content="([^"]*)/.exec(htmlOf(route))?.[1] ?? '',
}))

for (const part of ['title', 'description'] as const)
  test(`every page has a ${part} of its own`, () => {
    const texts = heads.map((head) => head[part])
    expect(texts.filter((text) => text.length < 4)).toEqual([])
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([])
  })
