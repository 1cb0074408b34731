import { lazy, Suspense } from 'react';
import type { Drawing } from '../../layers/drawing';
import type { Palette } from '../../layers/palette';
import type { Rect } from '../../map/hideCoveredLabels';
import type { MapControls } from '../../map/MapCanvas';
import { SwipeHandle } from '../../map/SwipeHandle';
import { count } from '../../state/figures';
import { windowInWords, type TimeWindow } from '../../state/timeWindow';

const MapCanvas = lazy(() => import('../../map/MapCanvas').then((m) => ({ default: m.MapCanvas })));

interface Side { window: TimeWindow; reports: number | null }

interface Props {
  drawing: Drawing;
  labels: Drawing['sources'][string] | undefined;
  palette: Palette;
  padding: Rect;
  cards: readonly Rect[];
  width: number;
  /** The map under it. */
  leader: MapControls;
  /** Per cent of the free map. */
  position: number;
  /** The time brush is under a hand, or playing. */
  moving: boolean;
  /** Left and right of the line. */
  sides: readonly [Side, Side];
  onMove: (position: number) => void;
  onReady: (controls: MapControls) => void;
}

/** Where the line stands, px from the map's left. */
export const swipeAt = (padding: Rect, width: number, position: number): number => padding.left + ((width - padding.left - padding.right) * position) / 100;

/** The other window over the right part of the map, the line between, and which side is which. */
export function SwipeSide({ drawing, labels, palette, padding, cards, width, leader, position, moving, sides, onMove, onReady }: Props) {
  const at = swipeAt(padding, width, position);
  return (
    <>
      <div className="swipe-side" style={{ clipPath: `inset(0 0 0 ${at}px)` }} aria-hidden>
        <Suspense><MapCanvas {...{ drawing, labels, palette, padding, cards, leader, moving, onReady }} box={null} camera={null} fitted={false} /></Suspense>
      </div>
      {sides.map((side, i) => (
        <p key={i} className={`swipe-label ${i === 0 ? 'first' : 'second'}`} style={{ left: at }}>
          <b className="medium">{windowInWords(side.window)}</b><br />
          <span className="second">{side.reports === null ? 'no data so early' : `${count(side.reports)} reports`}</span>
        </p>
      ))}
      <SwipeHandle left={padding.left} right={width - padding.right} position={position} onMove={onMove} />
    </>
  );
}
