import { expect, it } from 'vitest';
import { raised, switched } from '../../src/state/layerNames';

const ids = (layers: { id: string }[]) => layers.map((l) => l.id);

it('replaces one fill by another, since one would hide the other', () => {
  expect(ids(switched([{ id: 'density', opacity: 0.9 }, { id: 'areas', opacity: 1 }], 'risk', true))).toEqual(['risk', 'areas']);
});

it('lays outlines and points over a fill', () => {
  expect(ids(switched([{ id: 'density', opacity: 0.9 }], 'clusters', true))).toEqual(['density', 'clusters']);
});

it('switches off only the layer asked for', () => {
  expect(ids(switched([{ id: 'density', opacity: 0.9 }, { id: 'areas', opacity: 1 }], 'density', false))).toEqual(['areas']);
});

it('lays a fill under all else, and hot spots over the borders that would cut their cells', () => {
  const on = [{ id: 'areas' as const, opacity: 1 }, { id: 'incidents' as const, opacity: 1 }];
  expect(ids(switched(on, 'density', true))).toEqual(['density', 'areas', 'incidents']);
  expect(ids(switched(on, 'hotspots', true))).toEqual(['areas', 'hotspots', 'incidents']);
  expect(ids(switched(on.slice(1), 'hotspots', true))).toEqual(['hotspots', 'incidents']);
});

it('raises and lowers a layer within the order, and no further than its ends', () => {
  const on = (['density', 'areas', 'clusters'] as const).map((id) => ({ id, opacity: 1 }));
  expect(ids(raised(on, 'density', 1))).toEqual(['areas', 'density', 'clusters']);
  expect(ids(raised(on, 'clusters', -2))).toEqual(['clusters', 'density', 'areas']);
  expect(ids(raised(on, 'clusters', 1))).toEqual(['density', 'areas', 'clusters']);
  expect(ids(raised(on, 'risk', 1))).toEqual(['density', 'areas', 'clusters']);
});
