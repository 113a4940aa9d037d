/** Whole views that are asked for: one a turn, once for who asks twice, and none for who does not read. */
import type { Socket } from 'socket.io';
import { expect, test } from 'vitest';
import { AskedViews } from '../../realtime/asked-views.ts';
import type { Member } from '../../realtime/members.ts';
import type { Since } from '../../realtime/protocol-names.ts';

const member = (name: string, waits = 0): Member => ({
  socket: { id: name, conn: { writeBuffer: Array.from({ length: waits }) } } as unknown as Socket,
  who: { kind: 'device', session: name },
  ...{ audience: 'crowd', page: null, mine: '', awake: true, line: null },
});
const since = (n: number): Since => ({ journal: 'm-1', n });
const turn = () => new Promise((done) => setImmediate(done));

test('come one a turn of the loop, and once for who asks again before his turn', async () => {
  const sent: [string, Since | null][] = [];
  const views = new AskedViews(({ socket }, from) => sent.push([socket.id, from]));
  const [anna, bert] = [member('anna'), member('bert')];
  views.ask(anna, since(7));
  views.ask(bert, since(9));
  for (let times = 0; times < 12; times += 1) views.ask(anna, since(8));
  views.ask(bert, null);
  views.ask(bert, since(9));
  expect(sent).toEqual([]);
  await turn();
  expect(sent).toEqual([['anna', since(7)]]);
  await turn();
  expect(sent).toEqual([
    ['anna', since(7)],
    ['bert', null],
  ]);
  await turn();
  expect(sent).toHaveLength(2);
  views.ask(anna, since(8));
  await turn();
  expect(sent[2]).toEqual(['anna', since(8)]);
});

test('are not made for who has not taken what he was sent', async () => {
  const sent: string[] = [];
  const views = new AskedViews(({ socket }) => sent.push(socket.id));
  views.ask(member('deaf', 8), null);
  views.ask(member('slow', 7), null);
  await turn();
  await turn();
  expect(sent).toEqual(['slow']);
});
