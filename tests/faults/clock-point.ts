/** Loaded in front of a hub: its wall clock is off by what `CLOCK_FILE` says (ms), looked up ten times a second. */
import { readFileSync } from 'node:fs';

const file = process.env['CLOCK_FILE'];

if (file !== undefined) {
  const real = Date.now.bind(Date);
  let offset = 0;
  const look = () => {
    offset = Number(readFileSync(file, 'utf8'));
  };
  look();
  setInterval(look, 100).unref();
  Date.now = () => real() + offset;
}
