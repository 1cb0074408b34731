import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { AreasDocument, JurisdictionDocument, JurisdictionsDocument } from './api/generated';
import { useQuery } from './api/useQuery';
import { forgetAll } from './api/recent';
import { readPalette } from './layers/palette';
import { FilterBar } from './panels/bar/FilterBar';
import { ChartSourceContext } from './charts/chartSource';
import { KeysDialog } from './panels/KeysDialog';
import { MapPage } from './panels/map/MapPage';
import { PageRail } from './panels/PageRail';
import { Failed } from './panels/states/Failed';
import { FirstUse } from './panels/states/FirstUse';
import { ServerSilent } from './panels/states/ServerSilent';
import { offencesInWords } from './state/filter';
import { useMedia } from './state/useMedia';
import { commit, useView } from './state/useView';

const RunsPage = lazy(() => import('./panels/runs/RunsPage').then((m) => ({ default: m.RunsPage })));
const RiskPage = lazy(() => import('./panels/risk/RiskPage').then((m) => ({ default: m.RiskPage })));
const ForecastsPage = lazy(() => import('./panels/forecasts/ForecastsPage').then((m) => ({ default: m.ForecastsPage })));
const TrendsPage = lazy(() => import('./panels/trends/TrendsPage').then((m) => ({ default: m.TrendsPage })));
const StaffingPage = lazy(() => import('./panels/staffing/StaffingPage').then((m) => ({ default: m.StaffingPage })));
const BriefingPage = lazy(() => import('./panels/briefing/BriefingPage').then((m) => ({ default: m.BriefingPage })));
const ImportPage = lazy(() => import('./panels/import/ImportPage').then((m) => ({ default: m.ImportPage })));
const DesignPage = lazy(() => import('./panels/design/DesignPage').then((m) => ({ default: m.DesignPage })));
const DataPage = lazy(() => import('./panels/data/DataPage').then((m) => ({ default: m.DataPage })));

/** How often an empty product looks whether something was loaded. */
const firstUsePollMs = 3000;

/** Picks the page, the jurisdiction and the theme; each page brings its own filter bar. */
export function App() {
  const view = useView();
  const dark = useMedia('(prefers-color-scheme: dark)');
  const theme = view.theme ?? (dark ? 'dark' : 'light');
  const palette = useMemo(() => readPalette(theme), [theme]);
  const [keysOpen, setKeysOpen] = useState(false);
  useEffect(() => { document.documentElement.dataset.theme = theme; }, [theme]);

  const list = useQuery(JurisdictionsDocument, {}, { everyMs: (d) => (d.jurisdictions.length === 0 ? firstUsePollMs : undefined) });
  const jurisdictions = list.data?.jurisdictions ?? [];
  const code = jurisdictions.find((j) => j.code === view.jurisdiction)?.code ?? jurisdictions[0]?.code;
  const detail = useQuery(JurisdictionDocument, code ? { code } : null, { everyMs: (d) => (d.jurisdiction?.dataset.incidents ? undefined : firstUsePollMs) });
  const jurisdiction = detail.stale ? undefined : (detail.data?.jurisdiction ?? undefined);
  const nothing = list.data !== undefined && (jurisdictions.length === 0 || jurisdiction?.dataset.incidents === 0);
  useEffect(() => { document.title = jurisdiction ? `${jurisdiction.name} – GeoCrime` : 'GeoCrime'; }, [jurisdiction]);

  const kind = jurisdiction?.areaKinds.find((k) => k.code === view.kind)?.code ?? jurisdiction?.areaKinds[0]?.code ?? null;
  const areas = useQuery(AreasDocument, jurisdiction && kind && !nothing ? { code: jurisdiction.code, kind } : null);
  const source = useMemo(() => jurisdiction && {
    code: jurisdiction.code, place: jurisdiction.name, synthetic: jurisdiction.synthetic, dataVersion: jurisdiction.dataset.version,
    offences: offencesInWords(view.categories, jurisdiction.offenceCategories),
  }, [jurisdiction, view.categories]);
  const refresh = () => { forgetAll(); list.retry(); detail.retry(); };
  const importing = view.page === 'data' ? view.importing : null;
  const silent = [list, detail, areas].find((r) => r.retryAt > 0);
  const failed = [list, detail].find((r) => r.error);

  // For what needs no filter.
  const bar = jurisdiction
    ? <FilterBar {...{ jurisdictions, jurisdiction }} categories={[]} window={null} span={null} areas={[]} onJurisdiction={(j) => commit({ jurisdiction: j })} onCategories={() => {}} onWindow={() => {}} onArea={() => {}} />
    : <header className="filter-bar" />;
  return (
    <div className="app">
      <PageRail {...{ view, theme }} onTheme={() => commit({ theme: theme === 'dark' ? 'light' : 'dark' })} onKeys={() => setKeysOpen(true)} />
      {importing !== null && list.data
        ? <>
            {bar}
            <Suspense fallback={<main className="main page" />}><ImportPage {...{ importing }} known={jurisdictions} current={code ?? null} onChanged={refresh} /></Suspense>
          </>
        : jurisdiction && source && !nothing
        ? <ChartSourceContext value={source}>{view.page === 'map'
          ? <MapPage key={jurisdiction.code} {...{ view, jurisdictions, jurisdiction, kind, areas, palette, theme }} onKeys={() => setKeysOpen(true)} />
          : <Suspense>
              {view.page === 'runs' && <RunsPage {...{ view, jurisdictions, jurisdiction }} />}
              {view.page === 'risk' && <RiskPage key={jurisdiction.code} {...{ view, jurisdictions, jurisdiction, kind, areas }} />}
              {view.page === 'trends' && <TrendsPage key={jurisdiction.code} {...{ view, jurisdictions, jurisdiction, kind, areas }} />}
              {view.page === 'forecasts' && <ForecastsPage key={jurisdiction.code} {...{ view, jurisdictions, jurisdiction, kind, areas }} />}
              {view.page === 'staffing' && <StaffingPage key={jurisdiction.code} {...{ view, jurisdictions, jurisdiction, kind, areas }} />}
              {view.page === 'briefing' && <BriefingPage key={jurisdiction.code} {...{ view, jurisdictions, jurisdiction, kind, areas }} />}
              {view.page === 'design' && <>{bar}<DesignPage /></>}
              {view.page === 'data' && <DataPage {...{ jurisdictions, jurisdiction }} onChanged={refresh} />}
            </Suspense>}</ChartSourceContext>
        : <>
            {bar}
            <main className="main">
              {nothing && <FirstUse onChanged={refresh} />}
              {failed?.error && !silent && <div className="centre"><div className="floating" style={{ position: 'static' }}><Failed what="The start" error={failed.error} retry={failed.retry} /></div></div>}
              {silent && <ServerSilent since={silent.at} retryAt={silent.retryAt} retry={silent.retry} />}
            </main>
          </>}
      {keysOpen && <KeysDialog onClose={() => setKeysOpen(false)} />}
    </div>
  );
}
