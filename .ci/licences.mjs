// Holds every crate of the build to deny.toml: a licence from its allow list, and crates.io or this workspace as source.
// Usage: cargo metadata --format-version 1 | node .ci/licences.mjs deny.toml
import { readFileSync } from 'node:fs';

const CRATES_IO = 'registry+https://github.com/rust-lang/crates.io-index';

const list = /^allow = \[(.*?)^\]/ms.exec(readFileSync(process.argv[2], 'utf8'))[1];
const allowed = new Set([...list.matchAll(/"([^"]+)"/g)].map(([, name]) => name));
const { packages } = JSON.parse(readFileSync(0, 'utf8'));

/** Whether an SPDX expression can be satisfied by allowed licences. AND binds closer than OR; the old «A/B» means OR. */
function permits(expression) {
  const tokens = expression.replaceAll('/', ' OR ').match(/[()]|[^\s()]+/g);
  const either = () => {
    let held = both();
    while (tokens[0] === 'OR') held = (tokens.shift(), both()) || held;
    return held;
  };
  const both = () => {
    let held = one();
    while (tokens[0] === 'AND') held = (tokens.shift(), one()) && held;
    return held;
  };
  const one = () => {
    let name = tokens.shift();
    if (name === '(') {
      const held = either();
      tokens.shift(); // the closing bracket
      return held;
    }
    if (tokens[0] === 'WITH') name += ` ${tokens.shift()} ${tokens.shift()}`;
    return allowed.has(name);
  };
  return either();
}

const faults = packages.flatMap(({ name, version, license, source }) => [
  ...(license && permits(license) ? [] : [`${name} ${version}: licence ${license ?? 'not given'} is not in deny.toml`]),
  ...(source === null || source === CRATES_IO ? [] : [`${name} ${version}: comes from ${source}`]),
]);
for (const fault of faults) console.error(fault);
console.log(`${packages.length} crates, ${faults.length} against deny.toml`);
process.exitCode = faults.length > 0 ? 1 : 0;
