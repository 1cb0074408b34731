import { bandName, bands, bandToken, certaintyOf } from '../../layers/risk';
import { binCounts, binLevel, bins, binToken } from '../../layers/hotspots';
import { patternCode, patterns, patternToken, sides } from '../../layers/emerging';
import { placeClasses, repeatClasses, stabilityClasses } from '../../layers/places';
import { changeRows } from '../../layers/forecastChange';
import { volumes } from '../../layers/contours';
import { dayInWords, toDay } from '../../state/days';
import { count, metres, squareKm } from '../../state/figures';
import { nearbyVerdict } from '../../state/nearby';
import { changeBorders, changeTokens as forecastTokens } from '../../state/movers';
import { layerText } from '../../state/layerNames';
import type { LayerId } from '../../state/view';
import { sentenceCase } from '../../state/words';
import { changeTicks, changeTokens } from '../rail/ChangeLegend';
import { ticksOf } from '../rail/DensityLegend';
import type { Inputs } from '../map/layerInputs';

/** A legend as data, for pictures that leave the application. */
export interface ExportLegend {
  name: string;
  /** What is shown, with its unit and period. */
  unit: string;
  /** A continuous bar: its tokens, and ticks by per cent of its length. */
  bar?: { tokens: readonly string[]; ticks: readonly { at: number; words: string }[] };
  /** Classes side by side, each with its token and words. */
  classes?: readonly { token: string; words: string }[];
  /** n, parameters, uncertainty. */
  notes: readonly string[];
}

/** The legends of all layers that are on, topmost first; layers without data or legend are left out. */
export const exportLegends = (i: Inputs): ExportLegend[] =>
  i.view.layers.toReversed().map((l) => exportLegend(l.id, i)).filter((l) => l !== null);

