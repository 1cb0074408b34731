import { switched } from './layerNames';
import { settingOf, type View } from './view';

/** How two windows are compared on the map. */
export type Comparing = 'off' | 'swipe' | 'difference';

export const comparingOf = (v: View): Comparing => (v.swipe !== null ? 'swipe' : settingOf(v, 'change') ? 'difference' : 'off');

/** What changes in the view for another way of comparing; where the difference goes, the density takes its place. */
export function compareBy(v: View, how: Comparing): Pick<View, 'swipe' | 'layers'> {
  if (how === 'difference') return { swipe: null, layers: switched(v.layers, 'change', true) };
  const layers = settingOf(v, 'change') ? switched(v.layers, 'density', true) : v.layers;
  return { swipe: how === 'swipe' ? (v.swipe ?? 50) : null, layers };
}
