/** Reads every row of the journal in `FILE` and parses it: what a start costs at the very least where everything is read. */
import Database from 'better-sqlite3';

const db = new Database(process.env['FILE'] ?? '', { readonly: true });
const rows = db.prepare<[], { body: string }>('SELECT n, body, hash FROM journal ORDER BY n').iterate();
let length = 0;
for (const { body } of rows) length = (JSON.parse(body) as { n: number }).n;
db.close();
console.log(length);
