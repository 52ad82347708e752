import type { IconName } from '#app/components/icon.tsx'
import { Tag, type Tone } from '#app/components/tag.tsx'
import type { ProposalState } from '#app/domain/loop/states.ts'
import { useMessages } from '#app/i18n/context.tsx'

const LOOK: Record<ProposalState, { readonly tone: Tone; readonly icon?: IconName }> = {
  draft: { tone: 'plain' },
  sent: { tone: 'accent', icon: 'share' },
  seen: { tone: 'accent', icon: 'info' },
  clarification: { tone: 'turmeric', icon: 'question' },
  accepted: { tone: 'leaf', icon: 'check' },
  declined: { tone: 'brick', icon: 'cross' },
  withdrawn: { tone: 'plain', icon: 'left' },
  referred: { tone: 'accent', icon: 'people' },
  in_progress: { tone: 'accent', icon: 'right' },
  helped: { tone: 'leaf', icon: 'check' },
  not_helped: { tone: 'brick', icon: 'cross' },
  expired: { tone: 'plain', icon: 'calendar' },
}

/** Where a proposal stands, in a word. */
export function StateTag({ state }: { state: ProposalState }) {
  const t = useMessages().proposals
  return <Tag {...LOOK[state]}>{t.states[state]}</Tag>
}
