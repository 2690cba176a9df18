// What a node-postgres application does, printed: argument 1 is the connection URL.
const { Client, Pool } = require('pg');

const show = (title, value) => console.log(`${title}: ${JSON.stringify(value)}`);

async function fails(client, title, ...query) {
  try {
    await client.query(...query);
    show(title, 'no error');
  } catch (error) {
    show(title, [error.code, error.message, error.position, error.column, error.table]);
  }
}

async function main(connectionString) {
  const client = new Client({ connectionString });
  await client.connect();
  for (let i = 0; i < 20; i++) {
    await client.query('INSERT INTO person (first_name, last_name) VALUES ($1, $2)', [`f${i}`, `l${i}`]);
  }
  const all = await client.query('SELECT * FROM person ORDER BY id LIMIT 2');
  show('fields', all.fields.map((f) => [f.name, f.dataTypeID]));
  show('rows', all.rows.map((row) => ({ ...row, id: 0 })));
  for (const value of ['l3', 'l4', 'none']) {
    const named = { name: 'by-last-name', text: 'SELECT first_name, last_name FROM person WHERE last_name = $1', values: [value] };
    show('named', (await client.query(named)).rows);
  }
  const array = await client.query({ text: 'SELECT last_name FROM person ORDER BY id LIMIT 3', rowMode: 'array' });
  show('array rows', array.rows);
  const many = await client.query("SELECT 1 AS one; SELECT last_name FROM person WHERE first_name = 'f1'; UPDATE person SET last_name = 'z' WHERE first_name = 'f1'");
  show('multi-statement', many.map((r) => [r.command, r.rowCount, r.rows]));
  await fails(client, 'not null', 'INSERT INTO person (first_name) VALUES ($1)', ['x']);
  await fails(client, 'undefined column', 'SELECT lastname FROM person');
  await fails(client, 'syntax', 'SELECT last_name FROM person GROUP');
  await client.query('BEGIN');
  await fails(client, 'in transaction', 'SELECT 1/0');
  await fails(client, 'aborted', 'SELECT last_name FROM person');
  await client.query('ROLLBACK');
  const heard = new Promise((resolve) => client.once('notification', (n) => resolve([n.channel, n.payload])));
  await client.query('LISTEN news');
  await client.query("NOTIFY news, 'payload'");
  show('notification', await heard);
  const big = 'y'.repeat(3000000);
  show('large', (await client.query('SELECT length($1::text) AS n', [big])).rows);
  await client.end();

  const pool = new Pool({ connectionString, max: 5 });
  const queries = Array.from({ length: 30 }, (_, i) => pool.query('SELECT last_name FROM person WHERE first_name = $1', [`f${i % 20}`]));
  show('pool', (await Promise.all(queries)).map((r) => r.rows.length).reduce((a, b) => a + b, 0));
  show('deleted', (await pool.query('DELETE FROM person')).rowCount);
  await pool.end();
}

main(process.argv[2]).catch((error) => {
  console.error(error);
  process.exit(1);
});
