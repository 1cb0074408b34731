import type { ChartTable } from '../../charts/chartFile';
import type { TrainingRun } from '../../api/useTrainingRun';

export type LossCurve = NonNullable<TrainingRun['training']>['curves'][number];

/** What a curve is called: "West, 1,826 steps" or "1,826 steps, network 2". */
export function curveName(curve: LossCurve, areaName: (code: string) => string): string {
  const training = curve.training.replace(/^\d+/, (steps) => Number(steps).toLocaleString('en-GB'));
  return curve.area === null ? training : `${curve.area === '' ? 'Whole city' : areaName(curve.area)}, ${training}`;
}

/** Loss by epoch as a table. */
export const lossTable = (curve: LossCurve): ChartTable => ({
  columns: ['epoch', 'training', 'held back'],
  rows: curve.epochs.map((e) => [e.epoch, e.training, e.heldBack]),
});

/** The epoch whose network is kept: the one with the lowest held-back loss, or the last where nothing was held back. */
export function keptEpoch(curve: LossCurve): number {
  const held = curve.epochs.filter((e) => e.heldBack !== null);
  const best = held.reduce<LossCurve['epochs'][number] | null>((least, e) => (least === null || e.heldBack! < least.heldBack! ? e : least), null);
  return (best ?? curve.epochs.at(-1))?.epoch ?? 0;
}

/** Round ticks that span least to most, about `wanted` of them; a loss may lie below 0 and its axis need not hold 0. */
export function lossTicks(least: number, most: number, wanted: number): number[] {
  const rough = Math.max((most - least) / wanted, 1e-9);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= rough)!;
  const from = Math.ceil(least / step - 1e-9);
  const to = Math.floor(most / step + 1e-9);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => +((from + i) * step).toPrecision(10));
}
