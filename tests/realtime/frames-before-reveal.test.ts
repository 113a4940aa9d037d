/**
 * V1, issue 5 item 6: every packet that a screen, a wall that waits to be paired and a phone of the crowd were sent on
 * their sockets, from the start of an official meeting to its close, is read for scores, means, parts, ballot values and
 * receipts that were not public yet. Points are so large and odd that none of them can occur by chance, and the same
 * search has to find them once they are public.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { hashSecret } from '../../assessment/passes.ts';
import { fold } from '../../assessment/decide.ts';
import { formatPoints } from '../../assessment/decimal.ts';
import { scoreOf } from '../../assessment/results.ts';
import { emptyState, type State } from '../../assessment/state.ts';
import type { Stage } from '../../assessment/turns.ts';
import { PAIR, PROTOCOL, type Paired } from '../../realtime/protocol-names.ts';
import { Caller } from '../support/caller.ts';
import { startHub, type TestHub } from '../support/hub.ts';

const UNITS = ['A', 'B', 'C'];
/** Examiners of each category: with three of each the means are shown as well (V4). */
const EACH = 3;
/** Full marks of the two criteria, in hundredths; no points below are smaller than a tenth of them. */
const FULL = 4_999_999;
const WAY: readonly Stage[] = ['waiting', 'reporting', 'questioning', 'scoring', 'closing', 'locked'];

/** Everything that one socket received, as it stood on the wire. */
class Ear {
  readonly caller: Caller;
  readonly packets: string[] = [];
  constructor(caller: Caller) {
    this.caller = caller;
    // Before the handshake: not one packet is missed, and those of a connection that was renewed are read, too.
    const listen = () => {
      caller.socket.io.engine.on('data', (data: unknown) => this.packets.push(String(data)));
    };
    caller.socket.io.on('open', listen);
  }
}

interface Stood {
  journal: string;
  to: number;
}

/** Where the meeting stood when a packet left: what it says of itself, else what the last one said. */
function stoodAt(packet: string, before: Stood): Stood {
  try {
    const [, body] = JSON.parse(packet.slice(packet.indexOf('['))) as [string, Partial<Stood> | undefined];
    return body?.to === undefined ? before : { journal: body.journal ?? before.journal, to: body.to };
  } catch {
    return before;
  }
}

/** Every form in which points can stand in a packet: hundredths, and decimal figures. */
const formsOf = (points: number): string[] => [
  String(points),
  formatPoints(points),
  (points / 100).toFixed(2),
];

/** The numbers of a packet, each as it stands there. */
const numbersIn = (packet: string): Set<string> => new Set(packet.match(/\d+(?:\.\d+)?/g));

const isTelling = (points: number | null | undefined): points is number =>
  typeof points === 'number' && points >= FULL / 10 && points !== FULL && points !== 2 * FULL;

/** What the result of a unit is made of. */
function figuresOf(state: State, unit: string): number[] {
  const { score, questioning, parts, categories } = scoreOf(state, unit);
  return [
    score,
    questioning,
    ...Object.values(parts),
    ...categories.flatMap((one) => [one.mean, one.questioning]),
  ].filter(isTelling);
}

/** Values and totals of all ballots of a unit. */
function ballotsOf(state: State, unit: string): number[] {
  const given = [...(state.ballots.byUnit.get(unit)?.values() ?? [])];
  return given.flatMap(({ scores }) => {
    const values = Object.values(scores) as number[];
    return [...values, values.reduce((sum, one) => sum + one, 0)].filter(isTelling);
  });
}

/** The state after each entry of the official meeting. */
class History {
  readonly id: string;
  readonly last: State;
  readonly #public: Set<string>[] = [new Set()];
  readonly #scoresShown: Set<string>[] = [new Set()];

  constructor(entries: Parameters<typeof fold>[1][]) {
    const state = emptyState();
    for (const entry of entries) {
      fold(state, entry);
      const units = [...state.agenda.turns.values()];
      this.#public.push(new Set(units.filter((one) => one.stage === 'published').map(({ unit }) => unit)));
      this.#scoresShown.push(new Set(shownInCeremony(state)));
    }
    this.id = state.meeting.id;
    this.last = state;
  }

  isPublic = (unit: string, to: number): boolean => this.#public[to]?.has(unit) ?? false;
  /** V2: a beat of the ceremony shows a score before it says whose it is. */
  showsScore = (unit: string, to: number): boolean => this.#scoresShown[to]?.has(unit) ?? false;
}

function shownInCeremony({ publication: { ceremony } }: State): string[] {
  if (!ceremony) return [];
  return ceremony.places.slice(0, Math.ceil(ceremony.farthest / 2)).flat();
}

