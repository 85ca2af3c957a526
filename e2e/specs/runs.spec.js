// No width, database, nor the way without JavaScript is left out of any journey, whichever runs it has, and no language of all.
import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { LOCALES, VIEWPORTS } from '../browser.js';
import { journeysOf, LONG, RUNS, runsOf, SCRIPTED, TURNS } from '../runs.js';

const JOURNEYS = journeysOf(readdirSync(new URL('.', import.meta.url)));

/** What some runs hold between them of one property. */
const held = (numbers, property) => [...new Set(numbers.map((number) => RUNS[number][property]))].sort();
const LANGUAGES = Object.keys(LOCALES).sort();
const WIDTHS = Object.keys(VIEWPORTS).map(Number).sort();

for (const [name, numbers] of [...TURNS.entries(), ['scripted', SCRIPTED]]) {
  test(`the runs «${name}» hold each width and database`, () => {
    expect(held(numbers, 'width')).toEqual(WIDTHS);
    expect(held(numbers, 'database')).toEqual(['postgres', 'sqlite']);
    expect(held(numbers, 'js')).toEqual(name === 'scripted' ? [true] : [false, true]);
  });
}

test('the turns are all runs, each in one of them, and each speaks one language', () => {
  expect(TURNS.flat().sort()).toEqual([...RUNS.keys()]);
  expect(TURNS.map((numbers) => held(numbers, 'language')).flat().sort()).toEqual(LANGUAGES);
});

test('all journeys together speak each language', () => {
  const short = [...runsOf(JOURNEYS)].filter(([name]) => !LONG.includes(name));
  expect(held(short.flatMap(([, numbers]) => numbers), 'language')).toEqual(LANGUAGES);
});

test('every journey has such runs, but the long ones, which run once', () => {
  const allowed = [...TURNS, SCRIPTED].map(String);
  for (const [name, numbers] of runsOf(JOURNEYS)) {
    if (LONG.includes(name)) expect(numbers, name).toHaveLength(1);
    else expect(allowed, name).toContain(String(numbers));
  }
});

test('everywhere means everywhere', () => {
  for (const [name, numbers] of runsOf(JOURNEYS, { everywhere: true })) expect(numbers, name).toEqual([...RUNS.keys()]);
});

test('without a server every journey still speaks each language', () => {
  for (const [name, numbers] of runsOf(JOURNEYS, { postgres: false })) {
    expect(held(numbers, 'database'), name).toEqual(['sqlite']);
    if (!LONG.includes(name)) expect(held(numbers, 'language'), name).toEqual(LANGUAGES);
  }
});
