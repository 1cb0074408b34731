import { useRef, useState, type PointerEvent, type ReactNode } from 'react';
import { toIso } from '../state/days';
import { download } from '../panels/download';
import { csvOf, fileName, svgOf, type ChartAbout, type ChartTable } from './chartFile';
import { ChartMenu } from './ChartMenu';
import { useChartSource } from './chartSource';
import { fontStyle, pngOf } from './pngOf';
import { readDrawing } from './readDrawing';
import { TableDialog } from './TableDialog';

interface Props extends ChartAbout {
  /** The figures behind the drawing; made when they are asked for. */
  table: () => ChartTable;
  /** Heading at the left of the chart's menu. */
  head?: ReactNode;
  className?: string;
  /** The drawing: SVG with its legends; an element with `data-tip` tells the pointer those words, a line a row. */
  children: ReactNode;
}

interface Tip { words: string; x: number; y: number }

/** What every chart has: words beside the pointer, the table behind it (key T), and its files as CSV, SVG and PNG. */
export function ChartFrame({ title, unit, period, n, table, head, className, children }: Props) {
  const source = useChartSource();
  const drawing = useRef<HTMLDivElement>(null);
  const [tip, setTip] = useState<Tip | null>(null);
  const [open, setOpen] = useState(false);
  const about = { title, unit, period, n };
  const name = fileName(source, title);
  const today = () => toIso(Math.floor(Date.now() / 86_400_000));
  const picture = (style?: string) => svgOf(about, source, readDrawing(drawing.current!), today(), style);
  const save = {
    csv: () => download(`${name}.csv`, csvOf(table())),
    svg: () => download(`${name}.svg`, picture(), 'image/svg+xml'),
    png: async () => download(`${name}.png`, await pngOf(picture(await fontStyle()))),
  };
  const point = (e: PointerEvent) => {
    const words = (e.target as Element).closest<HTMLElement | SVGElement>('[data-tip]')?.dataset.tip;
    setTip(words ? { words, x: e.clientX, y: e.clientY } : null);
  };
  return (
    <figure
      className={`chart-frame ${className ?? ''}`} tabIndex={-1} aria-label={title} aria-keyshortcuts="T"
      onKeyDown={(e) => {
        if (e.key.toLowerCase() !== 't' || e.ctrlKey || e.metaKey || e.altKey || open || (e.target as Element).matches('input, select, textarea')) return;
        e.preventDefault();
        // The map has its own table on this key.
        e.stopPropagation();
        setOpen(true);
      }}
    >
      <div className="chart-head">
        <div>{head}</div>
        <ChartMenu title={title} onTable={() => setOpen(true)} save={save} />
      </div>
      <div ref={drawing} className="chart-drawing" onPointerMove={point} onPointerDown={point} onPointerLeave={() => setTip(null)}>{children}</div>
      {tip && <TipCard {...tip} />}
      {open && <TableDialog {...{ title, unit, period, n }} table={table()} onCsv={save.csv} onClose={() => setOpen(false)} />}
    </figure>
  );
}

/** Beside the pointer and inside the window. */
const TipCard = ({ words, x, y }: Tip) => (
  <div
    className="chart-tip" aria-hidden
    style={{ ...(x > innerWidth - 220 ? { right: innerWidth - x + 12 } : { left: x + 12 }), ...(y > innerHeight - 90 ? { bottom: innerHeight - y + 12 } : { top: y + 12 }) }}
  >
    {words.split('\n').map((line, i) => <p key={line} className={i === 0 ? 'medium' : 'second'}>{line}</p>)}
  </div>
);
