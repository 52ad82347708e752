import type { Settings } from 'meilisearch'
import { expect, test } from 'vitest'
import { changedSettings, settingsOf } from '#search/meilisearch/settings.ts'
import { stopWords } from '#search/text/stop-words.ts'

/** Settings as a server gives them back: sets sorted, defaults filled in. */
function givenBack(settings: Settings): Settings {
  return {
    ...settings,
    sortableAttributes: [...settings.sortableAttributes!].sort(),
    stopWords: [...settings.stopWords!].sort(),
    synonyms: Object.fromEntries(Object.entries(settings.synonyms!).sort().reverse()),
    typoTolerance: { ...settings.typoTolerance, disableOnWords: [], disableOnAttributes: [] },
    faceting: { ...settings.faceting, sortFacetValuesBy: { '*': 'alpha' } },
    separatorTokens: [],
    prefixSearch: 'indexingTime',
  }
}

test('the settings of the offers are compiled from the definition of the index', () => {
  const { synonyms, stopWords: stops, filterableAttributes, ...rest } = settingsOf('offers')
  expect(rest).toMatchInlineSnapshot(`
    {
      "displayedAttributes": [
        "*",
      ],
      "distinctAttribute": null,
      "facetSearch": false,
      "faceting": {
        "maxValuesPerFacet": 1000000,
      },
      "pagination": {
        "maxTotalHits": 10000000,
      },
      "proximityPrecision": "byAttribute",
      "rankingRules": [
        "sort",
        "words",
        "typo",
        "proximity",
        "attribute",
        "exactness",
      ],
      "searchCutoffMs": 10000,
      "searchableAttributes": [
        "texts.partner",
        "texts.offer",
        "texts.topics",
        "texts.place",
        "texts.description",
      ],
      "sortableAttributes": [
        "sort_status_rank",
        "sort_as_of",
        "sort_tie",
        "sort_name_1",
        "sort_name_2",
        "sort_name_3",
        "sort_name_4",
      ],
      "typoTolerance": {
        "disableOnNumbers": true,
        "enabled": true,
        "minWordSizeForTypos": {
          "oneTypo": 4,
          "twoTypos": 8,
        },
      },
    }
  `)
  expect(filterableAttributes).toMatchInlineSnapshot(`
    [
      {
        "attributePatterns": [
          "facet_need",
          "facet_sector",
          "facet_province",
          "facet_regency",
          "facet_coverage",
          "facet_cluster",
          "facet_tie",
          "facet_partner_type",
          "facet_partner",
          "facet_status",
          "facet_freshness",
        ],
        "features": {
          "facetSearch": false,
          "filter": {
            "comparison": false,
            "equality": true,
          },
        },
      },
      {
        "attributePatterns": [
          "words_1",
          "words_2",
          "words_3",
        ],
        "features": {
          "facetSearch": false,
          "filter": {
            "comparison": true,
            "equality": true,
          },
        },
      },
    ]
  `)
  expect(synonyms!.kripik).toEqual(expect.arrayContaining(['keripik', 'criping']))
  expect(stops).toEqual(stopWords())
})

test('limits hold every regency in a facet and every actor in a total, typos start at 4 and 8 letters', () => {
  for (const index of ['offers', 'actors'] as const) {
    const { faceting, pagination, typoTolerance } = settingsOf(index)
    expect(faceting!.maxValuesPerFacet).toBeGreaterThanOrEqual(600)
    expect(pagination!.maxTotalHits).toBeGreaterThanOrEqual(2_000_000)
    expect(typoTolerance).toMatchObject({ minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 }, disableOnNumbers: true })
  }
})

test('settings that a server gives back in its own order and with defaults are no change', () => {
  const wanted = settingsOf('actors')
  expect(changedSettings(wanted, givenBack(wanted))).toEqual({})
})

test('only what differs is changed: a lost limit, another order of rules, a synonym that is no longer wanted', () => {
  const wanted = settingsOf('actors')
  const changes: [Partial<Settings>, string][] = [
    [{ pagination: { maxTotalHits: 1000 } }, 'pagination'],
    [{ rankingRules: [...wanted.rankingRules!].reverse() }, 'rankingRules'],
    [{ searchableAttributes: ['*'] }, 'searchableAttributes'],
    [{ synonyms: { ...wanted.synonyms, usang: ['lama'] } }, 'synonyms'],
    [{ stopWords: [] }, 'stopWords'],
    [{ typoTolerance: { ...wanted.typoTolerance, minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 } } }, 'typoTolerance'],
  ]
  for (const [other, name] of changes) {
    const changed = changedSettings(wanted, { ...givenBack(wanted), ...other })
    expect(Object.keys(changed)).toEqual([name])
    expect(changed[name as keyof Settings]).toEqual(wanted[name as keyof Settings])
  }
  expect(Object.keys(changedSettings(wanted, {})).sort()).toEqual(
    Object.keys(wanted)
      .filter((name) => name !== 'distinctAttribute')
      .sort(),
  )
})
