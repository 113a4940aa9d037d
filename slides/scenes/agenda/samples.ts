import type { AgendaRow } from '$assessment/view.ts';
import { NOW, UNITS, type Sample } from '../../sample.ts';
import { agendaOf } from './data.ts';

const rows = (count: number, over: number, on: boolean): AgendaRow[] =>
  Array.from({ length: count }, (_, at) => ({
    unit: `s${at}`,
    name: UNITS[(at * 7 + 4) % UNITS.length]?.name ?? '',
    street: '',
    stage: at < over ? 'published' : at === over && on ? 'reporting' : 'waiting',
    absent: at === 2 && over > 2,
  }));

export const samples: Sample<'agenda'>[] = [
  { title: '25 家，第 7 家在场上', data: agendaOf(rows(25, 6, true), NOW) },
  { title: '5 家，还没有开始', data: agendaOf(rows(5, 0, false), NOW) },
  { title: '125 家', data: agendaOf(rows(125, 40, false), NOW) },
];
