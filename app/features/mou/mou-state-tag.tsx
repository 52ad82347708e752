import { Tag, type Tone } from '#app/components/tag.tsx'
import type { MouState } from '#app/domain/loop/commitments.ts'
import { useMessages } from '#app/i18n/context.tsx'

const TONES: Readonly<Record<MouState, Tone>> = {
  upcoming: 'accent',
  in_force: 'leaf',
  expired: 'brick',
  unknown: 'plain',
}

/** Whether an MoU holds, in a word. */
export function MouStateTag({ state }: { state: MouState }) {
  const t = useMessages().mou
  return <Tag tone={TONES[state]}>{t.state[state]}</Tag>
}
