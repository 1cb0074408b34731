import { expect, it } from 'vitest';
import { changeRows, forecastChange } from '../../src/layers/forecastChange';

const figures = (code: string, previous: number, expected: number, lower: number, upper: number) => ({ area: { code }, previous, expected, lower, upper });
const rows = changeRows({ rising: { movers: [figures('a', 10, 40, 20, 60), figures('b', 10, 12, 5, 20)] }, falling: { movers: [figures('c', 50, 20, 10, 90)] } });

it('fills each area by its class and hatches those whose interval includes no change', () => {
  const { layers } = forecastChange((token) => `<${token}>`, rows, 0.8);
  expect(layers.map((l) => l.id)).toEqual(['forecast-change', 'forecast-change-hatch']);
  const [fill, hatch] = layers as unknown as { paint: Record<string, unknown>; filter?: unknown }[];
  expect(fill!.paint['fill-color']).toEqual(['match', ['get', 'code'], 'a', '<rise-3>', 'b', '<chg-0>', 'c', '<fall-3>', 'rgba(0,0,0,0)']);
  expect(fill!.paint['fill-opacity']).toEqual(['match', ['get', 'code'], 'a', 0.8, 'b', 0.48, 'c', 0.48, 0]);
  expect(hatch!.filter).toEqual(['in', ['get', 'code'], ['literal', ['b', 'c']]]);
  expect(hatch!.paint['fill-pattern']).toEqual(['match', ['get', 'code'], 'b', 'hatch-wide', 'c', 'hatch-wide-inverse', '']);
});

it('draws no hatch where all is sure', () => expect(forecastChange((t) => t, rows.slice(0, 1), 1).layers).toHaveLength(1));