function exportLegend(id: LayerId, i: Inputs): ExportLegend | null {
  const { density, contours, change, hotspots, stability, clusters, emerging, nearRepeat, nearby, places, risk, forecastChange } = i.data;
  const legend = (rest: Omit<ExportLegend, 'name'>): ExportLegend => ({ name: layerText[id].name, ...rest });
  switch (id) {
    case 'density': {
      const ranks = i.view.options.scale === 'percentile';
      return density ? legend({
        unit: ranks ? `Percentile of the cells by reported incidents per km², ${i.period}` : `Reported incidents per km², ${i.period}`,
        bar: { tokens: [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `seq-${n}`), ticks: ranks ? [0, 25, 50, 75, 100].map((at) => ({ at, words: String(at) })) : ticksOf(i.top) },
        notes: [`n = ${count(density.incidents)} with a position; Gaussian kernel, bandwidth ${metres(density.bandwidthMetres)}`],
      }) : null;
    }
    case 'contours': return contours ? legend({
      unit: `Ground that holds a share of the reported incidents, ${i.period}`,
      notes: [`The thicker the line, the smaller the share: ${volumes.map((v) => v.volume).join(', ')} %`, `n = ${count(contours.incidents)} with a position; bandwidth ${metres(contours.bandwidthMetres)}`],
    }) : null;
    case 'change': return change ? legend({
      unit: `Reported incidents ${i.view.options.measure === 'ratio' ? 'as a multiple of those in' : 'per km² more or fewer than in'} ${dayInWords(toDay(change.window.baselineFrom))} – ${dayInWords(toDay(change.window.baselineTo) - 1)}`,
      bar: { tokens: changeTokens, ticks: changeTicks(change.maxDifference, i.view.options.measure).map((words, n, all) => ({ at: (100 * n) / (all.length - 1), words })) },
      notes: [`Faint: no clear change at a false discovery rate of 5 %. Clearly denser on ${squareKm(change.risenSquareKilometres)}, thinner on ${squareKm(change.fallenSquareKilometres)}`, `n = ${count(change.incidents)} against ${count(change.before)}; bandwidth ${metres(change.bandwidthMetres)}`],
    }) : null;
    case 'hotspots': {
      if (i.view.options.sure === 'settings') return stability ? legend({
        unit: `Significant in per cent of ${stability.settings} settings, ${i.period}`,
        classes: [...stabilityClasses.toReversed().map((c) => ({ token: `cold-${c.strength}`, words: c.words })), ...stabilityClasses.map((c) => ({ token: `hot-${c.strength}`, words: c.words }))],
        notes: ['Cold to the left, hot to the right'],
      }) : null;
      const counts = hotspots && binCounts(hotspots.cells, hotspots.units);
      return counts ? legend({
        unit: `Getis-Ord Gi*, cold to hot, confidence, ${i.period}`,
        classes: bins.map((b) => ({ token: binToken(b), words: `${binLevel(b)}: ${count(counts.get(b)!)}` })),
        notes: [`Cells of each class, n = ${count(hotspots!.units)}; exact p at a controlled false discovery rate`],
      }) : null;
    }
    case 'clusters': return clusters ? legend({ unit: `Outlines of clusters of reported incidents, ${i.period}`, notes: [`${count(clusters.clusters.length)} clusters; n = ${count(clusters.clustered + clusters.noise)} with a position; at least ${i.view.parameters.minPoints}${i.view.options.clusters === 'hdbscan' ? ' in a cluster' : ` within ${metres(i.view.parameters.epsilon)}`}`] }) : null;
    case 'emerging': {
      if (!emerging) return null;
      const cells = new Map(emerging.patterns.map((p) => [p.pattern, p.cells]));
      return legend({
        unit: `Pattern of reported incidents, ${emerging.steps} steps of four weeks`,
        classes: sides.flatMap((side) => patterns.map((p) => ({ token: patternToken(p, side), words: `${sentenceCase(p)} ${side}: ${count(cells.get(patternCode(p, side)) ?? 0)}` }))),
        notes: ['Cells of each pattern; those without one are not drawn'],
      });
    }
    case 'nearRepeat': return nearRepeat ? legend({ unit: `Chance of another report nearby, on ${dayInWords(toDay(nearRepeat.asOf))}`, classes: repeatClasses.map((c, n, all) => ({ token: c.token, words: n === 0 ? 'lower' : n === all.length - 1 ? 'higher' : '' })), notes: [`n = ${count(nearRepeat.incidents)} with a position; Knox test`] }) : null;
    case 'places': return places ? legend({ unit: `Leading cells for reported incidents, 28 days from ${dayInWords(toDay(places.asOf))}`, classes: placeClasses.map((c) => ({ token: c.token, words: `${100 * c.share} %` })), notes: [`First of ${count(places.units)} cells`, places.scorecard.note].filter(Boolean) }) : null;
    case 'risk': return risk ? legend({
      unit: `Score among ${risk.scores.length} areas, next ${i.view.parameters.horizon} days; the number is the rank`,
      classes: bands.map((b) => ({ token: bandToken(b), words: `${bandName(b)}: ${count(risk.scores.filter((s) => s.band === b).length)}` })),
      notes: [`Hatched: the band is less than 80 % sure (${count(risk.scores.filter((s) => certaintyOf(s.bandProbability) !== 'sure').length)} areas)`, risk.scorecard.note].filter(Boolean),
    }) : null;
    case 'forecastChange': {
      if (!forecastChange) return null;
      const rows = changeRows(forecastChange);
      const bounds = changeBorders(rows.map((r) => r.difference)).map((b) => (Number.isInteger(b) ? count(b) : b.toFixed(1)));
      return legend({
        unit: `Reports expected in the next ${i.view.parameters.horizon} days, more or fewer than ${i.view.vs === 'before' ? `in the last ${i.view.parameters.horizon}` : 'in the same days a year before'}`,
        classes: forecastTokens.map((token, n) => ({ token, words: [`under −${bounds[2]}`, `−${bounds[2]}`, `−${bounds[1]}`, 'about 0', `+${bounds[0]}`, `+${bounds[1]}`, `over +${bounds[2]}`][n]! })),
        notes: [`Hatched: the 80 % interval includes no change (${rows.filter((r) => !r.sure).length} of ${rows.length} areas)`, forecastChange.rising.scorecard.note].filter(Boolean),
      });
    }
    case 'nearby': return nearby ? legend({ unit: `${sentenceCase(nearby.kind.label)}, n = ${count(nearby.kind.places)}, as rings`, notes: [nearbyVerdict(nearby), `n = ${count(nearby.incidents)} reports with a position in the city, ${i.period}`].filter((note) => note !== null) }) : null;
    case 'incidents': return legend({ unit: `Reported incidents, ${i.period}`, notes: [`n = ${count(i.reports)}; drawn where they have a position`] });
    case 'areas': return null;
  }
}
