import { DensityFramesDocument } from '../../api/generated';
import { useQuery } from '../../api/useQuery';
import { toIso } from '../../state/days';
import { incidentFilter } from '../../state/filter';
import { nextFrame } from '../timeline/usePlayback';
import type { DataSpan, TimeWindow } from '../../state/timeWindow';
import type { View } from '../../state/view';
import { pictureAddress } from './useSurfaces';

interface Asked {
  code: string;
  view: View;
  span: DataSpan | null;
  /** Days of the window that is played. */
  length: number;
  theme: 'light' | 'dark';
  /** The density is on the map, and its frames or the top of their scale are needed. */
  wanted: boolean;
}

/** Moments at which the whole history is looked at for its highest density. */
const moments = 60;
/** How many pictures are fetched ahead of the one on the screen. */
const aheadCount = 16;

/**
 * Density in space and time over the whole history: the top of the absolute scale, and a picture of any day. The kernel over
 * time has the variance of the window, so that a frame stands for the window around its day.
 */
export function useDensityFrames({ code, view, span, length, theme, wanted }: Asked) {
  const days = span ? span.completeThrough + 1 - span.from : 0;
  const asked = wanted && span && days > length;
  const { data, loading, stale } = useQuery(DensityFramesDocument, asked ? {
    code, filter: incidentFilter({ from: span.from, to: span.completeThrough + 1 }, view.categories),
    stepDays: Math.max(7, Math.ceil(days / moments)), timeBandwidthDays: Math.max(1, Math.round((10 * length) / Math.sqrt(12)) / 10), bandwidthMetres: view.parameters.bandwidth,
  } : null);
  const frames = data?.jurisdiction?.densityFrames;
  const url = frames?.frames[0]?.imageUrl;
  // Incidents per km² and 28 days, rounded up so that the bar ends at a figure one can say.
  const top = frames && frames.max > 0 ? roundUp(frames.max) : null;
  /** The picture of a window: the one of its middle day. */
  const address = (w: TimeWindow): string =>
    pictureAddress(url ?? '/', { at: toIso(Math.min(Math.floor((w.from + w.to) / 2), span?.completeThrough ?? 0)), theme, max: String(top) });
  return {
    /** They are on their way. */
    pending: asked === true && (loading || stale),
    ready: asked === true && !stale && url !== undefined && top !== null,
    top,
    box: frames?.imageBounds,
    address,
    /** Pictures of the windows that are played next. */
    ahead: (w: TimeWindow, step: number): string[] => {
      const list: string[] = [];
      for (let next = w; span && list.length < aheadCount; list.push(address(next))) next = nextFrame(next, step, 'moving', span);
      return list;
    },
  };
}

/** The first of 1, 1.5, 2, 3, 5, 7, 10 × 10ⁿ that is not below a positive number. */
export function roundUp(max: number): number {
  const power = 10 ** Math.floor(Math.log10(max));
  return [1, 1.5, 2, 3, 5, 7, 10].map((m) => m * power).find((m) => m >= max) ?? 10 * power;
}
