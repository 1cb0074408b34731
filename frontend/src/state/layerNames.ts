import type { LayerId, LayerSetting } from './view';

interface LayerText {
  name: string;
  /** One sentence that says what the layer shows. */
  sentence: string;
  /** How it is computed and where that is published; null where there is nothing to compute. */
  definition: string | null;
}

export const layerText: Record<LayerId, LayerText> = {
  density: {
    name: 'Density',
    sentence: 'How closely reports lie together, smoothed.',
    definition: 'Each report is spread by a Gaussian kernel whose standard deviation is the bandwidth; the sum is read in reports per km². Unless you choose another, the bandwidth follows Scott’s rule on all reports, so that filters and periods compare. Silverman (1986), Density Estimation.',
  },
  contours: {
    name: 'Contours',
    sentence: 'The smallest ground that holds a given share of the reports.',
    definition: 'Volume contours of the density surface: cells are taken from the densest down until they hold 50, 75, 90 and 95 % of its volume; the line is drawn at the density of the last one.',
  },
  change: {
    name: 'Change',
    sentence: 'Where reports lie denser or thinner than in another window.',
    definition: 'The density of this window less that of the other, both with one bandwidth and per day. A change counts as clear where two Poisson counts in the kernel’s window differ by more than chance (Gu et al. 2008, W₅), held to a false discovery rate of 5 % over the city; elsewhere it is drawn faint. Days after the last complete one are left out.',
  },
  hotspots: {
    name: 'Hot spots',
    sentence: 'Cells with more, or fewer, reports nearby than chance would give.',
    definition: 'Getis-Ord Gi* over hexagons, squares or areas and their neighbours. Classes come from an exact p-value held to a false discovery rate of 10, 5 and 1 % (Benjamini-Hochberg), because z alone finds hot cells in random cities too. Ord & Getis (1995); Caldas de Castro & Singer (2006).',
  },
  clusters: {
    name: 'Clusters',
    sentence: 'Places where many reports lie within walking distance of each other.',
    definition: 'DBSCAN: a report with enough others within the radius starts a cluster, and clusters grow from neighbour to neighbour; ST-DBSCAN asks for nearness in days too; HDBSCAN* finds clusters at whatever density each stands out. Outlines are concave hulls of the members, half a radius wider. Ester et al. (1996); Birant & Kut (2007); Campello et al. (2013).',
  },
  emerging: {
    name: 'Emerging',
    sentence: 'Cells that became, or stayed, hotter or colder than the city over two years.',
    definition: 'Getis-Ord Gi* in each step of four weeks, its neighbours in place and in the step before; significance from an exact p held to a false discovery rate; then the Mann-Kendall trend of the steps. The table of the 17 patterns is in the documentation. Getis & Ord (1992); Mann (1945); Kendall (1975).',
  },
  nearRepeat: {
    name: 'Near repeats',
    sentence: 'Where a recent report raises the chance of another nearby.',
    definition: 'Knox test: pairs of reports near in both place and time, beside the mean over random orders of their days. The zones add 1/(1 + d/100 m) · 1/(1 + age/7 days) over recent reports. Knox (1964); Townsley et al. (2003).',
  },
  places: {
    name: 'Places to come',
    sentence: 'The cells that are expected to hold most of the reports of the next 28 days.',
    definition: 'Each cell’s own recent reports, its long history and its neighbours, each shrunk to the others by what past windows say. The badge compares it with last year’s counts and recency-weighted counts on twelve past windows (hit rate, PAI, PEI*).',
  },
  risk: {
    name: 'Risk',
    sentence: 'Where most reports are expected, and why.',
    definition: 'A score 0–100 among the areas of one kind: expected volume, recent momentum against the season, share in hot cells and severity, each ranked on a robust scale and weighted. The interval comes from joint sample paths of the forecasts. It ranks areas; it does not judge them.',
  },
  forecastChange: {
    name: 'Forecast change',
    sentence: 'Where more, and where fewer, reports are expected than before.',
    definition: 'The forecast total of each area less the reports of the same window last year, or of the window before. Areas whose 80 % interval includes no change are drawn at 60 % and hatched. Each area’s forecast is the best by rolling-origin backtest; the badge says how it does beside the plain alternative.',
  },
  nearby: {
    name: 'Nearby places',
    sentence: 'Places that may draw reports, and whether reports lie closer to them than chance would have it.',
    definition: 'Density of reports by distance to the nearest place, with an exact binomial test against the ground; cross-K: places within a distance of each report, beside as many draws from all reports or from the ground (95 % envelope of 199); bivariate Moran’s I over cells of 250 m. Nearness says what goes together, not why: places and reports may both follow streets and people. Ripley (1977); Diggle (2013); Wartenberg (1985).',
  },
  incidents: { name: 'Incidents', sentence: 'Every report that has a position.', definition: null },
  areas: { name: 'Areas', sentence: 'Borders and names.', definition: null },
};

export const layerGroups: readonly { title: string; layers: readonly LayerId[] }[] = [
  { title: 'Where reports concentrate', layers: ['density', 'contours', 'hotspots', 'clusters', 'change', 'emerging', 'nearRepeat'] },
  { title: 'What to expect', layers: ['risk', 'forecastChange', 'places'] },
  { title: 'Reference', layers: ['nearby', 'incidents', 'areas'] },
];

/** Layers that fill the land: one at a time, since each would hide the other. */
export const fills: readonly LayerId[] = ['density', 'hotspots', 'change', 'emerging', 'nearRepeat', 'risk', 'places', 'forecastChange'];
const firstOpacity: Record<LayerId, number> = { density: 0.9, contours: 1, hotspots: 0.9, clusters: 1, change: 0.9, emerging: 0.95, nearRepeat: 0.9, places: 0.9, forecastChange: 1, risk: 1, nearby: 1, incidents: 1, areas: 1 };

/**
 * The layer settings, lowest drawn first, after one layer was switched. A fill goes under all that is on, so that it hides
 * nothing; hot spots over the borders, which would cut their cells; anything else on top.
 */
export function switched(layers: readonly LayerSetting[], id: LayerId, on: boolean): LayerSetting[] {
  const others = layers.filter((l) => l.id !== id && !(on && fills.includes(id) && fills.includes(l.id)));
  if (!on) return others;
  const setting = { id, opacity: firstOpacity[id] };
  if (!fills.includes(id)) return [...others, setting];
  const at = id === 'hotspots' ? others.findIndex((l) => l.id === 'areas') + 1 : 0;
  return others.toSpliced(at, 0, setting);
}

/** The settings after one layer was moved in the order of drawing. @param by 1 = one step up, towards the eye. */
export function raised(layers: readonly LayerSetting[], id: LayerId, by: number): LayerSetting[] {
  const at = layers.findIndex((l) => l.id === id);
  const to = Math.min(Math.max(at + by, 0), layers.length - 1);
  return at < 0 ? [...layers] : layers.toSpliced(at, 1).toSpliced(to, 0, layers[at]!);
}
