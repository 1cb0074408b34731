import { expect, it } from 'vitest';
import { adjusted } from '../../src/charts/falseDiscovery';
import { offenceMix } from '../../src/state/offenceMix';

const rows = (of: Record<string, number>) => Object.entries(of).map(([code, incidents]) => ({ keys: [code], incidents }));

it('lists the offences of both windows, most reports first, with 0 where there were none', () => {
  const mix = offenceMix(rows({ theft: 30, arson: 2 }), rows({ theft: 28, fraud: 5 }));
  expect(mix.map((r) => [r.code, r.now, r.before])).toEqual([['theft', 30, 28], ['arson', 2, 0], ['fraud', 0, 5]]);
});

it('calls clear only what chance would give in fewer than one of twenty', () => {
  const mix = offenceMix(rows({ a: 100, b: 50, c: 10 }), rows({ a: 40, b: 52, c: 40 }));
  expect(mix.map((r) => r.verdict)).toEqual(['Clear rise', 'No clear change', 'Clear fall']);
});

it('is empty where nothing was reported', () => expect(offenceMix([], [])).toEqual([]));

it('adjusts p as R’s p.adjust(method = "BH") does', () => {
  // By hand: 0.01·4/1 = 0.04, 0.02·4/2 = 0.04, 0.03·4/3 = 0.04, 0.5·4/4.
  expect(adjusted([0.03, 0.01, 0.5, 0.02]).map((p) => +p.toFixed(6))).toEqual([0.04, 0.04, 0.5, 0.04]);
  expect(adjusted([0.9, 0.001])).toEqual([0.9, 0.002]);
  expect(adjusted([])).toEqual([]);
});
