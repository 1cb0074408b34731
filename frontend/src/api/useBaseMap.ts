import type { StyleSpecification } from 'maplibre-gl';
import { useEffect, useState } from 'react';

/** The operator's base map: raster tiles, or a style that has been read. */
export interface BaseMap { raster?: string; style?: StyleSpecification; attribution: string }

interface Settings { raster?: string; style?: string; attribution?: string }

interface Found { map: BaseMap | null; /** A base map is set, and could not be read. */ failed: boolean }

/** The base map of the server's settings; none by default, which costs one small request and no network. */
export function useBaseMap(): Found {
  const [found, setFound] = useState<Found>({ map: null, failed: false });
  useEffect(() => {
    const abort = new AbortController();
    const read = async <T,>(address: string): Promise<T> => {
      const answer = await fetch(address, { signal: abort.signal });
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
      return (await answer.json()) as T;
    };
    const load = async () => {
      // A silent server says so elsewhere; that is no fault of a base map.
      const { raster, style, attribution = '' } = await read<Settings>('/settings/base-map.json').catch((): Settings => ({}));
      if (raster) setFound({ map: { raster, attribution }, failed: false });
      if (style) setFound({ map: { style: await read<StyleSpecification>(style), attribution }, failed: false });
    };
    load().catch(() => { if (!abort.signal.aborted) setFound({ map: null, failed: true }); });
    return () => abort.abort();
  }, []);
  return found;
}
