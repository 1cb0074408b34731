import { memo, useRef } from 'react';
import { dayInWords, firstOfYear, toIso, yearOf } from '../state/days';
import { count } from '../state/figures';
import type { WeeklyBins } from '../state/dailySeries';
import { clamp, lengthOf, windowInWords, type DataSpan, type TimeWindow } from '../state/timeWindow';
import { moved, type Grip } from './brush';
import type { ChartTable } from './chartFile';
import { countTicks, linear } from './scale';

interface Props {
  bins: WeeklyBins;
  span: DataSpan;
  window: TimeWindow;
  width: number;
  height: number;
  compact: boolean;
  /** A second window, that this one is compared with. */
  other?: TimeWindow | null;
  /** Every movement of the brush. */
  onDrag: (w: TimeWindow) => void;
  /** Its release. */
  onRelease: (w: TimeWindow) => void;
}

/** Reports per week with a brush; the brush moves in whole days at its ends and whole weeks elsewhere. */
export function Histogram({ bins, span, window: w, width, height, compact, other, onDrag, onRelease }: Props) {
  const left = compact ? 44 : 36;
  const right = 8;
  const base = height - 18;
  const end = bins.first + 7 * bins.counts.length;
  const most = bins.counts.reduce((m, n) => Math.max(m, n), 1) * 1.04;
  const x = linear(Math.min(span.from, bins.first), Math.max(span.to, end), left, width - right);
  const y = linear(0, most, base, 8);
  const drag = useRef<{ grip: Grip; at: number; from: TimeWindow } | null>(null);
  const svg = useRef<SVGSVGElement>(null);

  const dayAt = (clientX: number): number => {
    const box = svg.current!.getBoundingClientRect();
    const scale = (x(span.to) - x(span.from)) / (span.to - span.from);
    return span.from + ((clientX - box.left) * (width / box.width) - x(span.from)) / scale;
  };
  const press = (e: React.PointerEvent) => {
    const day = dayAt(e.clientX);
    const near = (edge: number) => Math.abs(x(day) - x(edge)) < (e.pointerType === 'touch' ? 22 : 7);
    const [toLeft, toRight] = [near(w.from), near(w.to)];
    const inside = day > w.from && day < w.to;
    // Of two grips under one finger the nearer is meant.
    const grip: Grip = toLeft && (!toRight || Math.abs(day - w.from) <= Math.abs(day - w.to)) ? 'from' : toRight ? 'to' : 'whole';
    const from = grip === 'whole' && !inside ? clamp({ from: Math.round(day - lengthOf(w) / 2), to: Math.round(day - lengthOf(w) / 2) + lengthOf(w) }, span) : w;
    drag.current = { grip, at: day, from };
    svg.current!.setPointerCapture(e.pointerId);
    if (from !== w) onDrag(from);
  };
  const target = (e: React.PointerEvent) => moved(drag.current!.from, drag.current!.grip, dayAt(e.clientX) - drag.current!.at, span);

  return (
    <svg
      ref={svg} className="histogram" width={width} height={height} role="group" aria-label={`Reported incidents per week; window ${windowInWords(w)}`}
      onPointerDown={press}
      onPointerMove={(e) => {
        if (drag.current) onDrag(target(e));
        // Written past React: a frame of the brush renders nothing for the pointer's sake.
        svg.current!.dataset.tip = drag.current ? '' : weekInWords(bins, dayAt(e.clientX));
      }}
      onPointerUp={(e) => {
        if (drag.current) onRelease(target(e));
        drag.current = null;
      }}
      onPointerCancel={() => {
        if (drag.current) onRelease(drag.current.from);
        drag.current = null;
      }}
    >
      <Axes most={most} span={span} left={left} right={width - right} base={base} compact={compact} />
      <path d={bars(bins, x, y, base)} className="bar" />
      <clipPath id="in-window"><rect x={x(w.from)} y={0} width={Math.max(0, x(w.to) - x(w.from))} height={height} /></clipPath>
      <path d={bars(bins, x, y, base)} className="bar-on" clipPath="url(#in-window)" />
      {span.completeThrough + 1 < span.to && (
        <>
          <pattern id="late" width={4} height={4} patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V4" stroke="var(--control)" strokeWidth={1.4} /></pattern>
          <rect x={x(span.completeThrough + 1)} y={8} width={Math.max(3, x(span.to) - x(span.completeThrough + 1))} height={base - 8} fill="url(#late)"><title>Reports of these days are still arriving</title></rect>
        </>
      )}
      {other && other.to > span.from && other.from < span.to && (
        <rect className="brush-other" x={x(Math.max(other.from, span.from))} y={2} width={Math.max(2, x(Math.min(other.to, span.to)) - x(Math.max(other.from, span.from)))} height={base - 1} rx={3}><title>{`Compared with ${windowInWords(other)}`}</title></rect>
      )}
      <rect className="brush" x={x(w.from)} y={2} width={Math.max(2, x(w.to) - x(w.from))} height={base - 1} rx={3} />
      <Handle at={x(w.from)} middle={base / 2} label="Start of the window" day={w.from} window={w} grip="from" {...{ span, onDrag, onRelease }} />
      <Handle at={x(w.to)} middle={base / 2} label="End of the window" day={w.to - 1} window={w} grip="to" {...{ span, onDrag, onRelease }} />
    </svg>
  );
}

