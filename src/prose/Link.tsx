import type { ComponentProps } from 'react'
import { useDrawing } from './drawing'

/** A path of the book under the sub-path that the build was given. */
export const at = (path: string) => import.meta.env.BASE_URL + path.slice(1)

/** Links of the text: inner ones under the sub-path, outer ones with a number that print resolves at the page's end. */
export function Link({ href = '', children, ...rest }: ComponentProps<'a'>) {
  const { links } = useDrawing()
  if (!/^https?:/.test(href))
    return <a href={href.startsWith('/') ? at(href) : href} {...rest} children={children} />
  if (!links.includes(href)) links.push(href)
  return (
    <a href={href} {...rest}>
      {children}
      <sup className="print-only">[{links.indexOf(href) + 1}]</sup>
    </a>
  )
}
