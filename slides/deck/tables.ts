/**
 * What documents leave to their reader: Chinese, Japanese and Korean letters by the names of tables, and the fonts that
 * every PDF may count upon. Files of this hub, fetched when a document asks for them: a venue has no internet.
 */
const FILES: Record<string, string> = {
  ...import.meta.glob('../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
    query: '?url&no-inline',
    import: 'default',
    eager: true,
    exhaustive: true,
  }),
  ...import.meta.glob('../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
    query: '?url&no-inline',
    import: 'default',
    eager: true,
    exhaustive: true,
  }),
};
const BY_NAME = new Map(
  Object.entries(FILES).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1), url]),
);

/** In the place of pdf.js's own, which would look for a folder. */
export class Tables {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const url = BY_NAME.get(filename);
    if (url === undefined) throw new Error(filename);
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(filename);
    return new Uint8Array(await answer.arrayBuffer());
  }
}
