import { expect, it } from 'vitest';
import { FrameCache } from '../../src/api/frameCache';

/** A server whose answers come when the test says so. */
function slowServer() {
  const asked: string[] = [];
  const cancelled: string[] = [];
  const answers = new Map<string, (picture: ImageBitmap | Error) => void>();
  const load = (address: string, signal: AbortSignal) => new Promise<ImageBitmap>((resolve, reject) => {
    asked.push(address);
    answers.set(address, (p) => (p instanceof Error ? reject(p) : resolve(p)));
    signal.addEventListener('abort', () => { cancelled.push(address); reject(new Error('aborted')); });
  });
  return { asked, cancelled, load, answer: (address: string, picture: ImageBitmap | Error) => answers.get(address)!(picture) };
}

const picture = {} as ImageBitmap;
const settle = () => new Promise((r) => setTimeout(r));

it('fetches what comes next in its order, three at a time', async () => {
  const server = slowServer();
  const cache = new FrameCache(server.load);
  expect(cache.has('a', ['b', 'c', 'd'])).toBe(false);
  expect(server.asked).toEqual(['a', 'b', 'c']);
  server.answer('a', picture);
  await settle();
  expect(cache.has('a', ['b', 'c', 'd'])).toBe(true);
  expect(cache.get('a')).toBe(picture);
  expect(server.asked).toEqual(['a', 'b', 'c', 'd']);
});

it('asks for nothing that has arrived', async () => {
  const server = slowServer();
  const cache = new FrameCache(server.load);
  cache.has('a', []);
  server.answer('a', picture);
  await settle();
  cache.has('a', ['a']);
  expect(server.asked).toEqual(['a']);
});

it('cancels what is no longer ahead', async () => {
  const server = slowServer();
  const cache = new FrameCache(server.load);
  cache.has('a', ['b']);
  cache.has('x', []);
  await settle();
  expect(server.cancelled).toEqual(['a', 'b']);
  expect(cache.has('a', [])).toBe(false);
});

it('lets the show go on past a picture that failed', async () => {
  const server = slowServer();
  const cache = new FrameCache(server.load);
  cache.has('a', []);
  server.answer('a', new Error('HTTP 500'));
  await settle();
  expect(cache.has('a', [])).toBe(true);
  expect(cache.get('a')).toBeNull();
});
