// @vitest-environment jsdom
import { act, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useImage } from '../../src/api/useImage';

let calls: { address: string; answer: (status?: number) => void; signal: AbortSignal }[] = [];

beforeEach(() => {
  calls = [];
  vi.stubGlobal('createImageBitmap', async (blob: Blob) => ({ size: blob.size }));
  vi.stubGlobal('fetch', (address: string, { signal }: { signal: AbortSignal }) => new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    calls.push({ address, signal, answer: (status = 200) => resolve({ ok: status === 200, status, blob: async () => new Blob([address]) }) });
  }));
});
afterEach(() => vi.unstubAllGlobals());

const render = (address: string | null) => renderHook(({ a }: { a: string | null }) => useImage(a), { initialProps: { a: address } });

it('loads one picture at a time and skips those in between', async () => {
  const r = render('/1');
  for (const a of ['/2', '/3', '/4']) r.rerender({ a });
  expect(calls.map((c) => c.address)).toEqual(['/1']);
  await act(async () => calls[0]!.answer());
  await waitFor(() => expect(calls.map((c) => c.address)).toEqual(['/1', '/4']));
  expect(r.result.current.address).toBe('/1');
  await act(async () => calls[1]!.answer());
  await waitFor(() => expect(r.result.current.address).toBe('/4'));
});

it('gives up a slow picture that a newer one waits for', async () => {
  const r = render('/slow');
  r.rerender({ a: '/new' });
  await waitFor(() => expect(calls.map((c) => c.address)).toEqual(['/slow', '/new']));
  expect(calls[0]!.signal.aborted).toBe(true);
});

it('says when a picture failed, and asks nothing without an address', async () => {
  expect(render(null).result.current).toMatchObject({ image: null, failed: false });
  expect(calls).toEqual([]);
  const r = render('/missing');
  await act(async () => calls[0]!.answer(404));
  await waitFor(() => expect(r.result.current).toMatchObject({ image: null, failed: true }));
});
