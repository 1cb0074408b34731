import { useState } from 'react';
import { request } from '../../api/client';
import { CancelRunDocument, LeaderboardDocument, type LeaderboardQuery } from '../../api/generated';
import { useBacktest } from '../../api/useBacktest';
import { useQuery } from '../../api/useQuery';
import { isOpen } from '../../api/useRunProgress';
import { ChartFrame } from '../../charts/ChartFrame';
import { dayInWords, toDay } from '../../state/days';
import { count, level, plural, share } from '../../state/figures';
import { incidentFilter } from '../../state/filter';
import { aheadInWords, stepsAhead, type ForecastView } from '../../state/forecastView';
import { modelName } from '../../state/modelNames';
import { Segmented } from '../controls/Segmented';
import { Failed } from '../states/Failed';
import { CardButton } from '../training/CardButton';
import { TrainButton } from '../training/TrainButton';

type Board = NonNullable<LeaderboardQuery['jurisdiction']>['leaderboard'];
type Row = Board['rows'][number];

interface Props { code: string; place: string; kind: string | null; kindName: string; categories: readonly string[]; look: ForecastView }

const figure = (n: number | null): string => (n === null ? '–' : n.toFixed(n < 9.95 ? 2 : 1).replace('-', '−'));
const stepName = { DAY: 'day', WEEK: 'week', MONTH: 'month' };

/** Models side by side on past windows: of the whole jurisdiction, or the mean over its areas. */
export function Leaderboard({ code, place, kind, kindName, categories, look }: Props) {
  const [ofAreas, setOfAreas] = useState<'city' | 'areas'>(kind ? 'areas' : 'city');
  const backtest = useBacktest();
  const asked = ofAreas === 'areas' ? kind : null;
  const scope = { step: look.step, horizon: stepsAhead(look), filter: incidentFilter(null, categories), ...(asked && { kind: asked }) };
  const tested = backtest.run?.state === 'SUCCEEDED' ? backtest.run.id : null;
  const result = useQuery(LeaderboardDocument, { code, ...scope, ...(tested && { run: tested }) });
  const board = result.error ? undefined : result.data?.jurisdiction?.leaderboard;
  const running = backtest.run && isOpen(backtest.run) ? backtest.run : null;
  const levels = board?.rows[0]?.intervals.map((i) => i.level) ?? [];
  const period = board?.from && board.to ? `${dayInWords(toDay(board.from))} – ${dayInWords(toDay(board.to))}` : '';
  const table = () => ({
    columns: ['model', 'series', 'MASE', 'relative MASE', 'MAE', 'CRPS', 'bias', ...levels.flatMap((l) => [`held ${l}`, `interval score ${l}`]), 'picked', 'answers', 'beats plain'],
    rows: board!.rows.map((r) => [r.model, r.series, ...[r.mase, r.relativeMase, r.mae, r.crps, r.bias].map(rounded), ...levels.flatMap((l) => { const i = r.intervals.find((each) => each.level === l); return [rounded(i?.observed ?? null), rounded(i?.winkler ?? null)]; }), r.picked, r.answers, r.beatsBaseline === null ? null : r.beatsBaseline ? 'yes' : 'no']),
  });
  return (
    <section className="page-block" aria-label="Leaderboard">
      <ChartFrame
        title={`Models for ${place}, per ${stepName[look.step]}`} unit="errors of past forecasts" period={period} n={board ? `${plural(board.series, 'series', 'series')}, ${plural(board.origins, 'origin')}` : null} table={table}
        head={(
          <div className="row head-row">
            <div>
              <h2>Leaderboard of models</h2>
              <p className="caption">
                {board ? `${ofAreas === 'areas' ? `Mean over ${plural(board.series, kindName.toLowerCase())}` : place}, ${aheadInWords(look.ahead)} ahead by ${stepName[look.step]}, ${plural(board.origins, 'past window')}${period && `, ${period}`}. ${tested ? 'Every model fitted anew at each window.' : 'Models that a run has published, and the plain ones.'}` : 'Models side by side on past windows'}
              </p>
            </div>
            {kind && <Segmented label="Level" value={ofAreas} options={[{ value: 'areas', label: 'Areas' }, { value: 'city', label: place }]} onChange={setOfAreas} />}
            <TrainButton jurisdiction={code} kind={asked} label="Train a model" />
            {running
              ? <button type="button" className="button" onClick={() => void request(CancelRunDocument, { id: running.id })}>Cancel</button>
              : <button type="button" className="button" title="Fits every model that takes minutes anew at six past days" onClick={() => backtest.start({ jurisdiction: code, ...scope })}>Test all models</button>}
          </div>
        )}
      >
        {running && (
          <div style={{ margin: '4px 0 8px', maxWidth: 320 }}>
            <p className="small second" role="status">{running.state === 'QUEUED' ? 'The test waits for its turn.' : `Testing, ${share(running.progress)} done.`} You can go on working.</p>
            <div className="progress" role="progressbar" aria-label="Backtest" aria-valuenow={Math.round(100 * running.progress)}><i style={{ width: `${100 * running.progress}%` }} /></div>
          </div>
        )}
        {backtest.run?.state === 'FAILED' && <p className="small wrong" role="alert">The test failed: {backtest.run.error}</p>}
        {backtest.error && <p className="small wrong" role="alert">The test could not start: {backtest.error.message}</p>}
        {result.error && <Failed what="The leaderboard" error={result.error} retry={result.retry} />}
        {!board && result.loading && <p className="second">Putting the models side by side</p>}
        {board && (
          <div className={`table-scroll ${result.stale ? 'dim' : ''}`} tabIndex={0} role="region" aria-label="Models side by side">
            <table className="leaderboard">
              <thead>
                <tr>
                  <th>Model</th><th className="num"><abbr title="Error over that of last season's counts, mean over series; under 1 is better">MASE</abbr></th><th className="num"><abbr title="MASE over that of the better plain forecast on the same windows">Of plain</abbr></th>
                  <th className="num wide">MAE</th><th className="num wide"><abbr title="Continuous ranked probability score: the whole distribution against what came; lower is better">CRPS</abbr></th>
                  {levels.map((l) => <th key={l} className="num"><abbr title={`Share of outcomes inside the ${l} % intervals`}>{level(l)} held</abbr></th>)}
                  <th className="num wide"><abbr title="Windows in which BEST chose this model, knowing earlier ones only">Picked</abbr></th>
                  {!tested && <th className="num wide"><abbr title="Series whose forecast it gives today">Answers</abbr></th>}<th>Verdict</th>
                </tr>
              </thead>
              <tbody>{board.rows.map((r) => <ModelRow key={r.model} row={r} levels={levels} today={!tested} />)}</tbody>
            </table>
          </div>
        )}
        {board && board.outdated.length > 0 && <p className="small third foot">{board.outdated.map(modelName).join(', ')}: trained on older data, therefore not listed.</p>}
      </ChartFrame>
    </section>
  );
}

