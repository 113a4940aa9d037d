/** Anything that anybody might do next: commands that are mostly sensible, from everyone, with ids that exist. */
import type { Principal } from '../../assessment/actors.ts';
import type { CommandType, Outcome } from '../../assessment/decide.ts';
import { hashSecret } from '../../assessment/passes.ts';
import { examinerCriteria } from '../../assessment/sheet.ts';
import { neighbour } from '../../assessment/turns.ts';
import { chance } from './meeting.ts';
import { ExaminerPhone, secretOf } from './people.ts';
import type { Scene } from './scene.ts';
import { appealMoves } from './wander-appeal.ts';
import { ballotMoves } from './wander-ballots.ts';
import { deckMoves } from './wander-decks.ts';
import { pictureMoves } from './wander-pictures.ts';
import { promiseMoves } from './wander-promises.ts';
import { screenMoves } from './wander-screens.ts';
import { arrivalMoves, peopleMoves } from './wander-people.ts';

/** Choices made from one number, so that fast-check can shrink a walk number by number. */
export class Die {
  readonly #next: () => number;
  constructor(seed: number) {
    this.#next = chance(seed);
  }
  below(count: number): number {
    return Math.floor(this.#next() * count);
  }
  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }
  /** An item, or now and then something that is not there. */
  maybe<T extends string>(items: readonly T[]): T | 'nobody' {
    return items.length === 0 || this.below(20) === 0 ? 'nobody' : this.pick(items);
  }
  odds(oneIn: number): boolean {
    return this.below(oneIn) === 0;
  }
}

export interface Move {
  who: Principal;
  type: CommandType;
  body: unknown;
}

const reason = '理由';

export type Maker = (scene: Scene, die: Die) => Move;

const units = ({ state }: Scene): string[] => [...state.agenda.turns.keys()];
const stageOf = ({ state }: Scene, unit: string) => state.agenda.turns.get(unit)?.stage ?? 'waiting';
export const onStage = (scene: Scene, die: Die): string =>
  (die.odds(6) ? null : scene.state.agenda.onStage) ?? die.maybe(units(scene));
const passes = ({ state }: Scene): string[] => [...state.passes.all.keys()];
const questions = ({ state }: Scene): string[] => [...state.questions.all.keys()];
const draws = ({ state }: Scene): string[] => [...state.draws.all.keys()];
const host = (scene: Scene): Principal => scene.host.who;

/** The device that bears a pass now, or the one that bore it first. */
function bearer(scene: Scene, die: Die): ExaminerPhone {
  return die.odds(8)
    ? new ExaminerPhone(scene.meeting, die.pick(scene.examiners).pass, 'second')
    : die.pick(scene.examiners);
}

/** Points that fit the sheet, as odd as its step allows. */
export function anyScores(scene: Scene, die: Die): Record<string, number> {
  const criteria = examinerCriteria(scene.state.scoring);
  return Object.fromEntries(criteria.map(({ id, full, step }) => [id, die.below(full / step + 1) * step]));
}

export const byHost =
  (type: CommandType, body: (scene: Scene, die: Die) => unknown): Maker =>
  (scene, die) => ({ who: host(scene), type, body: body(scene, die) });

const steps: Maker = (scene, die) => {
  const { onStage: now } = scene.state.agenda;
  // A stage on which something happens lasts: most of the time somebody scores or asks instead.
  if (now !== null && stageOf(scene, now) !== 'reporting' && !die.odds(5)) {
    return stageOf(scene, now) === 'questioning' ? answers(scene, die) : submits(scene, die);
  }
  const unit = scene.state.agenda.onStage ?? die.maybe(units(scene));
  const from = stageOf(scene, unit);
  const to = neighbour(scene.state.meeting.settings, from, 1) ?? from;
  return { who: host(scene), type: 'turn.step', body: { unit, from, to } };
};

