/** A1 · The meeting itself: what it is called, how it runs, and whether it runs. */
import * as v from 'valibot';
import { HOSTS } from './actors.ts';
import { announcement, giveUp, needNotFinal } from './appeal.ts';
import { MAX_APPEAL_DAYS } from './appeal-period.ts';
import { line, optionalLine, Reason, Span, text, whole } from './fields.ts';
import type { Head } from './journal.ts';
import { command, refuse, type Entry, type Folds } from './noun.ts';
import { hasSignedPasses } from './passes.ts';
import { needOpen } from './phases.ts';
import { forgetClocks, freezeClocks, thawClocks } from './stage-clocks.ts';
import { checkScoring } from './sheet.ts';
import { leftToPublish, publishLeft } from './publication.ts';
import type { Scrutineer, ScrutineerChange } from './scrutineers.ts';
import type { State } from './state.ts';

export type Phase = 'draft' | 'ready' | 'live' | 'paused' | 'closed';
export type Mode = 'rehearsal' | 'official';
/** Stages that a format can lack (A2); `scoring` is always there. */
const OPTIONAL_STAGES = ['reporting', 'questioning', 'closing'] as const;

const Times = v.object({
  report: Span,
  reportWarn: Span,
  answer: Span,
  answerWarn: Span,
  scoring: Span,
  grace: Span,
  rating: Span,
});

const SettingsSchema = v.object({
  identity: v.picklist(['signed', 'anonymous']),
  publish: v.picklist(['at-once', 'after-next', 'ceremony']),
  publication: v.picklist(['results', 'inclusion', 'full']),
  stages: v.pipe(v.array(v.picklist(OPTIONAL_STAGES)), v.maxLength(3)),
  times: Times,
  moderateExaminers: v.boolean(),
  crowdAsks: v.boolean(),
  /** B6: calendar days of the appeal period behind the closing. */
  appealDays: whole(0, MAX_APPEAL_DAYS),
});
export type Settings = v.InferOutput<typeof SettingsSchema>;

/** A5, B6, I3, Q3, V2: what a new meeting starts with. */
export const DEFAULT_SETTINGS: Settings = {
  identity: 'signed',
  publish: 'at-once',
  publication: 'inclusion',
  stages: ['reporting', 'questioning', 'closing'],
  times: {
    report: 480_000,
    reportWarn: 60_000,
    answer: 180_000,
    answerWarn: 30_000,
    scoring: 120_000,
    grace: 30_000,
    rating: 30_000,
  },
  moderateExaminers: false,
  crowdAsks: true,
  appealDays: 3,
};

const InfoSchema = v.object({ title: line(80), place: optionalLine(80), date: optionalLine(40) });
export type Info = v.InferOutput<typeof InfoSchema>;

export interface MeetingState {
  id: string;
  /**
   * The name of this journal as it goes on from here: with a restore it gets another, since the numbers behind it were
   * given once before, and whoever holds what they said then must ask for everything.
   */
  line: string;
  /** That and all names that it had before. */
  lines: string[];
  code: string;
  info: Info;
  /** Fictional data, marked 演示数据 wherever it shows. */
  demo: boolean;
  mode: Mode;
  phase: Phase;
  settings: Settings;
  /** I7: who must confirm the counts; empty where the meeting has no scrutineer. */
  scrutineers: Scrutineer[];
  /** I7: how they changed after the meeting went official; part of the export. */
  scrutineerChanges: ScrutineerChange[];
  /** A1: where the rehearsal's journal stood when the meeting went official. */
  rehearsal: Head | null;
  note: string | null;
  openedAt: number | null;
  closedAt: number | null;
}

export interface Created {
  id: string;
  code: string;
  demo: boolean;
  mode: Mode;
  info: Info;
  rehearsal: Head | null;
}

export const emptyMeeting = (): MeetingState => ({
  id: '',
  line: '',
  lines: [],
  code: '',
  info: { title: '', place: '', date: '' },
  demo: false,
  mode: 'rehearsal',
  phase: 'draft',
  settings: DEFAULT_SETTINGS,
  scrutineers: [],
  scrutineerChanges: [],
  rehearsal: null,
  note: null,
  openedAt: null,
  closedAt: null,
});

/** The first entry of every journal. */
export const meetingCreated = (created: Created): Entry => ({
  type: 'meeting-created',
  data: { ...created, info: { ...created.info }, rehearsal: created.rehearsal && { ...created.rehearsal } },
});

/**
 * J1: the entry by which a backup goes on in the place of a journal that was lost. What the lost one held behind it is
 * gone, and this says so for good.
 * @param line a new name, by chance
 */
export const journalRestored = (line: string): Entry => ({ type: 'journal-restored', data: { line } });