/** What of the results stands in packets before it may. */
function leaksIn(ear: Ear, history: History): string[] {
  const { last } = history;
  const leaks: string[] = [];
  const receipts = UNITS.flatMap((unit) =>
    [...(last.ballots.byUnit.get(unit)?.values() ?? [])].map((one) => one.receipt),
  );
  const secrets = UNITS.map((unit) => ({
    unit,
    score: scoreOf(last, unit).score ?? 0,
    figures: new Set(figuresOf(last, unit)),
    ballots: ballotsOf(last, unit),
  }));
  let stood: Stood = { journal: '', to: 0 };
  for (const packet of ear.packets) {
    stood = stoodAt(packet, stood);
    if (stood.journal !== history.id) continue;
    const numbers = numbersIn(packet);
    const has = (points: number) => formsOf(points).some((form) => numbers.has(form));
    for (const { unit, score, figures, ballots } of secrets) {
      const open = history.isPublic(unit, stood.to);
      for (const one of figures)
        if (!open && has(one) && !(one === score && history.showsScore(unit, stood.to)))
          leaks.push(`${unit}: ${one} at ${stood.to}`);
      // A ballot is never public; a mean of three that are alike could be one, so they are not.
      for (const one of ballots)
        if (!figures.has(one) && has(one)) leaks.push(`ballot ${one} at ${stood.to}`);
    }
    for (const receipt of receipts) if (packet.includes(receipt)) leaks.push(`receipt at ${stood.to}`);
  }
  return leaks;
}

/** Units in rows of results that were not public when they came. */
function rowsTooEarly({ caller }: Ear, history: History): string[] {
  return caller.frames.flatMap((frame, at) => {
    const known = caller.known[at];
    const rows = [...(known?.standings?.rows ?? []), ...(known?.ranking?.rows ?? [])].map(({ unit }) => unit);
    return rows.filter((unit) => !history.isPublic(unit, frame.to)).map((unit) => `${unit} at ${frame.to}`);
  });
}

const secretOf = (name: string): string => `${name}-`.padEnd(22, '0');

class Square {
  readonly hub: TestHub;
  readonly code: string;
  host!: Caller;
  screen!: Ear;
  wall!: Ear;
  phone!: Ear;
  readonly examiners: Caller[] = [];

  constructor(hub: TestHub, code: string) {
    this.hub = hub;
    this.code = code;
  }

  /** An official meeting of three units with odd points, everybody in his place. */
  static async opens(hub: TestHub, publish: 'at-once' | 'after-next' | 'ceremony'): Promise<Square> {
    const square = new Square(hub, await hub.demo());
    const { code } = square;
    const host = await hub.organizer(code);
    const { sheet, meeting, roster } = host.slices;
    if (!sheet || !meeting || !roster) throw new Error('no meeting');
    await host.must('members.set', { members: [] });
    await host.must('units.set', { units: UNITS.map((id) => ({ id, name: `单位${id}`, street: '' })) });
    await host.must('sheet.set', {
      ...sheet,
      crowd: null,
      trim: null,
      sheet: sheet.sheet
        .filter(({ by }) => by === 'examiners')
        .slice(0, 2)
        .map((one) => ({ ...one, full: FULL, step: 1 })),
    });
    await host.must('meeting.set', { ...meeting.settings, publish });
    const chosen = sheet.categories.flatMap(({ id }) =>
      roster.examiners.filter((one) => one.category === id).slice(0, EACH),
    );
    await host.must('examiners.set', {
      examiners: chosen.map((one) => ({ ...one, name: one.name ?? one.id, recusals: [] })),
    });
    await host.must('passes.issue', {
      passes: chosen.map(({ id: person, category }, at) => ({
        id: `e-${at}`,
        kind: 'examiner' as const,
        number: String(at),
        category,
        person,
        unit: null,
        hash: hashSecret(secretOf(`pass-${at}`)),
      })),
    });
    host.close();
    const headers = { authorization: `Bearer ${hub.token('owner')}` };
    const answer = await fetch(`${hub.url}/api/meetings/${code}/official`, { method: 'POST', headers });
    if (!answer.ok) throw new Error(await answer.text());
    await square.#fills(chosen.length);
    return square;
  }