/** What a host does with questions while a unit is questioned. */
const answers: Maker = (scene, die) => {
  const { all, onStage: asked } = scene.state.questions;
  const state = asked === null ? undefined : all.get(asked)?.state;
  if (asked !== null && state === 'asked')
    return { who: host(scene), type: 'question.answered', body: { question: asked } };
  const ready = [...all.values()].filter(
    ({ unit, state: at }) => unit === scene.state.agenda.onStage && at === 'accepted',
  );
  if (ready.length === 0) return asks(scene, die);
  return { who: host(scene), type: 'question.stage', body: { question: die.pick(ready).id } };
};

const submits: Maker = (scene, die) => {
  const one = bearer(scene, die);
  const unit = onStage(scene, die);
  const replaces = die.odds(10) ? die.below(3) : one.revisionFor(unit);
  const body = {
    unit,
    replaces,
    scores: anyScores(scene, die),
    ...(die.odds(9) ? { assisted: '志愿者' } : {}),
  };
  return { who: one.who, type: 'ballot.submit', body };
};

const asks: Maker = (scene, die) => {
  const who = die.pick([scene.voice(`${die.below(4)}`).who, bearer(scene, die).who, host(scene)]);
  const body = {
    unit: die.maybe(units(scene)),
    text: `问题${die.below(100)}`,
    portfolio: die.pick([null, '停车']),
    member: null,
  };
  return { who, type: 'question.ask', body };
};

/** An amendment of a ballot that is there, mostly of a unit that is locked. */
const proposes: Maker = (scene, die) => {
  const { byUnit, late } = scene.state.ballots;
  const kind = die.pick(['admit', 'replace', 'void'] as const);
  const given = [...(kind === 'admit' ? late : byUnit).values()].flatMap((unit) => [...unit.values()]);
  const locked = given.filter(({ unit }) => ['locked', 'published'].includes(stageOf(scene, unit)));
  const ballot = locked.length > 0 ? die.pick(locked) : null;
  const scores = kind === 'replace' ? anyScores(scene, die) : null;
  const unit = ballot?.unit ?? die.maybe(units(scene));
  return {
    who: host(scene),
    type: 'amendment.propose',
    body: { unit, pass: ballot?.pass ?? die.maybe(passes(scene)), kind, scores, reason },
  };
};

const confirms: Maker = (scene, die) => ({
  who: scene.scrutineer.who,
  type: 'amendment.confirm',
  body: { amendment: die.maybe([...scene.state.amendments.all.keys()]) },
});

const absent = byHost('turn.absent', (scene, die) => {
  const unit = die.maybe(units(scene));
  return { unit, from: stageOf(scene, unit), reason };
});
const present = byHost('turn.present', (scene, die) => ({ unit: die.maybe(units(scene)), reason }));

const question = (scene: Scene, die: Die) => ({ question: die.maybe(questions(scene)) });

