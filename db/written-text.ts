/** Drafts on their way into the thread that commits them: as one text, three lines a draft, which is copied as it is. */
import { written, type Draft, type Written } from '../assessment/journal.ts';

/** @throws TypeError where a draft has no JSON form. */
export function spelled(drafts: readonly Draft[]): string {
  let text = '';
  for (const draft of drafts) {
    const { before, after, private: secret = '' } = written(draft);
    text += `${before}\n${after}\n${secret}\n`;
  }
  return text;
}

/** What `spelled` was given, as it is written. */
export function read(text: string): Written[] {
  const lines = text.split('\n');
  const all: Written[] = [];
  for (let at = 0; at + 3 < lines.length; at += 3) {
    const [before, after, secret] = [lines[at]!, lines[at + 1]!, lines[at + 2]!];
    // No JSON is an empty text.
    all.push(secret === '' ? { before, after } : { before, after, private: secret });
  }
  return all;
}
