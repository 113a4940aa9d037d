/**
 * What a phone that only lies there is sent in one turn, in bytes of the frames' JSON: the last unit of a meeting that
 * is nearly over, which is its heaviest. In model time, with a clock that is moved and chance from a seed, so that two
 * runs say the same; frames leave at the pace at which the hub would let them.
 */
import type { Audience, Live } from '../../assessment/view.ts';
import { FRAME } from '../../realtime/protocol-names.ts';
import { paceOf } from '../../realtime/pace.ts';
import { Room } from '../../realtime/rooms.ts';
import { chance } from '../support/meeting.ts';
import { setScene, type Scene } from '../support/scene.ts';

export interface TurnOptions {
  units: number;
  examiners: number;
  crowd: number;
}

export interface TurnBytes {
  /** Everything that a phone is sent when it comes, at the start of this turn. */
  first: number;
  /** What it is sent until the unit is published. */
  turn: number;
  frames: number;
  /** Bytes by slice, without the envelopes. */
  slices: Record<string, number>;
}

const bytes = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** The room of one audience while the scene is played. */
class Listener {
  readonly found: TurnBytes = { first: 0, turn: 0, frames: 0, slices: {} };
  readonly #room: Room;
  readonly #scene: Scene;
  readonly #live: Live;
  readonly #audience: Audience;
  #due = 0;

  constructor(scene: Scene, audience: Audience, crowd: number) {
    this.#scene = scene;
    this.#audience = audience;
    this.#live = { ...scene.meeting.live, online: () => true, crowd };
    this.#room = new Room(audience);
    const { meeting } = scene;
    this.found.first = bytes([FRAME, this.#room.catchUp(meeting.state, this.#live, meeting.now, null)]);
  }

  /** Model time goes by: what happened just now is sent at once, or as soon as the pace allows. */
  passes(ms: number): void {
    const { meeting } = this.#scene;
    const until = meeting.now + ms;
    if (this.#due > meeting.now) meeting.passes(Math.min(this.#due - meeting.now, ms));
    if (this.#due <= meeting.now) this.#send();
    const held = this.#room.heldUntil;
    if (held !== null && held <= until) {
      meeting.passes(Math.max(0, held - meeting.now));
      this.#send();
    }
    meeting.passes(until - meeting.now);
  }

  #send(): void {
    const { meeting } = this.#scene;
    const frame = this.#room.next(meeting.state, this.#live, meeting.now);
    if (frame === null) return;
    this.#due =
      meeting.now + paceOf(this.#audience, { late: 0, waiting: 0, crowd: this.#live.crowd }, this.#room.size);
    this.found.frames += 1;
    this.found.turn += bytes([FRAME, frame]) + 2;
    for (const part of [frame.slices ?? {}, frame.patch ?? {}])
      for (const [name, value] of Object.entries(part))
        this.found.slices[name] = (this.found.slices[name] ?? 0) + bytes(value);
  }
}

function sceneOf({ units, examiners }: TurnOptions): Scene {
  const ids = Array.from({ length: units }, (_, at) => `U${at + 1}`);
  const third = Math.floor(examiners / 3);
  const scene = setScene({
    units: ids,
    examiners: { party: third, people: third, media: examiners - 2 * third },
  });
  for (const [at, unit] of ids.slice(0, -1).entries()) {
    scene.scores(unit, (one) => 0.6 + ((at * 7 + one.pass.length + Number(one.pass.slice(-2))) % 17) / 50);
    scene.host.publishes(unit);
  }
  return scene;
}

const TEXT = '小区东门的路灯坏了两个月，老人晚上出门看不见路，请问什么时候能修好，由谁来负责？';

/** Report, six questions of which four are asked, support, a vote, the lock and the publication. */
function playTurn(scene: Scene, unit: string, crowd: number, passes: (ms: number) => void): void {
  const { host, examiners, meeting } = scene;
  const random = chance(11);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const voices = Array.from({ length: crowd }, (_, at) => scene.voice(`of the turn ${at}`));
  const spread = (people: number, ms: number, act: (at: number) => void) => {
    for (let at = 0; at < people; at += 1) {
      act(at);
      passes(ms / people);
    }
  };
  host.steps(unit);
  passes(480_000);
  const asked = Array.from({ length: 6 }, (_, at) => {
    const crowded = at % 2 === 1;
    const id = (crowded ? pick(voices) : pick(examiners)).asks(unit, `${at + 1}、${TEXT}`);
    if (crowded) host.send('question.accept', { question: id });
    passes(3_000);
    return id;
  });
  host.steps(unit);
  spread(Math.floor(crowd / 3), 60_000, (at) =>
    meeting.takes(voices[at]!.who, 'question.support', { question: pick(asked), on: true }),
  );
  for (const question of asked.slice(0, 4)) {
    host.send('question.stage', { question });
    passes(150_000);
    host.send('question.answered', { question });
    spread(examiners.length, 20_000, (at) =>
      meeting.takes(examiners[at]!.who, 'question.rate', { question, rating: 'good' }),
    );
    passes(10_000);
    meeting.takes({ kind: 'system' }, 'question.close-rating', { question });
    host.send('question.close', { question });
    passes(2_000);
  }
  host.steps(unit);
  const voters = Math.floor(crowd * 0.8);
  spread(voters, 110_000, (at) => {
    voices[at]!.votes(unit, pick(['satisfied', 'fair', 'unsatisfied']));
    if (at % Math.ceil(voters / examiners.length) === 0)
      examiners[Math.floor((at * examiners.length) / voters)]?.submits(unit, 0.8);
  });
  host.steps(unit);
  passes(30_000);
  host.steps(unit);
  passes(20_000);
  host.publishes(unit);
  passes(10_000);
}

/** @param audience whose phone it is */
export function turnBytes(audience: Audience, options: TurnOptions): TurnBytes {
  const scene = sceneOf(options);
  const listener = new Listener(scene, audience, options.crowd);
  playTurn(scene, `U${options.units}`, options.crowd, (ms) => listener.passes(ms));
  return listener.found;
}
