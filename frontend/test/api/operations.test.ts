import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

it('asks only what the served schema answers', () => {
  const schema = buildSchema(read('../../../backend/GeoCrime.Api/Schema/schema.graphql'));
  expect(validate(schema, parse(['operations', 'pages'].map((file) => read(`../../src/api/${file}.graphql`)).join('\n'))).map((e) => e.message)).toEqual([]);
});