function ModelRow({ row: r, levels, today }: { row: Row; levels: readonly number[]; today: boolean }) {
  return (
    <tr className={r.model === 'BEST' ? 'selected' : undefined}>
      <td className="medium">{r.model === 'BEST' ? 'Best by scorecard' : modelName(r.model)}{r.published && r.model.startsWith('LSTM') && <>{' '}<CardButton run={r.published.id} /></>}</td>
      <td className="num medium">{figure(r.mase)}</td><td className="num">{figure(r.relativeMase)}</td>
      <td className="num wide">{figure(r.mae)}</td><td className="num wide">{figure(r.crps)}</td>
      {levels.map((l) => { const held = r.intervals.find((i) => i.level === l)?.observed ?? null; return <td key={l} className="num">{held === null ? '–' : share(held)}</td>; })}
      <td className="num wide">{r.model === 'BEST' ? '–' : count(r.picked)}</td>
      {today && <td className="num wide">{r.answers === null || r.model === 'BEST' ? '–' : count(r.answers)}</td>}
      <td className="nowrap">{r.isBaseline ? 'Better plain forecast' : r.beatsBaseline === null ? 'Too few windows' : r.beatsBaseline ? 'Beats it' : 'Not shown to beat it'}</td>
    </tr>
  );
}

const rounded = (n: number | null): number | null => (n === null ? null : Math.round(1e4 * n) / 1e4);
