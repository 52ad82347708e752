import type { ReactNode } from 'react'
import { PageHeader } from '#app/components/page-header.tsx'
import type { RegionChoice } from './region-choice.server.ts'

/** The title of a page about the country or one region, with the way back up. */
export function RegionHeader(props: {
  page: Pick<RegionChoice, 'region' | 'up'>
  words: { readonly title: string; readonly titleOf: (place: string) => string; readonly country: string }
  intro: ReactNode
  actions?: ReactNode
}) {
  const { page, words } = props
  return (
    <PageHeader
      title={page.region ? words.titleOf(page.region.name) : words.title}
      intro={props.intro}
      trail={page.up ? [{ href: page.up.href, label: page.up.label || words.country }] : []}
      {...(props.actions ? { actions: props.actions } : {})}
    />
  )
}

/** The way from a kabupaten or kota to its board. */
export function BoardLink({ href, children }: { href: string | null; children: ReactNode }) {
  if (!href) return null
  return (
    <p className="mt-6">
      <a href={href}>{children}</a>
    </p>
  )
}
