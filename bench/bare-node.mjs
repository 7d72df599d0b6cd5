// (a) The least that can answer: Node's own HTTP server and pg, running the statements that the product runs for the
// same addresses, without a framework, without checking anything, without shaping the answer.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import pg from 'pg';

const { texts, requests } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const server = createServer(async (request, response) => {
  const phases = requests[request.url];
  if (phases === undefined) {
    response.writeHead(404).end();
    return;
  }
  const rows = [];
  for (const statements of phases) {
    const results = await Promise.all(
      statements.map(([name, values]) => pool.query({ name, text: texts[name], values })),
    );
    rows.push(results.map((result) => result.rows));
  }
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(rows));
});

server.listen(0, '127.0.0.1', () => process.send?.(server.address().port));
