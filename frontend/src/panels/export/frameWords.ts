import { baselineInWords } from '../../state/baseline';
import { comparingOf } from '../../state/comparing';
import { dayInWords, toDay } from '../../state/days';
import { offencesInWords } from '../../state/filter';
import { layerText } from '../../state/layerNames';
import { lengthInWords, windowInWords, type TimeWindow } from '../../state/timeWindow';
import type { View } from '../../state/view';
import { shortVersion } from '../../state/words';
import type { Jurisdiction } from '../map/useMapModel';
import type { LayerData } from '../map/useWindowLayers';
import type { ExportLegend } from './exportLegends';
import type { Frame } from './mapFrame';

interface Run { id: string; codeVersion: string }

interface Asked {
  jurisdiction: Pick<Jurisdiction, 'name' | 'synthetic' | 'analysisCrs' | 'dataset' | 'offenceCategories'>;
  view: View;
  window: TimeWindow;
  /** The window compared with. */
  other: TimeWindow | null;
  kindName: string;
  metresPerPixel: number;
  legends: readonly ExportLegend[];
  runs: readonly Run[];
  /** Of the base map; null without one. */
  attribution: string | null;
}

/** The runs behind the layers that are on. */
export const runsOf = (view: View, data: LayerData): Run[] =>
  view.layers.flatMap(({ id }) => {
    const layer = id in data ? data[id as keyof LayerData] : undefined;
    return layer === undefined ? [] : ['run' in layer ? layer.run : layer.rising.run];
  });

/** What a map says of itself when it leaves the application: filter, window, data, run, date, CRS, attribution. */
export function frameWords({ jurisdiction: j, view, window: w, other, kindName, metresPerPixel, legends, runs, attribution }: Asked, today = new Date()): Omit<Frame, 'picture' | 'split'> & { split: { left: string; right: string } | null } {
  const names = view.layers.filter((l) => l.id !== 'areas').map((l) => layerText[l.id].name);
  const how = comparingOf(view);
  const code = runs[0]?.codeVersion;
  return {
    title: `${names.toReversed().join(', ') || 'Areas'} of reported incidents, ${j.name}`,
    subtitle: [
      view.categories.length === 0 ? 'All offences' : offencesInWords(view.categories, j.offenceCategories), `${windowInWords(w)} (${lengthInWords(w)})`,
      ...(how === 'off' ? [] : [`against ${baselineInWords(w, view.vs)}`]), ...(kindName ? [`borders: ${kindName}`] : []),
    ].join(' · '),
    metresPerPixel, legends,
    split: how === 'swipe' && other ? { left: windowInWords(w), right: windowInWords(other) } : null,
    foot: [
      `Data version ${j.dataset.version}${j.dataset.completeThrough ? `, reports complete through ${dayInWords(toDay(j.dataset.completeThrough))}` : ''}${runs.length > 0 ? ` · run ${runs.map((r) => r.id.slice(0, 12)).join(', ')}` : ''}${code ? ` · code ${shortVersion(code)}` : ''}`,
      `Made on ${dayInWords(toDay(today.toISOString()))} with GeoCrime · drawn in EPSG:3857, computed in ${j.analysisCrs}; north is up, the scale holds at the middle`,
      `Reported incidents only: what was not reported is not on this map.${j.synthetic ? ' Made-up data.' : ''}${attribution ? ` Base map: ${attribution}` : ''}`,
    ],
  };
}
