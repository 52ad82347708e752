import { Button } from '#app/components/button.tsx'
import { SelectField } from '#app/components/field.tsx'
import { FilterTags } from '#app/components/filter-tags.tsx'
import { LiveForm } from '#app/components/live-form.tsx'
import { CLUSTER_IDS } from '#app/domain/values/actor.ts'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { termLabel } from '#app/i18n/terms.ts'
import { paths } from '#app/lib/paths.ts'
import type { BoardPage } from './board-page.server.ts'

/** A label inside a sentence: without its capital, unless it is an abbreviation. */
function inSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label[0]!.toLowerCase() + label.slice(1) : label
}

/** Narrows the board by cluster and need; each choice says how many actors it holds. */
export function BoardFilterForm({ page }: { page: BoardPage }) {
  const t = useMessages().board
  const f = useFormat()
  const locale = useLocale()
  const { district, filter, region } = page
  const clusters = CLUSTER_IDS.filter((cluster) => district.byCluster[cluster] > 0 || filter.cluster === cluster)
  const needs = Object.entries(district.byNeed).sort(([, a], [, b]) => b - a)
  const needLabel = (need: string) => termLabel(locale, 'need', need)
  return (
    <div className="mb-8">
      <LiveForm
        action={paths.board(region.code)}
        aria-label={t.filter.label}
        className="grid grid-cols-2 items-end gap-x-4 gap-y-3 sm:grid-cols-[1fr_1fr_auto]"
      >
        <SelectField
          name="klaster"
          label={t.filter.cluster}
          value={filter.cluster ?? ''}
          empty={t.filter.allClusters(f.number(district.actors))}
          options={clusters.map((cluster) => ({
            value: cluster,
            label: t.filter.option(t.cluster[cluster], f.number(district.byCluster[cluster])),
          }))}
        />
        <SelectField
          name="kebutuhan"
          label={t.filter.need}
          value={filter.need ?? ''}
          empty={t.filter.allNeeds}
          options={needs.map(([need, count]) => ({
            value: need,
            label: t.filter.option(needLabel(need), f.number(count)),
          }))}
        />
        <Button look="secondary" className="col-span-2 sm:col-span-1">
          {t.filter.apply}
        </Button>
      </LiveForm>
      <div id="saringan-papan" data-live-region className="mt-3">
        <FilterTags
          clearHref={paths.board(region.code)}
          filters={[
            ...(filter.cluster
              ? [
                  {
                    label: t.filter.onlyCluster(t.cluster[filter.cluster]),
                    href: paths.board(region.code, { kebutuhan: filter.need }),
                  },
                ]
              : []),
            ...(filter.need
              ? [
                  {
                    label: t.filter.onlyNeed(inSentence(needLabel(filter.need))),
                    href: paths.board(region.code, { klaster: filter.cluster }),
                  },
                ]
              : []),
          ]}
        />
        {filter.need && <p className="mt-2 text-muted">{t.filter.needNote(inSentence(needLabel(filter.need)))}</p>}
      </div>
    </div>
  )
}
