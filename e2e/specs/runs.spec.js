// No language, width, database, nor the way without JavaScript is left out of any journey, whichever runs it has.
import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { LOCALES, VIEWPORTS } from '../browser.js';
import { HALVES, journeysOf, LONG, RUNS, runsOf, SCRIPTED } from '../runs.js';

const JOURNEYS = journeysOf(readdirSync(new URL('.', import.meta.url)));

/** What some runs hold between them of one property. */
const held = (numbers, property) => [...new Set(numbers.map((number) => RUNS[number][property]))].sort();
const LANGUAGES = Object.keys(LOCALES).sort();
const WIDTHS = Object.keys(VIEWPORTS).map(Number).sort();

for (const [name, numbers] of [...HALVES.entries(), ['scripted', SCRIPTED]]) {
  test(`the runs «${name}» hold each language, width and database`, () => {
    expect(held(numbers, 'language')).toEqual(LANGUAGES);
    expect(held(numbers, 'width')).toEqual(WIDTHS);
    expect(held(numbers, 'database')).toEqual(['postgres', 'sqlite']);
    expect(held(numbers, 'js')).toEqual(name === 'scripted' ? [true] : [false, true]);
  });
}

test('the halves are all runs, each in one of them', () => {
  expect(HALVES.flat().sort()).toEqual([...RUNS.keys()]);
});

test('every journey has such runs, but the long ones, which run once', () => {
  const allowed = [...HALVES, SCRIPTED].map(String);
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
