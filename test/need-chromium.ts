import { findChromium, noChromium } from '../scripts/chromium.mjs';

/** One clear line instead of the launcher's page of advice. */
export default function needChromium(): void {
  if (!findChromium()) throw new Error(noChromium);
}
