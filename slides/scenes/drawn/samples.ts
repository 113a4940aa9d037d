import { drawSample, SECRET } from '../../draw/sample.ts';
import { NOW, type Sample } from '../../sample.ts';
import { drawnOf, type DrawnData } from './data.ts';

const two = (figure: number): string => String(figure).padStart(2, '0');

/** As many examiners of every category. */
const examiners = (each: number) =>
  ['党员代表', '老党员代表', '人大代表', '政协委员', '群众代表', '媒体代表', '其他党组织负责人'].flatMap(
    (category, group) =>
      Array.from({ length: each + (group % 3) }, (_, at) => ({
        id: `${group}-${at}`,
        label: `${category} ${two(at + 1)}`,
      })),
  );
const questions = Array.from({ length: 12 }, (_, at) => ({ id: `q${at}`, label: `停车难，第 ${at + 1} 问` }));

const drawn = (more: Partial<DrawnData>): DrawnData => ({
  purpose: 'questioner',
  label: '群众代表 08',
  passedOver: [],
  items: 46,
  number: 77,
  secret: SECRET,
  falling: null,
  ...more,
});

const falling = (
  purpose: DrawnData['purpose'],
  items: { id: string; label: string }[],
  ago: number,
): DrawnData => drawnOf(drawSample(purpose, items, 77, ago), NOW) ?? drawn({});

export const samples: Sample<'drawn'>[] = [
  { title: '提问人', data: drawn({}) },
  { title: '四十八位考官，抽签过半', data: falling('questioner', examiners(6), 3400) },
  { title: '三百位考官，抽签快完', data: falling('questioner', examiners(42), 5000) },
  { title: '十二个问题，抽签过半', data: falling('question', questions, 3400) },
  {
    title: '顺延两位',
    data: drawn({ label: '其他党组织负责人 06', passedOver: ['群众代表 08', '老党员代表 02'] }),
  },
  {
    title: '问题',
    data: drawn({
      purpose: 'question',
      label: '旧工业区更新进行到哪一步，签约率多少？还差多少户？',
      items: 12,
      number: 504_112,
    }),
  },
];
