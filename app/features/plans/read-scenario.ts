import {
  DEFAULT_SCENARIO,
  PLAN_GOALS,
  type PlanCapacity,
  type PlanFloor,
  type PlanGoal,
  type PlanOverride,
  type PlanProgrammes,
  type Scenario,
} from '#app/domain/planning/scenario.ts'
import { CLUSTER_IDS, type ClusterId } from '#app/domain/values/actor.ts'
import type { Messages } from '#app/i18n/messages/index.ts'
import { termIds } from '#app/i18n/terms.ts'

type Texts = Messages['plans']['input']

/** A scenario that cannot be used; the message names the field and the mend. */
export class ScenarioError extends Error {
  readonly field: string
  constructor(field: string, message: string) {
    super(message)
    this.field = field
  }
}

/** What names are checked against. */
export interface ScenarioWorld {
  readonly regionCodes: ReadonlySet<string>
  readonly offers: readonly { readonly id: string; readonly partnerId: string }[]
  /** The code of a region's name, or null where it is unknown or has several meanings. */
  readonly resolveRegion: (text: string) => string | null
}

const MOST_PLACES = 10_000_000
const LONGEST_TEXT = 300

/**
 * Reads a scenario from JSON; what is left out has its default, what is not known is refused. Partners may stand for all
 * their offers, regions may be names.
 * @throws ScenarioError naming the field and the mend.
 */
export function readScenario(value: unknown, world: ScenarioWorld, t: Texts): Scenario {
  const input = objectOf(value, t.file, t)
  onlyKnown(input, '', Object.keys(DEFAULT_SCENARIO), t)
  const fields = reader(world, t)
  return {
    name: input.name === undefined ? '' : fields.text(input.name, 'name'),
    regions: fields.list(input.regions, 'regions').map((text) => fields.region(text, 'regions')),
    clusters: fields.list(input.clusters, 'clusters', CLUSTER_IDS) as ClusterId[],
    needs: fields.list(input.needs, 'needs', termIds('need')),
    offers: [...new Set(fields.list(input.offers, 'offers').flatMap((id) => fields.offers(id, 'offers')))],
    goals:
      input.goals === undefined
        ? DEFAULT_SCENARIO.goals
        : (fields.list(input.goals, 'goals', PLAN_GOALS) as PlanGoal[]),
    floor: floorOf(input.floor, t),
    perActor:
      input.perActor === undefined ? DEFAULT_SCENARIO.perActor : fields.whole(input.perActor, 'perActor', 1, 10),
    capacities: capacitiesOf(input.capacities, fields, t),
    undecided: input.undecided === undefined ? false : fields.truth(input.undecided, 'undecided'),
    programmes: programmesOf(input.programmes, fields, t),
    seed: input.seed === undefined ? DEFAULT_SCENARIO.seed : fields.whole(input.seed, 'seed', 0, 2_147_483_647),
    overrides: overridesOf(input.overrides, fields, t),
    timeLimit:
      input.timeLimit === undefined ? DEFAULT_SCENARIO.timeLimit : fields.whole(input.timeLimit, 'timeLimit', 1, 600),
  }
}

function objectOf(value: unknown, field: string, t: Texts): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ScenarioError(field, t.notAnObject(field))
  return value as Record<string, unknown>
}

/** A field that nobody knows is most often one that was mistyped: passed over, it would be as if nothing were asked. */
function onlyKnown(input: Readonly<Record<string, unknown>>, field: string, known: readonly string[], t: Texts): void {
  for (const key of Object.keys(input)) {
    const named = field === '' ? key : `${field}.${key}`
    if (!known.includes(key)) throw new ScenarioError(named, t.unknownField(named, known.join(', ')))
  }
}

/** Fields of each change by hand, besides those that all have. */
const OVERRIDE_FIELDS: Readonly<Record<PlanOverride['kind'], readonly string[]>> = {
  pin: ['actor', 'need'],
  forbid: ['actor', 'regency'],
  number: ['regency', 'need', 'places'],
}

type Fields = ReturnType<typeof reader>

