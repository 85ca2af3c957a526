// How Debian's own Chromium is started. No browser is ever downloaded. Where the headless shell is there it goes first: it is the
// same engine without windows, and takes a third less of a processor.
import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Path of the browser: TALIMGER_CHROMIUM where set, else the first usual place that exists. */
const executablePath = process.env.TALIMGER_CHROMIUM ?? PLACES.find((place) => existsSync(place));
if (!executablePath) {
  throw new Error(`No Chromium in ${PLACES.join(', ')}: install it (apt-get install chromium) or set TALIMGER_CHROMIUM.`);
}

/** Launch options for every browser of these tests. The switches stop Chromium from calling home on machines with a closed network. */
export const launchOptions = {
  executablePath,
  chromiumSandbox: process.getuid?.() !== 0, // Chromium's sandbox refuses to start as root
  args: [
    '--disable-gpu',
    '--font-render-hinting=none', // as on screens: hinted letters of the headless shell are wider, and lines break elsewhere
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** The interface languages, each with the locale a browser of its reader asks for. */
export const LOCALES = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' };

/** The two sizes every page must be whole at: a small phone and a desk. */
export const VIEWPORTS = { 360: { width: 360, height: 740 }, 1280: { width: 1280, height: 900 } };

/** Context options of one reader: language and width. */
export function reader(language, width) {
  return { locale: LOCALES[language], viewport: VIEWPORTS[width], timezoneId: 'Asia/Almaty' };
}
