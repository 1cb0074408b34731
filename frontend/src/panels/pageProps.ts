import type { AreasQuery } from '../api/generated';
import type { Result } from '../api/useQuery';
import type { View } from '../state/view';
import type { Jurisdiction } from './map/useMapModel';

/** What a page that studies areas is given. */
export interface PageProps {
  view: View;
  jurisdictions: readonly { code: string; name: string; synthetic: boolean }[];
  jurisdiction: Jurisdiction;
  /** null where the jurisdiction has no areas. */
  kind: string | null;
  areas: Result<AreasQuery>;
}

export type PageArea = NonNullable<AreasQuery['jurisdiction']>['areas'][number];
