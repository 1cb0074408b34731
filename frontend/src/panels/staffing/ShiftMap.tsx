import { useMemo } from 'react';
import { AreaMap, type AreaMark } from '../../charts/AreaMap';
import { ChartFrame } from '../../charts/ChartFrame';
import { useWidth } from '../../charts/useWidth';
import type { PageArea } from '../pageProps';
import { waitInWords } from './ShiftGrid';
import { columnName, shortOf, waitToken, type Week } from './week';

interface Props { areas: readonly PageArea[]; week: Week; at: number; height: number }

/** More figures would cover each other. */
const mostLabels = 30;

/** Where the selected shift waits; the table below it says the same in figures. */
export function ShiftMap({ areas, week, at, height }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const column = week.columns[at]!;
  const marks = useMemo(() => new Map(week.areas.flatMap((a): [string, AreaMark][] => {
    const r = a.cells[at];
    return r ? [[a.code, { fill: `seq-${waitToken(r.meanWaitMinutes)}`, label: week.areas.length <= mostLabels ? String(r.units) : undefined, title: `${r.units} units, ${shortOf(r)} short, ${waitInWords(r.meanWaitMinutes)}` }]] : [];
  })), [week, at]);
  const names = new Map(areas.map((a) => [a.code, a.name]));
  const table = () => ({
    columns: ['area', 'units', 'short', 'mean wait, min'],
    rows: week.areas.flatMap((a) => { const r = a.cells[at]; return r ? [[names.get(a.code) ?? a.code, r.units, shortOf(r), r.meanWaitMinutes]] : []; }),
  });
  return (
    <section className="page-block shift-map" aria-label="Map of the shift">
      <ChartFrame
        title={`Mean wait by area, ${columnName(column)}`} unit="minutes, expected" period={columnName(column)} n={`${week.areas.length} areas`} table={table}
        head={<><h2>{columnName(column)}</h2><p className="caption">{week.areas.length <= mostLabels ? 'Figures: units; shade' : 'Shade'}: mean wait, as in the grid</p></>}
      >
        <div ref={ref} className="map-room"><AreaMap {...{ areas, marks, width, height }} title={`Mean wait by area, ${columnName(column)}`} /></div>
      </ChartFrame>
    </section>
  );
}
