import type { ReactNode } from 'react'
import { PageHeader } from '#app/components/page-header.tsx'
import { DemoTag } from '#app/components/tag.tsx'
import { useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'

/** The head of a page about one actor other than her profile: the way back to it, her code, and what the page is. */
export function AboutActorHeader(props: {
  actor: { readonly id: string; readonly code: string; readonly isDemo?: boolean }
  title: string
  intro: string
  actions?: ReactNode
}) {
  const t = useMessages()
  const { actor } = props
  return (
    <PageHeader
      trail={[
        { href: paths.actors(), label: t.common.nav.actors },
        { href: paths.actor(actor.id), label: actor.code },
      ]}
      kicker={actor.code}
      title={props.title}
      intro={props.intro}
      marks={actor.isDemo && <DemoTag />}
      actions={props.actions}
    />
  )
}
