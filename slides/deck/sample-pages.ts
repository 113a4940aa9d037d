/** Pages of decks that do not exist (演示数据), drawn here, so that the gallery needs neither a hub nor a file. */
import type { DeckPictures } from './pictures.ts';

const SHAPES: Record<string, [number, number]> = { wide: [1600, 900], old: [1440, 1080], tall: [1131, 1600] };
const LINES = [
  '承诺民生实事 12 件，已办结 11 件',
  '老街电动车充电棚 3 处建成启用',
  '码头公厕照明与无障碍改造完成',
  '渔排污水收集管网完成八成',
];

function head(draw: CanvasRenderingContext2D, width: number, unit: number): void {
  draw.fillStyle = '#f4f6f8';
  draw.fillRect(0, 0, width, 4000);
  draw.fillStyle = '#1f4e79';
  draw.fillRect(0, 0, width, unit * 1.9);
  draw.fillStyle = '#fff';
  draw.font = `700 ${unit}px sans-serif`;
  draw.fillText('今年办成的几件实事', unit, unit * 1.3);
}

function page(shape: string): HTMLCanvasElement {
  const [width, height] = SHAPES[shape] ?? SHAPES.wide!;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const draw = canvas.getContext('2d');
  if (!draw) return canvas;
  const unit = width / 18;
  head(draw, width, unit);
  draw.fillStyle = '#222';
  draw.font = `${unit * 0.62}px sans-serif`;
  LINES.forEach((line, at) => draw.fillText(`${at + 1}. ${line}`, unit, unit * (3.4 + at * 1.25)));
  const base = height - unit;
  [0.42, 0.56, 0.5, 0.71, 0.92].forEach((part, at) => {
    draw.fillStyle = at === 4 ? '#c55a11' : '#8aa9c4';
    const tall = part * (base - unit * 8.4);
    draw.fillRect(unit * (1.2 + at * 3.3), base - tall, unit * 2.2, tall);
  });
  return canvas;
}

const made = new Map<string, HTMLCanvasElement>();

/** A file is called by its shape: `wide`, `old` (4:3), `tall`. */
export const samplePictures: DeckPictures = {
  picture(file) {
    const known = made.get(file) ?? page(file);
    made.set(file, known);
    return known;
  },
  fit: () => undefined,
};
