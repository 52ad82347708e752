import { Icon } from '#app/components/icon.tsx'
import { useMessages } from '#app/i18n/context.tsx'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/**
 * What would open offers: "Urus NIB dan tambah 2 anggota kelompok: terbuka PNM Mekaar". With `ifNot` it is only needed
 * should an open question be answered with no.
 */
export function NearestChange({ change, opens, ifNot }: { change: string; opens?: string; ifNot?: boolean }) {
  const t = useMessages().match.card
  return (
    <p className="flex items-start gap-2.5">
      <span className="mt-px grid size-6 shrink-0 place-items-center rounded-full bg-accent-soft text-accent">
        <Icon name="plus" className="size-4" />
      </span>
      <span className="min-w-0">
        {opens === undefined ? (ifNot ? t.ifNot(change) : t.toOpen(change)) : t.opens(capital(change), opens)}
      </span>
    </p>
  )
}
