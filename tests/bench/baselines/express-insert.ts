/** The design that everybody would write first: one POST, one INSERT, one fsync for each ballot. `FILE` is its database. */
import { createServer } from 'node:http';
import Database from 'better-sqlite3';
import express from 'express';
import { listen } from './listen.ts';

const db = new Database(process.env['FILE'] ?? '');
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('CREATE TABLE ballots (id TEXT PRIMARY KEY, body TEXT NOT NULL)');
const insert = db.prepare<[string, string]>('INSERT INTO ballots VALUES (?, ?)');

const app = express();
app.disable('x-powered-by');
app.disable('etag');
app.post('/ballots', express.json(), (request, response) => {
  const ballot = request.body as { id: string };
  insert.run(ballot.id, JSON.stringify(ballot));
  response.json({ ok: true, n: 1, receipt: '7K2M9QXA', repeated: false });
});

const server = createServer(app);
// The other's turn takes longer than Node keeps a connection that says nothing.
server.keepAliveTimeout = 0;
listen(server);
