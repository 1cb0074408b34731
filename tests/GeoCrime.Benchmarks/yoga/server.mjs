// Serves schema.graphql over the rows of a file, as graphql-yoga's documentation sets it up for node's http.
// Arguments: the file of rows. Writes the port on standard output once it listens.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';

const [rows, ...cells] = readFileSync(process.argv[2], 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
const schema = createSchema({
  typeDefs: readFileSync(new URL('schema.graphql', import.meta.url), 'utf8'),
  // Without resolvers of its own a field is the property of its name, and a scalar goes out as it is.
  resolvers: { Query: { rows: (_, { first }) => rows.slice(0, first), cells: () => cells } },
});
const server = createServer(createYoga({ schema, logging: false, graphiql: false, landingPage: false, maskedErrors: false }));
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
