/**
 * 朗读 · What the machine's own voice says. Loaded only in the elder layout.
 * Needs of the machines: Safari speaks inside a tap, so `say` never waits; voices are listed late or never, so a machine
 * without a list may still have one; Chrome stops long texts, so every sentence is an utterance; an utterance that
 * nobody holds is collected while it is spoken.
 */
import { language } from '../../text/index.ts';
import { keep, recall } from '../live/keep.ts';

const AUTO = 'dkc.aloud';
/** A voice that has not begun after this time, ms, does not come. */
const PATIENCE = 4000;

/** Sentences, with their marks; a long one is cut at its commas. */
export function sentences(words: string): string[] {
  const parts = words.match(/[^。！？!?；;\n]+[。！？!?；;]?/g) ?? [];
  return parts
    .flatMap((part) => (part.length > 60 ? (part.match(/[^，、,]+[，、,]?/g) ?? [part]) : [part]))
    .map((part) => part.trim())
    .filter((part) => /[^。！？!?；;，、,\s]/.test(part));
}

const speaks = (voice: SpeechSynthesisVoice, tongue: string): boolean => {
  const lang = voice.lang.toLowerCase().replace('_', '-');
  return tongue === 'en' ? lang.startsWith('en') : /^(zh|cmn|yue)\b/.test(lang);
};

export class Aloud {
  /** Who is being read now. */
  who = $state.raw<object | null>(null);
  /** Whether the machine has a voice for this language, or may have one. */
  may = $state(true);
  /** It was asked to speak and did not. */
  mute = $state(false);
  /** 自动朗读 · Only for whoever switched it on. */
  auto = $state(recall(AUTO) === '1');
  readonly #machine: SpeechSynthesis;
  #held: SpeechSynthesisUtterance[] = [];
  #late: ReturnType<typeof setTimeout> | undefined;

  constructor(machine: SpeechSynthesis) {
    this.#machine = machine;
    this.#look();
    // Safari before 16 has no addEventListener here.
    if ('addEventListener' in machine) machine.addEventListener('voiceschanged', () => this.#look());
    addEventListener('pagehide', () => this.stop());
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) this.stop();
    });
  }

  turn(on: boolean): void {
    this.auto = on;
    keep(AUTO, on ? '1' : '0');
    if (!on) this.stop();
  }

  /** Reads these words for `who`; whatever was being read is broken off. */
  say(words: string, who: object): void {
    this.stop();
    const tongue = language();
    const voice = this.#voices().find((one) => speaks(one, tongue));
    this.#held = sentences(words).map((sentence) => {
      const utterance = new SpeechSynthesisUtterance(sentence);
      utterance.lang = tongue;
      utterance.rate = 0.9;
      if (voice) utterance.voice = voice;
      return utterance;
    });
    const last = this.#held[this.#held.length - 1];
    if (!last) return;
    this.who = who;
    const mine = this.#held;
    const begun = () => {
      clearTimeout(this.#late);
      this.mute = false;
    };
    const over = () => {
      if (this.#held === mine) this.#quiet();
    };
    for (const one of mine) {
      one.onstart = begun;
      one.onerror = over;
      this.#machine.speak(one);
    }
    last.onend = over;
    // A page that was just loaded may not speak by itself; that says nothing about the machine.
    const tapped = !this.auto;
    this.#late = setTimeout(() => {
      if (this.#held !== mine) return;
      this.stop();
      this.mute = tapped;
    }, PATIENCE);
  }

  /** Silence; with `who`, only if it is he who is being read. */
  stop(who?: object): void {
    if (who !== undefined && this.who !== who) return;
    const speaking = this.#held.length > 0;
    this.#quiet();
    if (speaking || this.#machine.speaking || this.#machine.pending) this.#machine.cancel();
  }

  #quiet(): void {
    clearTimeout(this.#late);
    this.#held = [];
    this.who = null;
  }

  #voices(): SpeechSynthesisVoice[] {
    try {
      return this.#machine.getVoices();
    } catch {
      return [];
    }
  }

  #look(): void {
    const voices = this.#voices();
    this.may = voices.length === 0 || voices.some((one) => speaks(one, language()));
  }
}

export const aloud = new Aloud(speechSynthesis);
