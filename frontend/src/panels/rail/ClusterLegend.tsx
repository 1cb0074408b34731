import type { ClusterData } from '../../api/useLayers';
import { count, metres, plural, share } from '../../state/figures';
import type { Options } from '../../state/options';
import type { Parameters } from '../../state/parameters';

export function ClusterLegend({ layer, parameters, method, period, brief }: { layer: ClusterData; parameters: Parameters; method: Options['clusters']; period: string; brief?: boolean }) {
  const n = layer.clustered + layer.noise;
  return (
    <div>
      <p className="small second">Outlines of clusters of reported incidents, {period}</p>
      <p className="row small" style={{ marginTop: 4 }}>
        <svg width={28} height={14} aria-hidden><rect x={2} y={2} width={24} height={10} rx={4} fill="none" stroke="var(--cluster)" strokeWidth={1.5} /></svg>
        {plural(layer.clusters.length, 'cluster')}
        {n > 0 && <span className="third">{share(layer.clustered / n)} of the reports</span>}
      </p>
      {!brief && <p className="micro third" style={{ marginTop: 4 }}>n = {count(n)} with a position; at least {parameters.minPoints}{method === 'hdbscan' ? ' in a cluster' : ` within ${metres(parameters.epsilon)}`}{method === 'st-dbscan' && ` and ${plural(parameters.withinDays, 'day')}`}. Counts show from zoom 12.{method === 'dbscan' && layer.suggestedEpsilonMetres ? ` The distances suggest a radius of ${metres(layer.suggestedEpsilonMetres)}.` : ''}</p>}
    </div>
  );
}