/** Each with its weight: how often it is done. */
const MOVES: [number, Maker][] = [
  [14, steps],
  [30, submits],
  [
    8,
    (scene, die) => ({
      who: scene.voice(`${die.below(6)}`).who,
      type: 'crowd.vote',
      body: { unit: onStage(scene, die), grade: die.pick(['satisfied', 'fair', 'unsatisfied']) },
    }),
  ],
  [8, asks],
  [
    2,
    byHost('turn.back', (scene, die) => ({
      unit: onStage(scene, die),
      from: stageOf(scene, scene.state.agenda.onStage ?? ''),
      reason,
    })),
  ],
  [1, absent],
  [1, present],
  [1, byHost('turn.move', (scene, die) => ({ unit: die.maybe(units(scene)), to: die.below(4) }))],
  [4, byHost('turn.publish', (scene, die) => ({ unit: die.maybe(units(scene)) }))],
  [
    4,
    (scene, die) => ({
      who: scene.scrutineer.who,
      type: 'turn.confirm',
      body: { unit: die.maybe(units(scene)) },
    }),
  ],
  [4, proposes],
  [3, confirms],
  [
    1,
    byHost('amendment.withdraw', (scene, die) => ({
      amendment: die.maybe([...scene.state.amendments.all.keys()]),
    })),
  ],
  [
    2,
    byHost('deduction.set', (scene, die) => ({
      id: `d${die.below(4)}`,
      unit: die.maybe(units(scene)),
      points: die.below(300),
      reason,
    })),
  ],
  [3, byHost('question.accept', question)],
  [2, byHost('question.queue', question)],
  [1, byHost('question.decline', (scene, die) => ({ ...question(scene, die), reason }))],
  [
    1,
    byHost('question.merge', (scene, die) => ({
      ...question(scene, die),
      into: die.maybe(questions(scene)),
    })),
  ],
  [1, byHost('question.edit', (scene, die) => ({ ...question(scene, die), shown: '改写' }))],
  [1, byHost('question.reorder', (scene, die) => ({ ...question(scene, die), to: die.below(5) }))],
  [3, byHost('question.stage', question)],
  [3, byHost('question.answered', (scene) => ({ question: scene.state.questions.onStage ?? 'nobody' }))],
  [1, byHost('question.close', question)],
  [1, byHost('question.return', question)],
  [
    1,
    byHost('question.hand-on', (scene, die) => ({
      ...question(scene, die),
      member: die.maybe([...scene.state.roster.members.keys()]),
    })),
  ],
  [
    3,
    (scene, die) => ({
      who: die.pick([bearer(scene, die).who, scene.voice(`${die.below(4)}`).who]),
      type: 'question.support',
      body: { ...question(scene, die), on: !die.odds(3) },
    }),
  ],
  [
    4,
    (scene, die) => ({
      who: bearer(scene, die).who,
      type: 'question.rate',
      body: { ...question(scene, die), rating: die.pick(['good', 'rather-good', 'fair', 'poor']) },
    }),
  ],
  [
    2,
    (scene, die) => ({ who: { kind: 'system' }, type: 'question.close-rating', body: question(scene, die) }),
  ],
  [1, (scene, die) => ({ who: bearer(scene, die).who, type: 'hand.raise', body: { on: !die.odds(3) } })],
  [
    2,
    (scene, die) => ({
      who: die.pick([bearer(scene, die).who, scene.voice(`${die.below(4)}`).who]),
      type: 'help.ask',
      body: { on: !die.odds(3), reason: die.pick([null, 'sight', 'operation', 'network', 'other']) },
    }),
  ],
  [1, byHost('help.done', (scene, die) => ({ pass: die.maybe(passes(scene)) }))],
  [1, byHost('hand.lower', (scene, die) => ({ pass: die.maybe(passes(scene)) }))],
  [
    2,
    (scene, die) => ({
      who: bearer(scene, die).who,
      type: 'ballot.wait',
      body: { unit: onStage(scene, die), on: !die.odds(3) },
    }),
  ],
  [2, byHost('draw.promise', (_scene, die) => ({ purpose: die.pick(['order', 'questioner', 'question']) }))],
  [2, byHost('draw.do', (scene, die) => ({ draw: die.maybe(draws(scene)), number: die.below(1_000_000) }))],
  [1, byHost('draw.abandon', (scene, die) => ({ draw: die.maybe(draws(scene)), reason }))],
  [
    1,
    byHost('draw.pass-over', (scene, die) => ({
      draw: die.maybe(draws(scene)),
      pass: die.maybe(passes(scene)),
    })),
  ],
  [1, byHost('pass.check-out', (scene, die) => ({ pass: die.maybe(passes(scene)) }))],
  [2, byHost('pass.check-in', (scene, die) => ({ pass: die.maybe(passes(scene)) }))],
  [
    1,
    byHost('pass.revoke', (scene, die) => ({
      pass: die.odds(4) ? die.maybe(passes(scene)) : 'nobody',
      reason,
    })),
  ],
  [
    1,
    byHost('pass.reissue', (scene, die) => ({
      pass: die.odds(4) ? die.maybe(passes(scene)) : 'nobody',
      hash: hashSecret(`${die.below(1e6)}`),
      reason,
    })),
  ],
  [
    2,
    (scene, die) => ({
      who: bearer(scene, die).who,
      type: 'pass.enrol',
      body: { secret: secretOf(die.maybe(passes(scene))) },
    }),
  ],
  [
    1,
    byHost('pass.hand-over', (scene, die) => {
      const waiting = [...scene.state.passes.all.values()].filter(({ handover }) => handover !== null);
      const one = waiting.length > 0 ? die.pick(waiting) : null;
      return { pass: one?.id ?? 'nobody', session: one?.handover ?? hashSecret('nobody') };
    }),
  ],
  [1, byHost('pass.keep', (scene, die) => ({ pass: die.maybe(passes(scene)) }))],
  [
    1,
    (scene, die) => ({
      who: bearer(scene, die).who,
      type: 'recusal.declare',
      body: { unit: die.maybe(units(scene)) },
    }),
  ],
  [1, byHost('meeting.pause', () => ({ note: '下雨' }))],
  [2, byHost('meeting.resume', () => ({}))],
  [1, byHost('clock.run', (_scene, die) => ({ clock: die.pick(['stage', 'answer']), run: die.odds(2) }))],
  [
    1,
    byHost('clock.adjust', (_scene, die) => ({
      clock: die.pick(['stage', 'answer']),
      by: die.below(60_000) - 30_000,
    })),
  ],
  [2, byHost('ceremony.start', () => ({}))],
  [
    4,
    byHost('ceremony.beat', (scene, die) => {
      const from = scene.state.publication.ceremony?.at ?? 0;
      return { from, to: from + (die.odds(5) ? -1 : 1) };
    }),
  ],
  [
    1,
    byHost('meeting.set', (scene, die) => ({
      ...scene.state.meeting.settings,
      publish: die.pick(['at-once', 'after-next', 'ceremony']),
    })),
  ],
];

