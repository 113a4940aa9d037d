/**
 * A data folder with one meeting whose journal is as long as is asked for: a live meeting in which a thousand examiners and
 * nine thousand voices score ten units and change their minds. Every entry is decided by the rules and sealed and committed
 * by the product's own journal; only the network is left out.
 */
import { randomBytes } from 'node:crypto';
import type { Principal } from '../../../assessment/actors.ts';
import { decide, fold, type Command } from '../../../assessment/decide.ts';
import type { Draft, Head, Journal } from '../../../assessment/journal.ts';
import { openingOf } from '../../../assessment/opening.ts';
import { hashSecret } from '../../../assessment/passes.ts';
import { emptyState, type State } from '../../../assessment/state.ts';
import type { Stage } from '../../../assessment/turns.ts';
import { openDataFolder } from '../../../db/data-folder.ts';
import { CATEGORY_IDS, demoRoster } from '../../../db/demo.ts';

const UNITS = 10;
const EXAMINERS = 1000;
const VOICES = 9000;
/** Entries that share a commit. */
const BATCH = 5000;
/** Batches that may wait for the disk. */
const AHEAD = 3;
const WAY: readonly Stage[] = ['waiting', 'reporting', 'questioning', 'scoring', 'closing', 'locked'];
const GRADES = ['satisfied', 'fair', 'unsatisfied'] as const;
const HOST: Principal = { kind: 'organizer', id: 'o1', role: 'owner' };

const sessionOf = (name: string): string => hashSecret(`session-of-${name}`);
const secretOf = (name: string): string => `secret-of-${name}`.padEnd(22, 'x');
const device = (name: string): Principal => ({ kind: 'device', session: sessionOf(name) });

/** Commands in, entries in batches out. */
class Writer {
  readonly state: State = emptyState();
  readonly #journal: Journal;
  #drafts: Draft[] = [];
  readonly #waiting: Promise<Head>[] = [];
  #ids = 0;
  #now = Date.now() - 86_400_000;

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  put(draft: Draft): void {
    fold(this.state, { ...draft, n: this.state.length + 1 });
    this.#drafts.push(draft);
  }

  get now(): number {
    return this.#now;
  }

  /** @throws where the rules refuse it */
  send(who: Principal, type: string, body: object): void {
    this.#now += 1;
    const command: Command = { id: `bench-${String((this.#ids += 1)).padStart(9, '0')}`, type, body };
    const context = {
      now: this.#now,
      n: this.state.length + 1,
      random: (bytes: number) => randomBytes(bytes),
      online: () => false,
      wall: () => null,
      stored: () => false,
      deck: () => null,
    };
    const { entries, refused, cause } = decide(this.state, command, who, context, this.#journal.salt);
    if (refused) throw new Error(`${type}: ${refused.code} ${JSON.stringify(refused.detail)}`, { cause });
    for (const draft of entries) this.put(draft);
  }

  async flush(least = BATCH): Promise<void> {
    if (this.#drafts.length < least) return;
    this.#waiting.push(this.#journal.append(this.#drafts));
    this.#drafts = [];
    while (this.#waiting.length > (least === BATCH ? AHEAD : 0)) await this.#waiting.shift();
  }
}

function opens(writer: Writer): void {
  const categories = Object.values(CATEGORY_IDS);
  const people = Array.from({ length: EXAMINERS }, (_, at) => ({
    id: `e${at}`,
    name: `考官${at}`,
    category: categories[at % categories.length]!,
    employer: '',
    recusals: [],
  }));
  writer.send(HOST, 'examiners.set', { examiners: people });
  const passes = people.map(({ id, category }, at) => ({
    id: `pass-${at}`,
    kind: 'examiner' as const,
    number: String(at + 1).padStart(4, '0'),
    person: id,
    category,
    unit: null,
    hash: hashSecret(secretOf(id)),
  }));
  writer.send(HOST, 'passes.issue', { passes });
  writer.send(HOST, 'meeting.open', {});
  for (const { id } of people) writer.send(device(id), 'pass.enrol', { secret: secretOf(id) });
}

function step(writer: Writer, unit: string, from: Stage, to: Stage): void {
  const [first, last] = [WAY.indexOf(from), WAY.indexOf(to)];
  for (let at = first; at < last; at += 1)
    writer.send(HOST, 'turn.step', { unit, from: WAY[at], to: WAY[at + 1] });
}

/** Everybody once: `share` of full marks, in whole steps. */
async function round(writer: Writer, unit: string, nth: number): Promise<void> {
  const sheet = writer.state.scoring.sheet.filter(({ by }) => by === 'examiners');
  for (let at = 0; at < EXAMINERS; at += 1) {
    const share = 0.6 + ((at * 7 + nth) % 40) / 100;
    const scores = Object.fromEntries(
      sheet.map(({ id, full, step: unitStep }) => [id, Math.floor((full * share) / unitStep) * unitStep]),
    );
    writer.send(device(`e${at}`), 'ballot.submit', { unit, replaces: nth, scores });
    await writer.flush();
  }
  for (let at = 0; at < VOICES; at += 1) {
    writer.send(device(`v${at}`), 'crowd.vote', { unit, grade: GRADES[(at + nth) % 3] });
    await writer.flush();
  }
}

/** @returns the meeting's id, and how many entries its journal has */
export async function longJournal(dir: string, entries: number): Promise<{ id: string; length: number }> {
  const data = openDataFolder(dir);
  const { meeting, journal } = data.createMeeting({ title: '长考场', mode: 'rehearsal' }, Date.now());
  const { id, code } = meeting;
  const writer = new Writer(journal);
  const info = { title: meeting.title, place: '', date: '' };
  const opening = openingOf(
    { id, code, demo: true, mode: 'rehearsal', info, rehearsal: null },
    { ...demoRoster(UNITS), examiners: [] },
  );
  for (const entry of opening) writer.put({ ...entry, at: writer.now, by: 'system:' });
  opens(writer);
  const rounds = Math.ceil(entries / UNITS / (EXAMINERS + VOICES));
  for (let at = 1; at <= UNITS; at += 1) {
    const unit = `u${at}`;
    step(writer, unit, 'waiting', 'scoring');
    for (let nth = 0; nth < rounds; nth += 1) await round(writer, unit, nth);
    if (at < UNITS) step(writer, unit, 'scoring', 'locked');
  }
  await writer.flush(1);
  await data.close();
  return { id, length: writer.state.length };
}