/** The week of a day and its reports; empty outside the bins. */
function weekInWords(bins: WeeklyBins, day: number): string {
  const i = Math.floor((day - bins.first) / 7);
  const n = bins.counts[i];
  return n === undefined ? '' : `Week of ${dayInWords(bins.first + 7 * i)}\n${count(n)} reports`;
}

/** The figures behind the histogram. */
export const weekTable = (bins: WeeklyBins): ChartTable => ({ columns: ['week of', 'reports'], rows: Array.from(bins.counts, (n, i) => [toIso(bins.first + 7 * i), n]) });

interface HandleProps { at: number; middle: number; label: string; day: number; window: TimeWindow; grip: Grip; span: DataSpan; onDrag: (w: TimeWindow) => void; onRelease: (w: TimeWindow) => void }

function Handle({ at, middle, label, day, window: w, grip, span, onRelease }: HandleProps) {
  const keys: Record<string, number> = { ArrowLeft: -7, ArrowRight: 7 };
  return (
    <rect
      className="grip" x={at - 3.5} y={middle - 10} width={7} height={20} rx={3.5} tabIndex={0} role="slider" aria-label={label}
      aria-valuemin={span.from} aria-valuemax={span.to} aria-valuenow={day} aria-valuetext={windowInWords({ from: day, to: day + 1 })}
      onKeyDown={(e) => {
        const by = keys[e.key];
        if (by === undefined) return;
        e.preventDefault();
        e.stopPropagation();
        onRelease(moved(w, grip, by, span));
      }}
    />
  );
}

const Axes = memo(function Axes({ most, span, left, right, base, compact }: { most: number; span: DataSpan; left: number; right: number; base: number; compact: boolean }) {
  const y = linear(0, most, base, 8);
  const x = linear(span.from, span.to, left, right);
  const years = Array.from({ length: yearOf(span.to) - yearOf(span.from) + 1 }, (_, i) => yearOf(span.from) + i);
  const room = (right - left) / years.length;
  return (
    <g className="axis">
      {countTicks(most, compact ? 2 : 3).map((t) => (
        <g key={t}><path d={`M${left} ${y(t)}H${right}`} className="grid" /><text x={left - 6} y={y(t) + 4} textAnchor="end">{count(t)}</text></g>
      ))}
      {years.map((year, i) => {
        const at = Math.max(left, x(firstOfYear(year)));
        if (right - at < 30 || (i % Math.ceil(34 / room) !== 0)) return null;
        return <g key={year}><path d={`M${at} ${base}v4`} className="tick" /><text x={at + 4} y={base + 14}>{compact ? `’${String(year).slice(2)}` : year}</text></g>;
      })}
    </g>
  );
});

function bars(bins: WeeklyBins, x: (d: number) => number, y: (n: number) => number, base: number): string {
  let d = `M${x(bins.first).toFixed(1)} ${base}`;
  bins.counts.forEach((n, i) => { d += `V${y(n).toFixed(1)}H${x(bins.first + 7 * (i + 1)).toFixed(1)}`; });
  return `${d}V${base}Z`;
}
