/**
 * Into which files the phones' modules go: few and large ones, because on a bad cell each file costs a header and is
 * compressed on its own. What a phone of one kind fetches together stands together; what two kinds share stands apart.
 */
interface Graph {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

const START = 'web/phone/main.ts';
const RUNTIME = /rolldown.runtime/;
const EXAMINER = ['web/lib/phone/Examiner.svelte'];
/** What an examiner's phone fetches ahead once it can score. */
const AHEAD = [
  'web/lib/phone/below/part.ts',
  'web/lib/phone/questions/part.ts',
  'web/lib/phone/records/part.ts',
  'web/lib/phone/help/part.ts',
  'web/lib/phone/notes/part.ts',
  'web/lib/phone/Results.svelte',
  'web/lib/phone/extras/Extras.svelte',
  'web/lib/phone/extras/page.ts',
];
const OTHERS = ['web/lib/phone/crowd/part.ts', 'web/lib/phone/member/part.ts'];
/** Only who has a photo, a PDF page or a promise before him fetches these. */
const APART = /pdfjs|@noble|phone\/pictures\/(?:shrink|pdf|\w+-part)/;

/** The modules that come with these, `import()` not counted. */
function closure(graph: Graph, roots: readonly string[]): Set<string> {
  const found = new Set<string>();
  const open = [...roots];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
  }
  return found;
}

/** @param here the file of a path of this project */
export function phoneChunks(here: (path: string) => string): (id: string, graph: Graph) => string | null {
  let sets: Record<'start' | 'examiner' | 'ahead' | 'others', Set<string>> | null = null;
  return (id, graph) => {
    // The page names each file of the start: one less is a header less, and no chain of fetches.
    if (id === here(START) || RUNTIME.test(id)) return 'start';
    const of = (roots: readonly string[]) => closure(graph, roots.map(here));
    sets ??= { start: of([START]), examiner: of(EXAMINER), ahead: of(AHEAD), others: of(OTHERS) };
    if (APART.test(id)) return null;
    if (sets.start.has(id)) return 'start';
    const shared = sets.others.has(id);
    if (sets.examiner.has(id)) return shared ? 'stage' : 'examiner';
    if (sets.ahead.has(id)) return shared ? 'questions' : 'ahead';
    return null;
  };
}
