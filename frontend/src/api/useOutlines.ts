import type { Geometry } from 'geojson';
import { AreasDocument, JurisdictionDocument } from './generated';
import { useQuery } from './useQuery';

const none: readonly never[] = [];

/** Kinds of areas of a jurisdiction and the outlines of the finest. @param code null = none. */
export function useOutlines(code: string | null): { kinds: readonly { code: string; label: string }[]; areas: readonly { code: string; geometry: Geometry }[] } {
  const detail = useQuery(JurisdictionDocument, code === null ? null : { code });
  const kinds = (!detail.stale && detail.data?.jurisdiction?.areaKinds) || none;
  const kind = kinds[0]?.code;
  const areas = useQuery(AreasDocument, code !== null && kind ? { code, kind } : null);
  return { kinds, areas: (!areas.stale && areas.data?.jurisdiction?.areas) || none };
}
