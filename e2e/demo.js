// Starts and stops `talimger demo` on a database of its own.
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The program under test. */
export const BINARY = process.env.TALIMGER_BIN ?? fileURLToPath(new URL('../target/debug/talimger', import.meta.url));
const READY_WITHIN_MS = 180_000;
const STOPPED_WITHIN_MS = 10_000;

/**
 * One running demo.
 * @typedef {{name: string, role: string, link: string}} Persona
 * `keys` is its folder with the keys of badges. Where its database is kept, `cut` ends it without a word, as a power cut
 * would, and `back` starts it again at the same address, by its clock so many minutes later.
 * @typedef {{address: string, personas: Persona[], keys: string, log: () => string, cut: () => Promise<void>, back: (minutes?: number) => Promise<void>,
 *   stop: () => Promise<void>}} Demo
 */

/**
 * Starts a demo and waits until it says that it is ready.
 * @param {'sqlite' | 'postgres'} database SQLite is the demo's own temporary file; PostgreSQL is a new database
 *   on the server of TALIMGER_TEST_POSTGRES, dropped by `stop`.
 * @param {{empty?: boolean, kept?: boolean}} [school] empty: nobody but its coordinator and head, in August; kept: its SQLite
 *   file is named, so that it can go on there.
 * @returns {Promise<Demo>}
 */
export async function startDemo(database, { empty = false, kept = false } = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'talimger-e2e-'));
  const postgres = database === 'postgres' ? await newDatabase() : undefined;
  const place = postgres?.url ?? (kept ? `sqlite:${path.join(folder, 'demo.db')}` : undefined);
  const keys = path.join(folder, 'keys');
  const options = ['--no-open', '--json', '--keys', keys, ...(empty ? ['--empty'] : []), ...(place ? ['--database', place] : [])];
  let child;
  let log = '';
  const start = async (port, away = 0) => {
    const args = ['demo', '--port', port, '--away', String(away), ...options];
    child = spawn(BINARY, args, { env: { ...process.env, TMPDIR: folder }, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stderr.on('data', (chunk) => (log += chunk));
    try {
      return await ready(child);
    } catch (error) {
      throw new Error(`${BINARY} ${args.join(' ')}: ${error.message}\n${log}`);
    }
  };
  const stop = async () => {
    await end(child, 'SIGTERM');
    await postgres?.drop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const { address, personas } = await start('0');
    const back = async (minutes) => void (await start(new URL(address).port, minutes));
    return { address, personas, keys, log: () => log, cut: () => end(child, 'SIGKILL'), back, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The line of JSON the demo prints once it answers requests. */
function ready(child) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`not ready in ${READY_WITHIN_MS / 1000} s`)), READY_WITHIN_MS);
    const give = (act, value) => (clearTimeout(late), act(value));
    child.once('error', (error) => give(reject, error));
    child.once('exit', (code, signal) => give(reject, new Error(`ended before it was ready (${signal ?? code})`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{')) give(resolve, JSON.parse(line));
    });
  });
}

/** Sends the process a signal to end; takes it away where it does not. */
async function end(child, signal) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const force = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS);
  child.kill(signal);
  await gone;
  clearTimeout(force);
}

/** A new, empty PostgreSQL database with a name of its own. */
async function newDatabase() {
  const server = process.env.TALIMGER_TEST_POSTGRES;
  if (!server) throw new Error('TALIMGER_TEST_POSTGRES is not set: run the journeys through ./dev test');
  const name = `demo_${randomBytes(6).toString('hex')}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  const tell = (sql) => promisify(execFile)('psql', ['--no-psqlrc', '--quiet', '--dbname', server, '--command', sql]);
  await tell(`CREATE DATABASE ${name}`);
  return { url: url.href, drop: () => tell(`DROP DATABASE ${name} WITH (FORCE)`) };
}
