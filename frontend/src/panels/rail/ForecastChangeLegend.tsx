import type { ForecastChangeData } from '../../api/useLayers';
import { changeRows } from '../../layers/forecastChange';
import type { Baseline } from '../../state/baseline';
import { count } from '../../state/figures';
import { changeBorders } from '../../state/movers';
import { ChangeScale } from './ChangeScale';

export function ForecastChangeLegend({ layer, horizon, vs, areas, brief }: { layer: ForecastChangeData; horizon: number; vs: Baseline; areas: number; brief?: boolean }) {
  const rows = changeRows(layer);
  const missing = areas - rows.length;
  return (
    <div>
      <p className="small second">Reports expected in the next {horizon} days, more or fewer than {vs === 'before' ? `in the last ${horizon}` : 'in the same days a year before'}</p>
      <ChangeScale borders={changeBorders(rows.map((r) => r.difference))} unsure={rows.filter((r) => !r.sure).length} areas={rows.length} />
      {!brief && missing > 0 && <p className="micro third" style={{ marginTop: 4 }}>{count(missing)} areas have no forecast or no past to compare; they are drawn without fill.</p>}
    </div>
  );
}
