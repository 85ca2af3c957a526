// Which journeys run where (docs/decisions/0052). The full product of languages, widths, databases and JavaScript would walk
// each journey twenty-four times; what all journeys together owe is every run: both widths, both databases, each language, the way
// without JavaScript.

// These need no second run on another database: they look at pages, or at the harness itself.
export const LOOKS = ['design.spec.js', 'pages.spec.js'];
export const HARNESS = ['harness.spec.js', 'register.spec.js', 'runs.spec.js'];

/** How a journey can be run: each value that matters stands in several lines, each pair of language and width in one. */
export const RUNS = [
  { database: 'sqlite', js: true, language: 'ru', width: 1280 },
  { database: 'sqlite', js: false, language: 'kk', width: 360 },
  { database: 'sqlite', js: true, language: 'en', width: 360 },
  { database: 'postgres', js: true, language: 'kk', width: 1280 },
  { database: 'postgres', js: false, language: 'ru', width: 360 },
  { database: 'postgres', js: false, language: 'en', width: 1280 },
];

/** The runs in the order in which journeys take them: those next to each other differ in language. */
export const TURNS = [0, 1, 2, 4, 3, 5];
/** For journeys that are about JavaScript itself: every language, both widths, both databases. */
export const SCRIPTED = [0, 2, 3];
/** The long journeys take minutes and go over ground that the short ones look at from near; they run once. */
export const LONG = ['community.spec.js', 'mentor-course.spec.js', 'season.spec.js', 'term.spec.js', 'year.spec.js'];
const ONCE = [0];

/** The journeys whose runs the alphabet does not choose. */
const CHOSEN = {
  'journal.spec.js': SCRIPTED,
  'offline.spec.js': SCRIPTED,
  ...Object.fromEntries(LONG.map((name) => [name, ONCE])),
};

/**
 * The runs of each journey: these take turns in the order of the names, so that each has about as much to do.
 * @param {string[]} specs file names of all journeys
 * @param {{everywhere?: boolean, postgres?: boolean}} [where] everywhere: all runs for every journey; postgres: whether a
 *   server is there. Without one every run on SQLite is left to all but the long journeys: between them they hold the languages.
 * @returns {Map<string, number[]>} numbers of RUNS by file name
 */
export function runsOf(specs, { everywhere = false, postgres = true } = {}) {
  const there = [...RUNS.keys()].filter((number) => postgres || RUNS[number].database !== 'postgres');
  const turns = specs.filter((name) => !(name in CHOSEN)).sort();
  return new Map(specs.map((name) => {
    const chosen = CHOSEN[name] ?? [TURNS[turns.indexOf(name) % TURNS.length]];
    return [name, everywhere || (!postgres && chosen !== ONCE) ? there : chosen];
  }));
}

/** The file names of all journeys, out of those of all specs. */
export function journeysOf(specs) {
  return specs.filter((name) => name.endsWith('.spec.js') && ![...LOOKS, ...HARNESS].includes(name));
}
