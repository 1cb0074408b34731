import { useMemo } from 'react';
import { AreaMap, type AreaMark } from '../../charts/AreaMap';
import { ChartFrame } from '../../charts/ChartFrame';
import { signed } from '../../charts/DifferenceBar';
import { useWidth } from '../../charts/useWidth';
import { count } from '../../state/figures';
import { changeBorders, changeToken, type MoverRow } from '../../state/movers';
import { commit } from '../../state/useView';
import type { PageArea } from '../pageProps';
import { ChangeScale } from '../rail/ChangeScale';

interface Props { areas: readonly PageArea[]; kind: string; rows: readonly MoverRow[]; selected: string | null; before: string; ahead: string; stale: boolean }

/** Where more and where fewer reports are expected than before; a click leads to the area on the map. */
export function ChangeMap({ areas, kind, rows, selected, before, ahead, stale }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const borders = useMemo(() => changeBorders(rows.map((r) => r.difference)), [rows]);
  const marks = useMemo(() => new Map(rows.map((r): [string, AreaMark] => {
    const fill = changeToken(r.difference, borders);
    return [r.code, {
      fill, hatch: r.sure ? undefined : 'wide', inverse: fill.endsWith('3'), faint: !r.sure,
      title: `${signed(r.difference)}: ${count(r.previous)} before, ${count(r.expected)} expected${r.sure ? '' : '; could be no change'}`,
    }];
  })), [rows, borders]);
  const names = new Map(areas.map((a) => [a.code, a.name]));
  const table = () => ({ columns: ['area', 'before', 'expected', 'difference', 'sure'], rows: rows.map((r) => [names.get(r.code) ?? r.code, Math.round(r.previous), Math.round(r.expected), r.difference, r.sure ? 'yes' : 'no']) });
  return (
    <section className="page-block change-map" aria-label="Change by area">
      <ChartFrame
        title="Change by area" unit="reported incidents, expected less before" period={`${ahead}, against ${before}`} n={`${rows.length} areas`} table={table}
        head={<><h2>Change by area</h2><p className="caption">Reports expected {ahead} less those in {before}</p></>}
      >
        <div ref={ref} className={stale ? 'dim' : undefined}>
          <AreaMap {...{ areas, marks, width, selected }} height={300} title="Change of expected reports by area" onSelect={(code) => commit({ page: 'map', area: code, kind, table: false })} />
          <ChangeScale borders={borders} unsure={rows.filter((r) => !r.sure).length} areas={rows.length} />
        </div>
      </ChartFrame>
    </section>
  );
}
