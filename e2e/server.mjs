// Serves a folder on this machine, as a publisher's static host would: `node server.mjs FOLDER PORT`.
import { createServer } from 'node:http';
import sirv from 'sirv';

const [folder, port] = process.argv.slice(2);
// `dev`: each file is looked up when it is asked for, so a new build needs no new server.
const files = sirv(folder, { dev: true });

createServer((request, response) => files(request, response, () => {
  response.statusCode = 404;
  response.end('Not found');
})).listen(Number(port), '127.0.0.1');
