import { parse, validate, buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { events } from '../../src/api/events';
import { examples } from '../../src/graphiql/examples';

const stream = (...pieces: string[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      controller.close();
    },
  });

async function all(body: ReadableStream<Uint8Array>) {
  const found = [];
  for await (const result of events(body)) found.push(result);
  return found;
}

describe('events', () => {
  it('gives each next event, wherever the network cuts them, and stops at complete', async () => {
    const body = stream(':\n\nevent: next\nda', 'ta: {"data":{"a":"ä"}}\n', '\nevent: next\ndata: {"data":{"a":2}}\n\nevent: complete\ndata:\n\nevent: next\ndata: {}\n\n');
    expect(await all(body)).toEqual([{ data: { a: 'ä' } }, { data: { a: 2 } }]);
  });

  it('ends where the stream ends, and drops what was cut off', async () => {
    expect(await all(stream('event: next\ndata: {"data":{"a":1}}\n\nevent: next\ndata: {"da'))).toEqual([{ data: { a: 1 } }]);
    expect(await all(stream())).toEqual([]);
  });
});

describe('examples', () => {
  it('are valid against the served schema', () => {
    const schema = buildSchema(readFileSync('../backend/GeoCrime.Api/Schema/schema.graphql', 'utf8'));
    for (const example of examples('sample')) expect(validate(schema, parse(example.query))).toEqual([]);
  });
});
