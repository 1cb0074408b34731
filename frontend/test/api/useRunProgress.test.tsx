// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { useRunProgress } from '../../src/api/useRunProgress';

afterEach(() => { cleanup(); vi.unstubAllGlobals(); });

/** A stream of server-sent events under the test's hand. */
function stream() {
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  const cancelled = vi.fn();
  const body = new ReadableStream<Uint8Array>({ start: (c) => { controller = c; }, cancel: cancelled });
  const say = (text: string) => controller.enqueue(new TextEncoder().encode(text));
  return {
    body, cancelled,
    next: (run: object) => say(`event: next\ndata: ${JSON.stringify({ data: { runProgress: run } })}\n\n`),
    fail: (message: string) => say(`event: next\ndata: ${JSON.stringify({ errors: [{ message }] })}\n\n`),
    complete: () => say('event: complete\ndata: \n\n'),
  };
}

const run = (progress: number, state = 'RUNNING') => ({ id: 'r1', state, progress, error: null });

it('tells each state as it comes, and ends with the run', async () => {
  const source = stream();
  const ask = vi.fn((_: string, init: RequestInit) => { expect(JSON.parse(init.body as string).variables).toEqual({ id: 'r1' }); return Promise.resolve(new Response(source.body)); });
  vi.stubGlobal('fetch', ask);
  const { result } = renderHook(() => useRunProgress('r1'));
  expect(result.current).toBeNull();
  await act(async () => source.next(run(0.25)));
  await waitFor(() => expect(result.current?.progress).toBe(0.25));
  await act(async () => { source.next(run(1, 'SUCCEEDED')); source.complete(); });
  await waitFor(() => expect(result.current?.state).toBe('SUCCEEDED'));
  expect(ask).toHaveBeenCalledTimes(1);
});

it('asks once for a run that two places show', async () => {
  const source = stream();
  const ask = vi.fn(() => Promise.resolve(new Response(source.body)));
  vi.stubGlobal('fetch', ask);
  const [one, two] = [renderHook(() => useRunProgress('r1')), renderHook(() => useRunProgress('r1'))];
  await act(async () => source.next(run(0.5)));
  await waitFor(() => expect([one.result.current?.progress, two.result.current?.progress]).toEqual([0.5, 0.5]));
  expect(ask).toHaveBeenCalledTimes(1);
});

it('does not ask again for a run that is not there', async () => {
  const source = stream();
  const ask = vi.fn(() => Promise.resolve(new Response(source.body)));
  vi.stubGlobal('fetch', ask);
  const { result } = renderHook(() => useRunProgress('r9'));
  await act(async () => source.fail('There is no run r9.'));
  await waitFor(() => expect(source.cancelled).toHaveBeenCalled());
  expect(result.current).toBeNull();
  expect(ask).toHaveBeenCalledTimes(1);
});

it('asks nothing without a run', () => {
  const ask = vi.fn();
  vi.stubGlobal('fetch', ask);
  expect(renderHook(() => useRunProgress(null)).result.current).toBeNull();
  expect(ask).not.toHaveBeenCalled();
});
