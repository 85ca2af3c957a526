// No language, width, database, nor the way without JavaScript is left out of all journeys, whichever run each has.
import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { LOCALES, VIEWPORTS } from '../browser.js';
import { journeysOf, LONG, RUNS, runsOf, SCRIPTED, TURNS } from '../runs.js';

const JOURNEYS = journeysOf(readdirSync(new URL('.', import.meta.url)));

/** What some runs hold between them of one property. */
const held = (numbers, property) => [...new Set(numbers.map((number) => RUNS[number][property]))].sort();
const LANGUAGES = Object.keys(LOCALES).sort();
const WIDTHS = Object.keys(VIEWPORTS).map(Number).sort();

test('journeys about JavaScript have it at each width, on each database and in each language', () => {
  expect(held(SCRIPTED, 'width')).toEqual(WIDTHS);
  expect(held(SCRIPTED, 'database')).toEqual(['postgres', 'sqlite']);
  expect(held(SCRIPTED, 'language')).toEqual(LANGUAGES);
  expect(held(SCRIPTED, 'js')).toEqual([true]);
});

test('the turns are all runs, and those next to each other differ in language', () => {
  expect([...TURNS].sort()).toEqual([...RUNS.keys()]);
  for (const [nth, number] of TURNS.slice(1).entries()) {
    expect(RUNS[number].language).not.toBe(RUNS[TURNS[nth]].language);
  }
});

test('the short journeys between them are walked in every run', () => {
  const short = [...runsOf(JOURNEYS)].filter(([, numbers]) => numbers !== SCRIPTED).filter(([name]) => !LONG.includes(name));
  expect([...new Set(short.flatMap(([, numbers]) => numbers))].sort()).toEqual([...RUNS.keys()]);
});

test('every journey has one run, but those about JavaScript', () => {
  for (const [name, numbers] of runsOf(JOURNEYS)) {
    if (numbers !== SCRIPTED) expect(numbers, name).toHaveLength(1);
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