function reader(world: ScenarioWorld, t: Texts) {
  const offerIds = new Set(world.offers.map((offer) => offer.id))
  return {
    text(value: unknown, field: string): string {
      if (typeof value !== 'string' || value.length > LONGEST_TEXT)
        throw new ScenarioError(field, t.notText(field, LONGEST_TEXT))
      return value.trim()
    },
    truth(value: unknown, field: string): boolean {
      if (typeof value !== 'boolean') throw new ScenarioError(field, t.notBoolean(field))
      return value
    },
    whole(value: unknown, field: string, low: number, high: number): number {
      if (!Number.isInteger(value) || (value as number) < low || (value as number) > high)
        throw new ScenarioError(field, t.notWhole(field, low, high))
      return value as number
    },
    list(value: unknown, field: string, allowed?: readonly string[]): string[] {
      if (value === undefined || value === null) return []
      if (!Array.isArray(value) || value.some((item) => typeof item !== 'string'))
        throw new ScenarioError(field, t.notAList(field))
      for (const item of value as string[])
        if (allowed && !allowed.includes(item))
          throw new ScenarioError(field, t.notOneOf(field, item, allowed.join(', ')))
      return [...new Set(value as string[])]
    },
    region(value: unknown, field: string): string {
      const text = typeof value === 'string' ? value : ''
      const code = world.regionCodes.has(text) ? text : text === '' ? null : world.resolveRegion(text)
      if (code === null) throw new ScenarioError(field, t.unknownRegion(field, text))
      return code
    },
    offer(value: unknown, field: string): string {
      if (typeof value !== 'string' || !offerIds.has(value))
        throw new ScenarioError(field, t.unknownOffer(field, String(value)))
      return value
    },
    offers(id: string, field: string): string[] {
      if (offerIds.has(id)) return [id]
      const ofPartner = world.offers.filter((offer) => offer.partnerId === id).map((offer) => offer.id)
      if (ofPartner.length === 0) throw new ScenarioError(field, t.unknownOffer(field, id))
      return ofPartner
    },
  }
}

function floorOf(value: unknown, t: Texts): PlanFloor | null {
  if (value === undefined || value === null) return null
  const floor = objectOf(value, 'floor', t)
  onlyKnown(floor, 'floor', ['per', 'share'], t)
  const per = String(floor.per)
  if (per !== 'province' && per !== 'cluster' && per !== 'regency')
    throw new ScenarioError('floor.per', t.notOneOf('floor.per', per, 'province, regency, cluster'))
  const { share } = floor
  if (typeof share !== 'number' || !(share >= 0 && share <= 1))
    throw new ScenarioError('floor.share', t.notShare('floor.share'))
  return { per, share }
}

function programmesOf(value: unknown, fields: Fields, t: Texts): PlanProgrammes | null {
  if (value === undefined || value === null) return null
  const programmes = objectOf(value, 'programmes', t)
  onlyKnown(programmes, 'programmes', ['minimumBatch', 'most'], t)
  const { minimumBatch, most } = programmes
  return {
    minimumBatch:
      minimumBatch === undefined ? 1 : fields.whole(minimumBatch, 'programmes.minimumBatch', 1, MOST_PLACES),
    most: most === undefined || most === null ? null : fields.whole(most, 'programmes.most', 0, 100_000),
  }
}

function capacitiesOf(value: unknown, fields: Fields, t: Texts): Readonly<Record<string, PlanCapacity>> {
  if (value === undefined || value === null) return {}
  const out: Record<string, PlanCapacity> = {}
  for (const [id, entry] of Object.entries(objectOf(value, 'capacities', t))) {
    const field = `capacities.${id}`
    fields.offer(id, field)
    const capacity = typeof entry === 'number' ? { places: entry, reason: '' } : objectOf(entry, field, t)
    onlyKnown(capacity as Record<string, unknown>, field, ['places', 'reason'], t)
    out[id] = {
      places: fields.whole(capacity.places, `${field}.places`, 0, MOST_PLACES),
      reason: capacity.reason === undefined ? '' : fields.text(capacity.reason, `${field}.reason`),
    }
  }
  return out
}

function overridesOf(value: unknown, fields: Fields, t: Texts): readonly PlanOverride[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw new ScenarioError('overrides', t.notAList('overrides'))
  return value.map((entry, at): PlanOverride => {
    const field = `overrides[${at}]`
    const input = objectOf(entry, field, t)
    const { kind } = input
    if (kind === 'pin' || kind === 'forbid' || kind === 'number')
      onlyKnown(input, field, ['kind', 'offer', 'reason', ...OVERRIDE_FIELDS[kind]], t)
    const reason = input.reason === undefined ? '' : fields.text(input.reason, `${field}.reason`)
    if (reason === '') throw new ScenarioError(`${field}.reason`, t.needsReason(`${field}.reason`))
    const offer = fields.offer(input.offer, `${field}.offer`)
    const needOf = (need: unknown): string => fields.list([need], `${field}.need`, termIds('need'))[0]!
    switch (input.kind) {
      case 'pin':
        return {
          kind: 'pin',
          offer,
          actor: fields.text(input.actor, `${field}.actor`),
          need: input.need === undefined || input.need === null ? null : needOf(input.need),
          reason,
        }
      case 'forbid':
        return {
          kind: 'forbid',
          offer,
          actor: input.actor === undefined || input.actor === null ? null : fields.text(input.actor, `${field}.actor`),
          regency:
            input.regency === undefined || input.regency === null
              ? null
              : fields.region(input.regency, `${field}.regency`),
          reason,
        }
      case 'number':
        return {
          kind: 'number',
          offer,
          regency: fields.region(input.regency, `${field}.regency`),
          need: needOf(input.need),
          places: fields.whole(input.places, `${field}.places`, 0, MOST_PLACES),
          reason,
        }
      default:
        throw new ScenarioError(`${field}.kind`, t.notOneOf(`${field}.kind`, String(input.kind), 'pin, forbid, number'))
    }
  })
}