  async #fills(count: number): Promise<void> {
    const { hub, code } = this;
    this.host = await hub.organizer(code);
    const ear = async (name: string) => {
      const one = new Ear(new Caller({ url: hub.url, code, session: secretOf(name) }));
      await one.caller.ready();
      return one;
    };
    [this.screen, this.wall, this.phone] = [await ear('screen'), await ear('wall'), await ear('phone')];
    const shown = await this.asks(this.screen);
    await this.host.must('screen.pair', { code: shown, screen: null, name: '左侧' });
    await this.screen.caller.until(() => this.screen.caller.slices.shows !== undefined);
    await this.asks(this.wall);
    for (let at = 0; at < count; at += 1) {
      const one = await hub.device(code, secretOf(`examiner-${at}`));
      await one.must('pass.enrol', { secret: secretOf(`pass-${at}`) });
      this.examiners.push(one);
    }
    await this.host.must('meeting.open', {});
  }

  /** A wall asks for its code. */
  async asks({ caller }: Ear): Promise<string> {
    const reply = (await caller.raw(PAIR, { v: PROTOCOL, width: 1920, height: 1080 })) as unknown as Paired;
    if (!reply.ok) throw new Error(reply.code);
    return reply.code;
  }

  get ears(): Ear[] {
    return [this.screen, this.wall, this.phone];
  }

  /** One turn up to its lock: every examiner scores, some twice, and the crowd votes. */
  async turn(unit: string): Promise<void> {
    const { host, examiners, phone } = this;
    const step = (at: number) =>
      host.must('turn.step', { unit, from: WAY[at] ?? 'waiting', to: WAY[at + 1] ?? 'waiting' });
    for (const at of [0, 1, 2]) await step(at);
    const base = 600_011 + UNITS.indexOf(unit) * 1_300_021;
    const ids = (host.slices.sheet?.sheet ?? []).map(({ id }) => id);
    await Promise.all(
      examiners.map(async (one, at) => {
        const scores = (plus: number) =>
          Object.fromEntries(ids.map((id, place) => [id, base + at * 7919 + place * 104_729 + plus]));
        const first = { unit, replaces: 0, scores: scores(0) };
        await one.must('ballot.submit', first);
        if (at % 5 === 0) await one.must('ballot.submit', { unit, replaces: 1, scores: scores(31) });
      }),
    );
    await phone.caller.must('crowd.vote', { unit, grade: 'satisfied' });
    for (const at of [3, 4]) await step(at);
    await this.asks(this.wall);
  }

  /** Closes, and waits until all have heard of it. @returns how it went, entry by entry */
  async closes(): Promise<History> {
    await this.host.must('meeting.close', {});
    for (const { caller } of this.ears)
      await caller.until(() => caller.slices.meeting?.phase === 'closed' && caller.at >= this.host.at);
    const meeting = await this.hub.app.meetings.withCode(this.code);
    return new History([...(meeting?.journal.read() ?? [])]);
  }
}

/** Reads everything: nothing before its time, and everything that is to be seen once it is. */
function judge(square: Square, history: History): void {
  for (const ear of square.ears) {
    expect(leaksIn(ear, history)).toEqual([]);
    expect(rowsTooEarly(ear, history)).toEqual([]);
    const all = numbersIn(ear.packets.join('\n'));
    for (const unit of UNITS) {
      const score = scoreOf(history.last, unit).score ?? 0;
      expect(isTelling(score)).toBe(true);
      expect(formsOf(score).some((form) => all.has(form))).toBe(true);
      if (ear !== square.screen) continue;
      const found = figuresOf(history.last, unit).filter((one) => formsOf(one).some((form) => all.has(form)));
      // Parts and means of categories, too: the search would have found them.
      expect(found.length).toBeGreaterThan(7);
    }
  }
  // Frames are coalesced: how many there are is the pace's affair, not that there are some.
  expect(square.screen.packets.length).toBeGreaterThan(6);
}

// Three whole meetings over real sockets: on a machine with much else to do each takes its time.
describe('V1 what is sent before it is public', { timeout: 90_000 }, () => {
  let hub: TestHub | undefined;
  afterEach(() => hub?.close());

  it('V2 at once: nothing of a unit before the host publishes it', async () => {
    hub = await startHub();
    const square = await Square.opens(hub, 'at-once');
    for (const unit of UNITS) {
      await square.turn(unit);
      if (unit !== 'C') await square.host.must('turn.publish', { unit });
    }
    judge(square, await square.closes());
  });

  it('V2 after the next: nothing of a unit before the one after it is locked', async () => {
    hub = await startHub();
    const square = await Square.opens(hub, 'after-next');
    for (const unit of UNITS) await square.turn(unit);
    await square.host.must('turn.publish', { unit: 'C' });
    judge(square, await square.closes());
  });

  it('V2 the ceremony: nothing before its beat, not under the cloth and not after a rewind', async () => {
    hub = await startHub();
    const square = await Square.opens(hub, 'ceremony');
    for (const unit of UNITS) await square.turn(unit);
    const { host } = square;
    await host.must('ceremony.start', {});
    const beats = [1, 2, 1, 0, 1, 2, 3, 4, 3, 4, 5, 6];
    let from = 0;
    for (const to of beats) {
      await host.must('ceremony.beat', { from, to });
      from = to;
      const { at } = host;
      for (const { caller } of square.ears) await caller.until(() => caller.at >= at || caller.at > 0);
    }
    judge(square, await square.closes());
  });
});
