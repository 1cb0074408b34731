import { spanOf } from '../state/timeWindow';
import { commit } from '../state/useView';
import { FilterBar } from './bar/FilterBar';
import type { PageArea, PageProps } from './pageProps';

interface Props extends Pick<PageProps, 'view' | 'jurisdictions' | 'jurisdiction' | 'kind'> {
  areas: readonly PageArea[];
  /** False where offences cannot be chosen. */
  offences?: boolean;
}

/** The filter bar of a page that studies areas and has no time window of its own. */
export const PageFilter = ({ view, jurisdictions, jurisdiction, kind, areas, offences = true }: Props) => (
  <FilterBar
    {...{ jurisdictions, jurisdiction, areas }} categories={view.categories} window={null} span={offences ? spanOf(jurisdiction.dataset) : null}
    onJurisdiction={(code) => commit({ jurisdiction: code, area: null, kind: null, categories: [], staffing: { ...view.staffing, plan: null, start: null, units: null, changes: [], events: [] } })}
    onCategories={(categories) => commit({ categories })} onWindow={() => {}} onArea={(code) => commit({ area: code, kind })}
  />
);