const everyMove = (): [number, Maker][] => [
  ...MOVES,
  ...promiseMoves(),
  ...appealMoves(),
  ...pictureMoves(),
  ...deckMoves(),
  ...ballotMoves(),
  ...peopleMoves(),
  ...screenMoves(),
];

/** Nothing but who comes and how he scores. */
const scoringMoves = (): [number, Maker][] => [
  [6, steps],
  [12, submits],
  [4, proposes],
  [3, confirms],
  [1, absent],
  [3, present],
  ...ballotMoves(),
  ...arrivalMoves().map(([weight, make]): [number, Maker] => [4 * weight, make]),
];

function moveOf(moves: [number, Maker][], scene: Scene, die: Die): Move {
  let left = die.below(moves.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, make] of moves) {
    left -= weight;
    if (left < 0) return make(scene, die);
  }
  return steps(scene, die);
}

/** One thing that has to do with ballots. */
export function scoreSomehow(scene: Scene, seed: number): void {
  const die = new Die(seed);
  const move = moveOf(scoringMoves(), scene, die);
  scene.meeting.takes(move.who, move.type, move.body);
}

/** The commands that a walk can send; every type is in it or in `RARE`. */
export function nextMove(scene: Scene, die: Die): Move {
  return moveOf(everyMove(), scene, die);
}

/** One thing that happens: mostly a command, sometimes time, an outage or a phone that loses its network. */
export function wander(scene: Scene, seed: number): { move: Move; outcome: Outcome } | null {
  const die = new Die(seed);
  const { meeting } = scene;
  meeting.passes(die.below(5_000));
  if (die.odds(40)) meeting.fails(die.below(90_000));
  if (die.odds(15)) {
    const one = die.pick(scene.examiners);
    if (meeting.online.has(one.session)) one.goesOffline();
    else one.goesOnline();
    return null;
  }
  const move = nextMove(scene, die);
  return { move, outcome: meeting.takes(move.who, move.type, move.body) };
}
