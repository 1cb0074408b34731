import { ChartFrame } from '../../charts/ChartFrame';
import { reports } from '../../charts/chartFile';
import { Sparkline } from '../../charts/Sparkline';
import { count, percentChange } from '../../state/figures';
import { lastTwoYears, type monthlyByArea } from '../../state/monthly';
import { byYear } from '../../state/profiles';
import type { View } from '../../state/view';
import { PageLink } from '../PageLink';

interface Props { view: View; kind: string; kindName: string; first: string; areas: ReturnType<typeof monthlyByArea>; names: ReadonlyMap<string, string>; stale: boolean }

const listed = 10;
const shownYears = 5;

/** The ten areas with most reports, year by year. */
export function AreasBlock({ view, kind, kindName, first, areas, names, stale }: Props) {
  const years = byYear(first, areas[0]?.counts ?? []).map((y) => ({ year: y.year, whole: y.months.every((m) => m !== null) }));
  const shown = years.slice(-shownYears);
  const totals = (counts: readonly number[]) => new Map(byYear(first, counts).map((y) => [y.year, y.months.reduce<number>((sum, n) => sum + (n ?? 0), 0)]));
  const partial = shown.filter((y) => !y.whole).map((y) => y.year);
  const table = () => ({
    columns: [kindName.toLowerCase(), ...years.map((y) => (y.whole ? String(y.year) : `${y.year} (months so far)`)), '12 months', '12 before'],
    rows: areas.map((a) => { const t = totals(a.counts); const two = lastTwoYears(a.counts); return [names.get(a.area) ?? a.area, ...years.map((y) => t.get(y.year) ?? null), two?.now ?? null, two?.before ?? null]; }),
  });
  return (
    <ChartFrame
      title="Areas by year" unit="reported incidents" period={`${years[0]?.year ?? ''} – ${years.at(-1)?.year ?? ''}`} n={reports(areas.reduce((sum, a) => sum + a.total, 0))} table={table}
      head={<><h2>Areas with most reports</h2><p className="caption">Ten of {count(areas.length)}, reported incidents a year{partial.length > 0 && `; ${partial.join(' and ')} ${partial.length === 1 ? 'is' : 'are'} not whole`}. The line shows all months</p></>}
    >
      <div className={`table-scroll ${stale ? 'dim' : ''}`}>
        <table className="areas-by-year">
          <thead><tr><th>{kindName}</th><th className="wide">Months</th>{shown.map((y) => <th key={y.year} className={`num ${y.year < shown.at(-1)!.year - 1 ? 'wide' : ''}`}>{y.year}</th>)}<th className="num"><abbr title="The last 12 months against the 12 before">12 months</abbr></th></tr></thead>
          <tbody>
            {areas.slice(0, listed).map((a) => {
              const [t, two] = [totals(a.counts), lastTwoYears(a.counts)];
              const name = names.get(a.area) ?? a.area;
              return (
                <tr key={a.area}>
                  <td><PageLink view={view} to={{ area: a.area, kind }} className="quiet-link" title={`Trends of ${name}`} current={false}>{name}</PageLink></td>
                  <td className="wide"><Sparkline width={140} values={a.counts} label={`Reports a month in ${name}, ${count(a.counts.at(-1) ?? 0)} in the last`} /></td>
                  {shown.map((y) => <td key={y.year} className={`num ${y.whole ? '' : 'third'} ${y.year < shown.at(-1)!.year - 1 ? 'wide' : ''}`}>{count(t.get(y.year) ?? 0)}</td>)}
                  <td className="num medium nowrap">{two ? percentChange(two.now, two.before) : '–'}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </ChartFrame>
  );
}
