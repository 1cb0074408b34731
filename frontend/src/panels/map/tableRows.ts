import type { AreaCountsQuery } from '../../api/generated';
import type { AreaRow } from '../AreaTable';

/** One row an area, with 0 where none was reported; `before` is null until it is known. */
export function tableRows(areas: readonly { code: string; name: string }[], now: AreaCountsQuery | undefined, before: AreaCountsQuery | undefined): AreaRow[] {
  const index = (q: AreaCountsQuery | undefined) => new Map(q?.jurisdiction?.counts.map((c) => [c.keys[0], c.incidents]));
  const [a, b] = [index(now), index(before)];
  return areas.map(({ code, name }) => ({ code, name, incidents: a.get(code) ?? 0, before: before ? (b.get(code) ?? 0) : null }));
}
