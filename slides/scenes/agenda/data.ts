import type { AgendaRow } from '$assessment/view.ts';
import { sharedEnding, shortName } from '../../names.ts';
import { pageOf } from '../../pages.ts';
import { nextUnit } from '../../unit.ts';
import { layoutOf, type Slip } from '../lots/data.ts';

export interface AgendaData {
  slips: Slip[];
  /** Names too long to hang side by side stand in lines. */
  listed: boolean;
  /** What all names end in; said in the heading. */
  ending: string;
  /** The unit on stage, else the one that comes up next. */
  next: string | null;
  onStage: boolean;
  total: number;
  /** How many have left the stage. */
  over: number;
  page: number;
  pages: number;
}

const isOver = ({ stage, absent }: AgendaRow): boolean =>
  stage === 'locked' || stage === 'published' || absent;

/** The order of turns as it stands: by lot, or as the hosts arranged it. */
export function agendaOf(agenda: readonly AgendaRow[], now: number): AgendaData {
  const ending = sharedEnding(agenda.map(({ name }) => name));
  const slips = agenda.map((row, at): Slip => {
    const { unit, name } = row;
    return { unit, name, place: at + 1, short: shortName(name, ending), over: isOver(row) };
  });
  const onStage = agenda.find((row) => row.stage !== 'waiting' && !isOver(row));
  const { size, listed } = layoutOf(slips);
  const { shown, page, pages } = pageOf(slips, size, now);
  return {
    slips: shown,
    listed,
    ending,
    next: (onStage ?? nextUnit(agenda.filter((row) => !isOver(row))))?.unit ?? null,
    onStage: onStage !== undefined,
    total: slips.length,
    over: slips.filter((slip) => slip.over).length,
    page,
    pages,
  };
}
