/** A meeting under faults: a host, phones with outboxes, walls; one turn after the other, and then the truth. */
import { canonical } from '../../assessment/canonical.ts';
import type { Bundle } from '../../assessment/bundle.ts';
import { hashSecret } from '../../assessment/passes.ts';
import type { Stage } from '../../assessment/turns.ts';
import type { StandingsView } from '../../assessment/view.ts';
import { Host } from '../rehearsal/host.ts';
import { people } from '../rehearsal/people.ts';
import type { Random } from '../support/random.ts';
import type { Seen, Truth } from './check.ts';
import { History } from './history.ts';
import { Page, Phone, reachAt, type Reach } from './phone.ts';
import { sealedIn } from './read.ts';
import { pause, until } from './until.ts';

export interface Cast {
  units: number;
  examiners: number;
  walls: number;
}

export interface PlayParts {
  url: string;
  token: string;
  random: Random;
  cast: Cast;
  /** How phones and walls reach the hub; the host always reaches it straight. */
  reach?: Reach;
}

export class Play {
  readonly history = new History();
  readonly host: Host;
  readonly phones: Phone[] = [];
  readonly walls: Page[] = [];
  readonly units: readonly string[];
  readonly #parts: PlayParts;
  readonly #revoked = new Set<Phone>();
  #anew: Page | null = null;

  private constructor(host: Host, units: readonly string[], parts: PlayParts) {
    this.host = host;
    this.units = units;
    this.#parts = parts;
  }

  static async begin(parts: PlayParts): Promise<Play> {
    const { url, token, random, cast } = parts;
    const host = await Host.create(url, token, '故障演练（演示数据）', random);
    const roster = people(cast.units, cast.examiners, random);
    // Nobody is recused: whoever may score can always be asked to.
    for (const one of roster.examiners) one.recusals = [];
    const units: string[] = [];
    const play = new Play(host, units, parts);
    play.history.watch('host', host.caller);
    const passes = await host.prepare(roster, random);
    units.push(...(await host.order()));
    for (const pass of passes) play.phones.push(new Phone(pass, play.#phoneParts()));
    await Promise.all(play.phones.map((phone) => phone.enrol(phone.pass.secret)));
    for (let at = 1; at <= cast.walls; at += 1) play.walls.push(await play.wall(`wall-${at}`));
    return play;
  }

  /** Those who still have a phone, and their rights. */
  get here(): Phone[] {
    return this.phones.filter((phone) => !phone.out && !this.#revoked.has(phone));
  }

  #phoneParts(reach = this.#parts.reach ?? reachAt(this.#parts.url)) {
    return { code: this.host.code, history: this.history, reach, random: this.#parts.random.fork() };
  }

  async wall(name: string, reach?: Reach): Promise<Page> {
    const secret = this.#parts.random.token(16);
    const pass = { id: name, kind: 'screen' as const, number: name.slice(-4), category: null, person: null };
    await this.host.must('passes.issue', { passes: [{ ...pass, unit: null, hash: hashSecret(secret) }] });
    const wall = new Page(name, this.#phoneParts(reach));
    await wall.enrol(secret);
    return wall;
  }

  step(unit: string, from: Stage, to: Stage): Promise<void> {
    return this.host.step(unit, from, to);
  }

  /** A2: to `scoring`, the work of the scenario there, and everything up to its publication. */
  async turn(unit: string, work: () => Promise<void>): Promise<void> {
    await this.step(unit, 'waiting', 'reporting');
    await this.step(unit, 'reporting', 'questioning');
    await this.step(unit, 'questioning', 'scoring');
    await this.seesStage(unit, 'scoring');
    await work();
    await this.step(unit, 'scoring', 'closing');
    await this.step(unit, 'closing', 'locked');
  }

  /**
   * Everybody submits, and submits again in place of it (B2), until it ends.
   * @param rest between two ballots of one phone, at most, in ms
   */
  async keepScoring(unit: string, ends: () => boolean, rest = 120): Promise<void> {
    await Promise.all(
      this.here.map(async (phone) => {
        do {
          await phone.score(unit);
          await pause(phone.random.whole(0, rest));
        } while (!ends() && !phone.out);
      }),
    );
  }

  /** I4: in the middle of whatever the phone does. */
  async revoke(phone: Phone): Promise<void> {
    this.#revoked.add(phone);
    await this.host.must('pass.revoke', { pass: phone.pass.id, reason: '演练' });
  }

  publish(unit: string): Promise<unknown> {
    return this.host.must('turn.publish', { unit });
  }

  /** All phones see it: whoever scores before would only be refused. */
  seesStage(unit: string, stage: Stage): Promise<void> {
    const late = () => this.here.filter((phone) => phone.stageOf(unit) !== stage);
    return until(() => late().length === 0, `phones to see ${unit} ${stage}`);
  }

  /** Ends the meeting and collects what everybody has. @param file where the meeting lies on the disk by then */
  async end(file: () => string): Promise<Truth> {
    await this.host.must('meeting.close', {});
    // Who comes only now is sent everything at once: what the others have pieced together must be the same.
    const anew = new Page(this.walls[0]?.name ?? '', this.#phoneParts());
    this.#anew = anew;
    const pages = [...this.walls, anew, ...this.here];
    await until(
      () => pages.every(({ live }) => live.slices.meeting?.phase === 'closed'),
      'all to see that the meeting is closed',
    );
    // A crowd of thousands that hangs up takes its moment; who never comes to agree is named by the checker.
    const same = (wall: Page) =>
      canonical(wall.seen('screen').slices) === canonical(anew.seen('screen').slices);
    await until(() => this.walls.every(same), 'all walls to show the same', 15_000).catch(() => undefined);
    const bundle = JSON.parse((await this.host.download('bundle.json')).toString()) as Bundle;
    const seen: Seen[] = [
      { ...anew.seen('screen'), name: 'a wall that came last' },
      ...this.walls.map((wall) => wall.seen('screen')),
      ...this.here.map((phone) => phone.seen('examiner')),
    ];
    const standings: StandingsView | null = this.walls[0]?.live.slices.standings ?? null;
    return { sealed: sealedIn(file()), bundle, standings, seen };
  }

  close(): void {
    for (const wall of this.walls) wall.close();
    for (const phone of this.phones) if (!phone.gone) phone.die();
    this.#anew?.close();
    this.host.caller.close();
  }
}
