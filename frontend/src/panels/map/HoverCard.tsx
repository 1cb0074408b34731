import type { ClusterData, RiskData } from '../../api/useLayers';
import { patternInWords } from '../../layers/emerging';
import { bandName } from '../../layers/risk';
import type { Hits } from '../../map/hits';
import { dayInWords, toDay } from '../../state/days';
import { count, plural, pValue, range, squareKm } from '../../state/figures';
import { sentenceCase } from '../../state/words';

interface Props {
  hits: Hits;
  areaName: string | undefined;
  risk: RiskData | undefined;
  clusters: ClusterData | undefined;
  offence: (code: string) => string;
  /** Cells of the whole city. */
  units: number | undefined;
  /** What a context place is called without a name. */
  placeKind: string;
}

/** "21:00": the hour with most members. */
const busiestHour = (profile: readonly number[]): string => `${String(profile.indexOf(Math.max(...profile))).padStart(2, '0')}:00`;

const levels = ['not significant', '90 %', '95 %', '99 %'];

/** What lies under the pointer, in words; null where there is nothing to say. */
export function HoverCard({ hits, areaName, risk, clusters, offence, units, placeKind }: Props) {
  const { incident, hotspot, emerging, stability, place, contextPlace } = hits;
  const cluster = hits.cluster === null ? undefined : clusters?.clusters.find((c) => c.id === hits.cluster);
  const score = risk?.scores.find((s) => s.area.code === hits.area);
  if (incident)
    return (
      <>
        <p className="medium">{offence(incident.category)}</p>
        <p className="second">{dayInWords(toDay(incident.occurred))}, {incident.occurred.slice(11, 16)}</p>
        <p className="third">Reported incident{areaName && ` in ${areaName}`}</p>
      </>
    );
  if (!areaName && !hotspot && !cluster && !emerging && !stability && !place && !contextPlace) return null;
  return (
    <>
      {contextPlace && <p className="medium">{contextPlace.name ?? sentenceCase(placeKind)}</p>}
      {areaName && <p className={contextPlace ? "second" : "medium"}>{areaName}</p>}
      {score && <p className="second">Risk {count(score.score)} ({range(score.lower, score.upper)}), {bandName(score.band).toLowerCase()}, rank {score.rank} of {risk!.scores.length}</p>}
      {hotspot && (
        <p className="second">
          {hotspot.bin > 0 ? 'Hot' : 'Cold'} cell at {levels[Math.abs(hotspot.bin)]}: {count(hotspot.incidents)} reports
          {hotspot.z !== null && `, z = ${hotspot.z.toFixed(1)}`}{hotspot.exactP !== null && `, exact ${pValue(hotspot.exactP)}`}
        </p>
      )}
      {emerging && <p className="second">{sentenceCase(patternInWords(emerging.pattern))}: {count(emerging.incidents)} reports, hot in {plural(emerging.hotSteps, 'step')}, cold in {emerging.coldSteps}</p>}
      {stability && <p className="second">Hot in {stability.hot}, cold in {stability.cold} of {plural(stability.settings, 'setting')}</p>}
      {place && <p className="second">Rank {count(place.rank)} of {count(units ?? 0)} cells: {(100 * place.share).toFixed(2)}{'\u202f'}% of the reports expected</p>}
      {cluster && <p className="second">Cluster of {count(cluster.incidents)} reports on {squareKm(cluster.squareKilometres)}{cluster.topCategories[0]?.keys[0] && `, mostly ${offence(cluster.topCategories[0].keys[0]).toLowerCase()}`}{`; most around ${busiestHour(cluster.hourProfile)}`}</p>}
    </>
  );
}
