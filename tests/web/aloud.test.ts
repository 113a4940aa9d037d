/** 朗读 · What is given to the machine's voice, and when it is silent. */
import { beforeEach, expect, test, vi } from 'vitest';

class Utterance {
  lang = '';
  rate = 1;
  voice: unknown = null;
  onstart: (() => void) | null = null;
  onend: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

class Machine {
  said: Utterance[] = [];
  cancelled = 0;
  speaking = false;
  pending = false;
  voices: { lang: string }[] = [];
  changed: (() => void) | null = null;
  getVoices = () => this.voices;
  speak = (one: Utterance) => void this.said.push(one);
  cancel = () => void (this.cancelled += 1);
  addEventListener = (_: string, listener: () => void) => (this.changed = listener);
}

const machine = new Machine();
vi.stubGlobal('speechSynthesis', machine);
vi.stubGlobal('SpeechSynthesisUtterance', Utterance);
vi.stubGlobal('addEventListener', () => undefined);
vi.stubGlobal('document', { addEventListener: () => undefined, hidden: false });
const { Aloud, sentences } = await import('../../web/lib/phone/aloud.svelte.ts');
const fresh = () => new Aloud(machine as unknown as SpeechSynthesis);

beforeEach(() => {
  machine.said = [];
  machine.cancelled = 0;
  machine.voices = [];
});

test('every sentence is spoken on its own, marks without words are not', () => {
  expect(sentences('第 2 项，共 4 项。正面回应，满分二十分。！还没有打分')).toEqual([
    '第 2 项，共 4 项。',
    '正面回应，满分二十分。',
    '还没有打分',
  ]);
});

test('a machine without a list of voices may have one; one with foreign voices alone has none, until they come', () => {
  expect(fresh().may).toBe(true);
  machine.voices = [{ lang: 'de-DE' }];
  const aloud = fresh();
  expect(aloud.may).toBe(false);
  machine.voices = [{ lang: 'de-DE' }, { lang: 'zh_CN' }];
  machine.changed?.();
  expect(aloud.may).toBe(true);
});

test('who is left is silent; what another page reads goes on', () => {
  const [aloud, one, other] = [fresh(), {}, {}];
  aloud.say('请听述职。', one);
  aloud.stop(other);
  expect(aloud.who).toBe(one);
  aloud.stop(one);
  expect([aloud.who, machine.cancelled]).toEqual([null, 1]);
});

test('a voice that never begins is said to be missing, and nothing waits for it', () => {
  vi.useFakeTimers();
  const aloud = fresh();
  aloud.say('请听述职。', {});
  vi.advanceTimersByTime(5000);
  expect([aloud.mute, aloud.who]).toEqual([true, null]);
  aloud.say('请听述职。', {});
  machine.said[1]?.onstart?.();
  vi.advanceTimersByTime(5000);
  expect([aloud.mute, aloud.who === null]).toEqual([false, false]);
  vi.useRealTimers();
});