/**
 * J1: the entry by which a journal goes on in a copy of its file, on another machine or in another folder. Should the first
 * one go on as well, nothing joins the two any more.
 * @param line a new name, by chance
 */
export const journalMoved = (line: string): Entry => ({ type: 'journal-moved', data: { line } });

/** @throws Refusal `wrong-phase` */
export function needPhase(state: State, ...phases: Phase[]): void {
  if (!phases.includes(state.meeting.phase)) refuse('wrong-phase', { phase: state.meeting.phase });
}

/** What a meeting must have before it can run. @throws Refusal `not-ready` */
export function needComplete(state: State): void {
  if (checkScoring(state.scoring).length > 0) refuse('not-ready', { field: 'sheet' });
  if (state.roster.units.length === 0) refuse('not-ready', { field: 'units' });
}

function decideReady(state: State): Entry[] {
  needPhase(state, 'draft');
  needComplete(state);
  return [phase('ready')];
}

export const phase = (to: Phase): Entry => ({ type: 'meeting-phase', data: { to } });

export const meetingCommands = {
  'meeting.describe': command(HOSTS, InfoSchema, (state, info) => {
    needOpen(state);
    return [{ type: 'meeting-described', data: { ...info } }];
  }),
  'meeting.set': command(HOSTS, SettingsSchema, (state, settings) => {
    needOpen(state);
    if (state.agenda.onStage !== null && settings.stages.join() !== state.meeting.settings.stages.join()) {
      refuse('turn-on-stage');
    }
    // I3: what was stored once stays in the journal, so nobody may be promised that it is not.
    if (settings.identity === 'anonymous' && hasSignedPasses(state)) refuse('pass-in-use');
    return [{ type: 'settings-set', data: settings }];
  }),
  'meeting.ready': command(HOSTS, v.object({}), (state) => decideReady(state)),
  'meeting.draft': command(HOSTS, v.object({}), (state) => {
    needPhase(state, 'ready');
    return [phase('draft')];
  }),
  'meeting.open': command(HOSTS, v.object({}), (state) => {
    needPhase(state, 'ready');
    return [phase('live')];
  }),
  'meeting.pause': command(HOSTS, v.object({ note: v.nullable(text(120)) }), (state, { note }) => {
    needPhase(state, 'live');
    return [{ type: 'meeting-paused', data: {}, private: { note } }];
  }),
  'meeting.resume': command(HOSTS, v.object({}), (state) => {
    needPhase(state, 'paused');
    return [{ type: 'meeting-resumed', data: {} }];
  }),
  'meeting.close': command(HOSTS, v.object({}), (state, _body, _actor, { now }) => {
    needPhase(state, 'live', 'paused');
    if (state.agenda.onStage !== null) refuse('turn-on-stage', { unit: state.agenda.onStage });
    return [...publishLeft(state, leftToPublish(state)), phase('closed'), announcement(state, now)];
  }),
  'meeting.reopen': command(['owner'], v.object({ reason: Reason }), (state, { reason }) => {
    needPhase(state, 'closed');
    needNotFinal(state);
    return [{ type: 'meeting-phase', data: { to: 'live' }, private: { reason } }];
  }),
};

function takeLine({ meeting }: State, line: string): void {
  meeting.line = line;
  meeting.lines.push(line);
}

export const meetingFolds = {
  'meeting-created': (state, data: Created) => {
    Object.assign(state.meeting, data);
    takeLine(state, data.id);
  },
  'journal-restored': (state, { line }: { line: string }) => takeLine(state, line),
  'journal-moved': (state, { line }: { line: string }) => takeLine(state, line),
  'meeting-described': (state, info: Info) => {
    state.meeting.info = info;
  },
  'settings-set': (state, settings: Settings) => {
    // A journal of an earlier version lacks what was added since.
    state.meeting.settings = { ...DEFAULT_SETTINGS, ...settings };
  },
  'meeting-phase': (state, { to }: { to: Phase }, { at }) => {
    if (to === 'live') {
      state.meeting.openedAt ??= at;
      giveUp(state, at);
    }
    state.meeting.closedAt = to === 'closed' ? at : null;
    state.meeting.phase = to;
    if (to === 'closed') forgetClocks(state.agenda);
    // I8: nobody sits at a tablet any more, and what he gave is not left standing on it (V1).
    if (to === 'closed') state.kiosks.clear();
    state.meeting.note = null;
  },
  'meeting-paused': (state, data: { private?: { note: string | null } }, { at }) => {
    state.meeting.phase = 'paused';
    state.meeting.note = data.private?.note ?? null;
    freezeClocks(state, at);
  },
  'meeting-resumed': (state, _data: object, { at }) => {
    state.meeting.phase = 'live';
    state.meeting.note = null;
    thawClocks(state, at);
  },
} satisfies Folds;
