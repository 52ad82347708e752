import type { cli as source } from '../id/cli.ts'

export const cli: typeof source = {
  help: {
    title: 'Sinergi IR: partner map and synergy broker for Home Industries (Industri Rumahan)',
    usage: 'Usage',
    verbs: 'Commands',
    options: 'Options',
    everywhere: 'Options of every command',
    examples: 'Examples',
    more: 'Help on one command: npm run -s sinergi -- COMMAND --help',
    verb: 'COMMAND',
  },
  options: {
    help: 'show this help',
    json: 'answer with one JSON value on standard output',
    'data-dir': 'data folder; takes the place of DATA_DIR (default: data)',
    lang: 'language of messages: id or en (default: id)',
  },
  verbs: {
    migrate: {
      summary: 'Prepares the database or brings its structure up to date',
      usage: 'migrate',
      options: {},
      examples: ['migrate', 'migrate --data-dir /srv/sinergi --json'],
      done: (count, file) =>
        count === 0 ? `Database ${file} is up to date.` : `${count} changes applied to database ${file}.`,
    },
    seed: {
      summary: 'Loads the reference data and invented sample actors',
      usage: 'seed [--actors N] [--seed S]',
      options: {
        actors: 'sample actors in all, 0 to 2,000,000 (default: DEMO_ACTORS or 2000)',
        seed: 'random seed, a whole number; the same seed gives the same actors (default: 1)',
      },
      examples: ['seed', 'seed --actors 100000 --seed 7'],
      progress: 'Sample actors',
      done: (added, total, seconds) =>
        `${added} sample actors added; ${total} in all (${seconds} seconds). All are invented and marked as samples.`,
      kept: (part, ids) => `Reference data "${part}" has changed, but edited rows were not overwritten: ${ids}.`,
      mismatch: (stored) =>
        `This database already holds sample actors of seed ${stored}. Use --seed ${stored}, or choose another folder with --data-dir.`,
    },
    erase: {
      summary: 'Erases an actor, or erases again those who came back with a backup',
      usage: 'erase ID  |  erase --replay',
      options: { replay: 'erase again every actor who was erased and is back' },
      examples: ['erase --replay', 'erase demo-0000012 --json'],
      oneOrReplay: 'Name one actor id, or --replay alone.',
      unknown: 'There is no actor with that id.',
      done: (files, rows, texts) =>
        `Erased. Files cleaned: ${files}; rejected rows: ${rows}; texts that spoke of her: ${texts}.`,
      check: (files) => `Attachments of proposals with other actors: ${files}. Look through them yourself for her.`,
      left: 'Some files could not be cleaned yet because they are in use; it is tried again every minute while the site runs, and when it starts.',
      replayed: (count: number) => `Erased again: ${count} actors.`,
    },
    reseal: {
      summary: 'Seals telephone numbers, evidence of consent and documents again with the new CONTACT_KEY',
      usage: 'reseal',
      options: {},
      examples: ['reseal', 'reseal --json'],
      unknownKey: (id) =>
        `Something is sealed with key ${id}, which is not given. Nothing was changed. Add that old key to CONTACT_KEYS_OLD and repeat.`,
      done: (phones, files, key) => `Sealed again with key ${key}: ${phones} telephone numbers, ${files} files.`,
      lost: (files) => `Files not found in the data folder: ${files}.`,
      next: 'This data folder needs the old key no more. Keep it apart as long as there are backups sealed with it.',
    },
    audit: {
      summary: 'Verifies that the audit log is whole',
      usage: 'audit verify [--head NOTE]',
      options: {
        head: 'the end of the log as noted earlier, in a letter or a book; the log must still pass through it',
      },
      examples: ['audit verify', 'audit verify --json', 'audit verify --head 120:6f0c...'],
      onlyVerify: 'Write: audit verify.',
      badHead: (example: string) =>
        `Option --head must be a number of rows, a colon and 64 hexadecimal digits, for example ${example}.`,
      whole: (count: number) => `The audit log is whole: ${count} rows, none missing or changed.`,
      broken: (count: number) => `The audit log is NOT whole: ${count} findings.`,
      head: (pin: string) =>
        `End of the log: ${pin}\nNote this end outside the server; the next run with --head proves that the log was not rewritten.`,
      failed: 'The audit log cannot be trusted. Keep a copy of this database and compare it with a backup.',
    },
    region: {
      summary: 'Finds the code of a region from its name as people type it',
      usage: 'region TEXT [--level L] [--prov P] [--prefer K]  |  region --batch FILE',
      options: {
        batch: 'JSON file: an array of texts or [text, {level?, prov?, prefer?}]',
        level: 'province or regency',
        prov: 'the province it lies in, code or name',
        prefer: 'kabupaten or kota, where one name is both',
      },
      examples: ['region "Kab. Kendal"', 'region Semarang --prefer kota --json', 'region --batch names.json --json'],
      found: (text, label) => `${text}: ${label}`,
      several: (text, labels) => `${text}: fits several regions: ${labels}`,
      none: (text) => `${text}: not recognised`,
      noneBut: (text, labels) => `${text}: not recognised; perhaps ${labels}`,
      perhaps: (labels) => ` (check also: ${labels})`,
      textOrBatch: 'Give one name of a region, or --batch FILE. The two cannot be used together.',
      notArray: (file) =>
        `File ${file} must hold a JSON array, such as ["Kab. Kendal", ["Semarang", {"prefer": "kota"}]].`,
      badEntry: (file, position) =>
        `File ${file}, entry ${position}: must be a text or [text, {level?, prov?, prefer?}]. Put region codes in quotation marks.`,
    },
    import: {
      summary: 'Load a list of actors from an XLSX or CSV file',
      usage: 'import FILE [--dry-run] [--as-of DAY] [--rejects FILE]  |  import --template FILE',
      options: {
        'dry-run': 'only show what was read; nothing is stored',
        'as-of': 'day of the data, such as 2026-11-24 (default: today)',
        rejects: 'write rejected rows to a .xlsx or .csv file, with their problems',
        template: 'write the template to a .xlsx or .csv file',
      },
      examples: [
        'import actors.xlsx --dry-run',
        'import actors.xlsx --rejects rejected.xlsx --json',
        'import --template template.xlsx',
      ],
      oneFile: 'Name one XLSX or CSV file, or --template FILE alone.',
      wrongName: (file) => `The name of the file ${file} must end in .xlsx or .csv.`,
      wrongDay: (text) => `The day "${text}" cannot be used; write such as 2026-11-24, not after today.`,
      reading: 'Reading rows',
      writing: 'Storing actors',
      left: (label, seconds) => `${label}, about ${seconds} seconds left`,
      counts: (total, created, changed, same, rejected) =>
        `${total} rows: ${created} new, ${changed} changed, ${same} same, ${rejected} rejected.`,
      dryRun: 'A trial only: nothing was stored.',
      done: (seconds) => `Stored (${seconds} seconds).`,
      moreProblems: 'and so on; write them all with --rejects FILE',
      rejectsWritten: (file) => `Rejected rows were written to ${file}; fix them and load that file.`,
      templateWritten: (file) => `The template was written to ${file}.`,
      stopped: 'Stopped. Not a single row was stored.',
    },
    match: {
      summary: 'Match one actor with all offers, or one offer with actors',
      usage: 'match --facts FILE  |  match --actor ID  |  match --offer ID [--limit N]  |  match --replay PROPOSAL_ID',
      options: {
        facts: 'JSON file {regency, sectors, cluster, needs, facts} in the terms of the vocabulary',
        actor: 'code of an actor in the database',
        offer: 'code of an offer; the answer is the actors that fit it best',
        replay: 'number of a proposal whose decisions are made again from the policy and the facts stored with them',
        limit: 'at most how many actors for --offer (default: 50)',
      },
      examples: ['match --facts actor.json --json', 'match --actor demo-0000001', 'match --offer pnm.mekaar --json'],
      oneOf: 'Give exactly one of --facts FILE, --actor ID, --offer ID or --replay PROPOSAL_ID.',
      noDecision: 'No decision is stored for that proposal. Look its number up on the Usulan page.',
      replayed: (offer, day, policy, same) =>
        `${offer}, ${day}, policy ${policy}: ${same ? 'the same result' : 'ANOTHER RESULT'}`,
      noActor: 'There is no actor with that code. Look it up on the Pelaku page.',
      noOffer: (id) => `There is no offer with the code "${id}". Look it up on the Mitra page.`,
      counts: (eligible, undecided, ineligible) =>
        `${eligible} offers open, ${undecided} to be completed, ${ineligible} not met yet.`,
      complementary: (offers) => `A set that complements itself: ${offers}`,
      ask: (question, settles) => `Ask next: ${question} (settles ${settles} offers)`,
      offerCounts: (eligible, undecided, oneChange, total) =>
        `Of ${total} actors: ${eligible} eligible, ${undecided} to be completed, ${oneChange} one condition short.`,
    },
    board: {
      summary: 'The matching board of one district',
      usage: 'board --regency CODE_OR_NAME',
      options: { regency: 'code (33.24) or name of the district' },
      examples: ['board --regency 33.24 --json', 'board --regency "Kab. Kendal"'],
      needsRegency: 'Name a district with --regency, such as --regency 33.24.',
      unknown: (text, perhaps) =>
        perhaps
          ? `The region "${text}" is not known or has several meanings; perhaps ${perhaps}.`
          : `The region "${text}" is not known. Write a code such as 33.24 or the name of a district.`,
      heading: (region, actors, served) =>
        `${region}: ${actors} actors, ${served} of them with at least one open offer.`,
      offer: (name, eligible, undecided, oneChange) =>
        `  ${name}: ${eligible} eligible, ${undecided} to be completed, ${oneChange} one condition short`,
      gap: (need, unserved, wanted) => `  Not served: ${need}, ${unserved} of the ${wanted} actors who need it`,
    },
    search: {
      summary: 'Finds offers or actors by words, filters and order',
      usage: 'search --index offers|actors [--q TEXT] [--filter FACET=VALUE ...] [--sort S] [--page N] [--size N]',
      options: {
        index: 'offers (of partners) or actors',
        q: 'the words to look for; without it everything is listed',
        filter: 'facet=value, may be repeated; values with commas are alternatives (need=capital,training)',
        sort: 'relevance, name or newest (default: relevance)',
        page: 'the page, from 1',
        size: 'hits on a page, 1 to 200 (default: 20)',
      },
      examples: [
        'search --index offers --q "modal kelompok" --filter province=33 --json',
        'search --index actors --q "kripik psang" --filter need=packaging cluster=IR2 --json',
      ],
      needsIndex: 'Say what to look for: --index offers or --index actors.',
      badFilter: (given: string) => `The filter "${given}" must be written FACET=VALUE, for example need=capital.`,
      unknownFacet: (facet: string, index: string, known: string) =>
        `There is no facet "${facet}" in ${index}; there are: ${known}.`,
      found: (total: number, page: number) => `${total} hits, page ${page}:`,
      some: 'Not every result has all the words that were searched for.',
    },
    reindex: {
      summary: 'Builds the search index anew from the database and swaps it in at once',
      usage: 'reindex [--index offers|actors] [--engine embedded|meilisearch]',
      options: {
        index: 'this index only (default: all)',
        engine: 'the engine whose index is built (default: embedded)',
      },
      examples: ['reindex', 'reindex --index actors --json'],
      progress: (index: string) => `Index ${index}`,
      done: (index: string, documents: number, seconds: string) =>
        `Index ${index}: ${documents} documents (${seconds} seconds in all).`,
      notConfigured: 'Meilisearch is not set up. Set MEILI_URL and MEILI_KEY, or use --engine embedded.',
      noAnswer: (why: string) => `Meilisearch did not finish its work: ${why}`,
    },
    'index-status': {
      summary: 'State of the search index: what it holds and which changes still wait',
      usage: 'index-status',
      options: {},
      examples: ['index-status --json'],
      line: (index: string, documents: number, waiting: number) =>
        `Index ${index}: ${documents} documents, ${waiting} changes waiting.`,
      server: (line: string) => `Meilisearch. ${line}`,
      serverDown: (why: string) =>
        `Meilisearch does not answer (${why}); searches are answered by the built-in engine.`,
    },
    'national-run': {
      summary: 'Match all actors with all offers and store the result',
      usage: 'national-run [--top N] [--threads N]',
      options: {
        top: 'how many of the best offers to keep for each actor, 1 to 100 (default: 10)',
        threads: 'number of worker threads (default: as many as processor cores)',
      },
      examples: ['national-run --top 10 --json'],
      phases: { load: 'Reading actors', rank: 'Matching', store: 'Storing' },
      done: (actors, offers, eligible, undecided, seconds) =>
        `${actors} actors x ${offers} offers: ${eligible} eligible pairs, ${undecided} to be completed (${seconds} seconds).`,
      cancelled: 'Stopped; no result was stored.',
    },
    gaps: {
      summary: "Gap board: actors' needs against partners' offers",
      usage: 'gaps [--region REGION] [--cluster C] [--sector S]',
      options: {
        region: 'a province or district, code or name (default: all of Indonesia)',
        cluster: 'IR1, IR2 or IR3',
        sector: 'a sector of the vocabulary',
      },
      examples: ['gaps --json', 'gaps --region 33.24', 'gaps --region "Jawa Tengah" --cluster IR1 --json'],
      unknownRegion: (text) =>
        `The region "${text}" is unknown or has several meanings. Write a code such as 33 or 33.24.`,
      heading: (gap, wanted, actors) => `${gap} of ${wanted} needs are not served (${actors} actors).`,
      line: (need, gap, wanted, none, one) =>
        `  ${need}: ${gap} of ${wanted}; ${none} without an offer, ${one} one change away`,
    },
    plan: {
      summary: "Shares partners' places fairly by a scenario, or solves an assignment matrix",
      usage: 'plan --scenario FILE  |  plan --matrix FILE  |  plan --replay ID',
      options: {
        scenario:
          'JSON file of a scenario; fields: name, regions, clusters, needs, offers, goals, floor, perActor, capacities, undecided, programmes, seed, overrides, timeLimit',
        matrix:
          'JSON file {values: [[..]], capacities: [..], sense?: "max"|"min"}; rows = actors, columns = offers, each actor at most one place',
        replay: 'id of a stored plan: solved again from its inputs and compared',
      },
      examples: ['plan --scenario jateng.json --json', 'plan --matrix assign100.json --json'],
      oneOf: 'Give exactly one of --scenario FILE, --matrix FILE and --replay ID.',
      badFile: (file, why) => `File ${file}: ${why}`,
      stored: (id) => `Stored as plan ${id}.`,
      noPlan: (id) => `There is no stored plan "${id}".`,
      same: (id, solver) => `Plan ${id} solved again with ${solver}: the same.`,
      differs: (id, before, now) => `Plan ${id} solved again: it DIFFERS (then ${before}, now ${now}).`,
      matrixDone: (objective, assigned, rows) => `Best value ${objective}; ${assigned} of ${rows} rows have a place.`,
      phases: { load: 'Reading actors', solve: 'Working out' },
      done: (covered, servable, actors) =>
        `${covered} places given of ${servable} needs that can be served (${actors} actors in scope).`,
      offer: (name, used, places) => `  ${name}: ${used} of ${places} places`,
      highestFloor: (percent) =>
        `The floor asked for cannot be met everywhere; the highest for all is ${percent} per cent.`,
      toConfirm: (count) => `${count} offers need their capacity confirmed before their places can be given.`,
      cancelled: 'Stopped; no plan was stored.',
    },
    programme: {
      summary: 'Lists synergy programmes, or publishes one and sends its proposals',
      usage: 'programme list  |  programme publish ID',
      options: {},
      examples: ['programme list --json', 'programme publish 6f0c2f0e-1111-4222-8333-444455556666 --json'],
      which: 'Say what to do: programme list, or programme publish ID.',
      unknown: (id) => `There is no programme with the id "${id}". See the ids with: programme list`,
      cannot: (title) => `The programme "${title}" cannot be published yet:`,
      wrongState: (state) => `its state is "${state}"; only a programme in consultation can be published.`,
      sending: 'Sending proposals',
      unfinished: 'Some batches have not been sent. Run this command again; nothing is sent twice.',
      published: (title) => `The programme "${title}" is published.`,
      already: (title) => `The programme "${title}" was published before; what was left has gone on.`,
      sent: (sent, done, batches) => `${sent} women proposed; ${done} of ${batches} batches tried.`,
      unsent: (count, why) => `  ${count} not proposed: ${why}`,
      untried: 'not tried yet',
      none: 'There is no programme yet.',
      line: (id, state, title) => `${id}  ${state}: ${title}`,
    },
    jobs: {
      summary: 'Runs the reminders, escalations, expiries and digests of proposals that are due',
      usage: 'jobs run [--now INSTANT]',
      options: { now: 'the instant to use, ISO with Z (default: now)' },
      examples: ['jobs run', 'jobs run --now 2026-12-01T01:00:00Z --json'],
      closedTasks: (count) => `Gap tasks closed because an offer matches: ${count}`,
      onlyRun: 'Say what to run: jobs run',
      badInstant: (text) => `Option --now must be an ISO instant such as 2026-12-01T01:00:00Z, not "${text}".`,
      done: (queued, done, failed) =>
        `${queued} new jobs, ${done} done, ${failed} failed. Letters they made wait in the outbox.`,
    },
    eval: {
      summary: 'Measures the quality of forecasts on simulated histories',
      usage: 'eval loop [--seed S]',
      options: { seed: 'random seed, a whole number; the same seed gives the same result (default: 1)' },
      examples: ['eval loop', 'eval loop --seed 7 --json'],
      subjects: 'Say what to measure: eval loop',
      simulated: (seed) => `Simulated histories (seed ${seed}); no data of real partners.`,
      calibration: (what, error, count) =>
        `${what}: expected calibration error ${error} over ${count} forecasts (at most 0.05).`,
      answers: 'Likelihood of an answer',
      helped: 'Helped rate',
      per100: (sent) => `Helped of each 100 referrals (${sent} referrals), by how the offer is chosen:`,
      rankings: {
        fit: 'fit alone',
        fit_with_record: 'fit with its record component',
        expected: 'likelihood of an answer x helped rate',
      },
      tooMuchError: (error, most) => `The calibration error of ${error} is above ${most}.`,
      notBetter: 'The order by expected help is no better than fit alone.',
    },
  },
  errors: {
    unknownVerb: (verb) => `Unknown command "${verb}".`,
    meant: (name) => `Perhaps you meant: ${name}`,
    unknownOption: (option) => `Unknown option ${option}.`,
    optionNeedsValue: (option) =>
      `Option ${option} needs a value, such as ${option} VALUE. A value that begins with a minus is written ${option}=-1.`,
    optionTakesNoValue: (option) => `Option ${option} takes no value; write ${option} alone.`,
    unexpectedText: (text) => `"${text}" is not expected here. Put text with spaces in quotation marks.`,
    notInteger: (option, value, min, max) =>
      `Option ${option} must be a whole number from ${min} to ${max}, not "${value}".`,
    notOneOf: (option, value, allowed) => `Option ${option} must be one of ${allowed}, not "${value}".`,
    seeHelp: (command) => `See: ${command}`,
    fileMissing: (file) => `File ${file} was not found. Check its name and folder.`,
    fileIsFolder: (file) => `${file} is a folder; name a file.`,
    fileUnreadable: (file) => `File ${file} cannot be read. Check its permissions.`,
    fileEmpty: (file) => `File ${file} is empty.`,
    fileTooLarge: (file, limit) => `File ${file} is larger than ${limit} MB. Split it into several files.`,
    fileNotJson: (file, why) => `File ${file} is not valid JSON: ${why}`,
    databaseBroken: (file) =>
      `File ${file} is damaged or not a Sinergi database. Restore it from a backup, or choose another folder with --data-dir.`,
    databaseBusy: (file) => `Database ${file} is in use by another process. Wait a moment and try again.`,
    databaseClosed: (file) =>
      `Database ${file} cannot be opened or written. Check permissions and free space, or choose another folder with --data-dir.`,
    settings: (why) => `${why}. Correct the value and try again.`,
    interrupted: 'Stopped. What was finished is stored; repeat the same command to go on.',
    fault: (why) => `An unexpected error occurred: ${why}. For details repeat with LOG_LEVEL=debug.`,
  },
  databaseCreated: (file) => `New database created: ${file}`,
}
