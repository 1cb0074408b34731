// @vitest-environment jsdom
import { act, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { JurisdictionDocument } from '../../src/api/generated';
import { forgetAll } from '../../src/api/recent';
import { useQuery } from '../../src/api/useQuery';

interface Call { code: string; answer: (name: string) => void; signal: AbortSignal }
let calls: Call[] = [];

beforeEach(() => {
  calls = [];
  forgetAll();
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => new Promise<Response>((resolve, reject) => {
    const { variables } = JSON.parse(init.body as string) as { variables: { code: string } };
    init.signal!.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    calls.push({ code: variables.code, signal: init.signal!, answer: (name) => resolve(new Response(JSON.stringify({ data: { jurisdiction: { name } } }))) });
  }));
});
afterEach(() => vi.unstubAllGlobals());

const render = (code: string | null) =>
  renderHook(({ code: c }: { code: string | null }) => useQuery(JurisdictionDocument, c === null ? null : { code: c }), { initialProps: { code } });
const name = (r: ReturnType<typeof render>) => (r.result.current.data?.jurisdiction as { name: string } | undefined)?.name;

it('keeps the last answer, marked stale, until the next arrives', async () => {
  const r = render('a');
  expect(r.result.current.loading).toBe(true);
  act(() => calls[0]!.answer('A'));
  await waitFor(() => expect(name(r)).toBe('A'));
  r.rerender({ code: 'b' });
  expect(r.result.current).toMatchObject({ stale: true, loading: true });
  expect(name(r)).toBe('A');
  await waitFor(() => expect(calls.length).toBe(2));
  act(() => calls[1]!.answer('B'));
  await waitFor(() => expect(name(r)).toBe('B'));
  expect(r.result.current.stale).toBe(false);
});

it('sends only the first and the newest of a fast series, one at a time', async () => {
  const r = render('a');
  for (const code of ['b', 'c', 'd']) r.rerender({ code });
  expect(calls.map((c) => c.code)).toEqual(['a']);
  act(() => calls[0]!.answer('A'));
  await waitFor(() => expect(calls.map((c) => c.code)).toEqual(['a', 'd']));
});

it('cancels a slow request that a newer one waits for', async () => {
  const r = render('a');
  r.rerender({ code: 'b' });
  await waitFor(() => expect(calls.map((c) => c.code)).toEqual(['a', 'b']));
  expect(calls[0]!.signal.aborted).toBe(true);
});

it('remembers answers, so that going back asks nothing', async () => {
  const r = render('a');
  act(() => calls[0]!.answer('A'));
  await waitFor(() => expect(name(r)).toBe('A'));
  r.rerender({ code: 'b' });
  await waitFor(() => expect(calls.length).toBe(2));
  act(() => calls[1]!.answer('B'));
  await waitFor(() => expect(name(r)).toBe('B'));
  r.rerender({ code: 'a' });
  await waitFor(() => expect(name(r)).toBe('A'));
  expect(calls.length).toBe(2);
});

it('asks nothing without variables', () => {
  const r = render(null);
  expect(calls).toEqual([]);
  expect(r.result.current).toMatchObject({ loading: false, data: undefined });
});

it('says when it will try a silent server again', async () => {
  vi.stubGlobal('fetch', vi.fn(async () => { throw new TypeError('refused'); }));
  const r = render('a');
  await waitFor(() => expect(r.result.current.error?.message).toContain('refused'));
  expect(r.result.current.retryAt).toBeGreaterThan(Date.now());
});

it('does not let a late answer replace a remembered newer one', async () => {
  const r = render('a');
  act(() => calls[0]!.answer('A'));
  await waitFor(() => expect(name(r)).toBe('A'));
  r.rerender({ code: 'b' });
  await waitFor(() => expect(calls.length).toBe(2));
  r.rerender({ code: 'a' });
  await act(async () => calls[1]!.answer('B'));
  expect(name(r)).toBe('A');
  expect(r.result.current).toMatchObject({ stale: false, loading: false });
});

it('keeps the last answer, marked stale, when the next question fails', async () => {
  const r = render('a');
  act(() => calls[0]!.answer('A'));
  await waitFor(() => expect(name(r)).toBe('A'));
  vi.stubGlobal('fetch', vi.fn(async () => new Response('{"errors":[{"message":"broken"}]}')));
  r.rerender({ code: 'b' });
  await waitFor(() => expect(r.result.current.error?.message).toBe('broken'));
  expect(r.result.current).toMatchObject({ stale: true, loading: false });
  expect(name(r)).toBe('A');
});

it('gives up on request, keeps what was there, and can ask again', async () => {
  const r = render('a');
  act(() => calls[0]!.answer('A'));
  await waitFor(() => expect(name(r)).toBe('A'));
  r.rerender({ code: 'b' });
  await waitFor(() => expect(calls.length).toBe(2));
  act(() => r.result.current.stop());
  expect(calls[1]!.signal.aborted).toBe(true);
  expect(r.result.current).toMatchObject({ loading: false, error: { name: 'Stopped' } });
  expect(name(r)).toBe('A');
  act(() => r.result.current.retry());
  await waitFor(() => expect(calls.length).toBe(3));
  act(() => calls[2]!.answer('B'));
  await waitFor(() => expect(name(r)).toBe('B'));
  expect(r.result.current.error).toBeUndefined();
});
