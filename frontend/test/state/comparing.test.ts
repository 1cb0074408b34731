import { expect, it } from 'vitest';
import { compareBy, comparingOf } from '../../src/state/comparing';
import { parseView } from '../../src/state/view';

const view = (query: string) => parseView('/', `?${query}`);
const ids = (layers: { id: string }[]) => layers.map((l) => l.id);

it('is a swipe, a difference, or off', () => {
  expect(['swipe=20', 'layers=change,areas', ''].map((q) => comparingOf(view(q)))).toEqual(['swipe', 'difference', 'off']);
});

it('the difference takes the place of the fill, and gives it back to the density', () => {
  const difference = { ...view('layers=density,areas&swipe=20'), ...compareBy(view('layers=density,areas&swipe=20'), 'difference') };
  expect(difference.swipe).toBeNull();
  expect(ids(difference.layers)).toEqual(['change', 'areas']);
  expect(ids(compareBy(difference, 'off').layers)).toEqual(['density', 'areas']);
  expect(compareBy(difference, 'swipe')).toMatchObject({ swipe: 50 });
});

it('a swipe keeps the layers that are on and where its handle stands', () => {
  expect(compareBy(view('layers=hotspots&swipe=30'), 'swipe')).toEqual({ swipe: 30, layers: [{ id: 'hotspots', opacity: 1 }] });
});
