// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { absolute, request } from '../../src/api/client';
import { isNotComputed, RequestFailed, ServerDown } from '../../src/api/errors';
import { JurisdictionsDocument } from '../../src/api/generated';

const answer = (body: string, status = 200) => vi.stubGlobal('fetch', vi.fn(async () => new Response(body, { status })));
const ask = () => request(JurisdictionsDocument, {});

afterEach(() => vi.unstubAllGlobals());

it('returns the data', async () => {
  answer('{"data":{"jurisdictions":[]}}');
  await expect(ask()).resolves.toEqual({ jurisdictions: [] });
});

it('fails with the server’s code, reference and what would compute the answer', async () => {
  answer('{"data":null,"errors":[{"message":"No stored run","extensions":{"code":"NOT_COMPUTED","id":"7f3a","start":{"model":"LSTM"}}}]}');
  const error = await ask().catch((e: unknown) => e);
  expect(error).toBeInstanceOf(RequestFailed);
  expect(error).toMatchObject({ code: 'NOT_COMPUTED', reference: '7f3a', start: { model: 'LSTM' } });
  expect(isNotComputed(error as RequestFailed)).toBe(true);
});

it('does not draw half an answer', async () => {
  answer('{"data":{"jurisdictions":[]},"errors":[{"message":"half"}]}');
  await expect(ask()).rejects.toThrow('half');
});

it('calls a gateway’s page and a broken line a silent server', async () => {
  answer('<html>502</html>', 502);
  await expect(ask()).rejects.toThrow(new ServerDown('HTTP 502'));
  vi.stubGlobal('fetch', vi.fn(async () => { throw new TypeError('Failed to fetch'); }));
  await expect(ask()).rejects.toThrow('The server does not answer: Failed to fetch');
});

it('leaves the placeholders of a tile address readable', () => {
  expect(absolute('/tiles/x/{z}/{x}/{y}.mvt')).toBe(`${location.origin}/tiles/x/{z}/{x}/{y}.mvt`);
});
