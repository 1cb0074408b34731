import { expect, it } from 'vitest';
import { switched } from '../../src/state/layerNames';

const ids = (layers: { id: string }[]) => layers.map((l) => l.id);

it('replaces one fill by another, since one would hide the other', () => {
  expect(ids(switched([{ id: 'density', opacity: 0.9 }, { id: 'areas', opacity: 1 }], 'risk', true))).toEqual(['areas', 'risk']);
});

it('lays outlines and points over a fill', () => {
  expect(ids(switched([{ id: 'density', opacity: 0.9 }], 'clusters', true))).toEqual(['density', 'clusters']);
});

it('switches off only the layer asked for', () => {
  expect(ids(switched([{ id: 'density', opacity: 0.9 }, { id: 'areas', opacity: 1 }], 'density', false))).toEqual(['areas']);
});
