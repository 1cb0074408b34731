import type { FeatureCollection } from 'geojson';
import { useEffect, useState } from 'react';

/** Streets of a city that has some of its own (the sample city), with the property class; null until they are there. @param code null asks for nothing. */
export function useStreets(code: string | null): FeatureCollection | null {
  const [streets, setStreets] = useState<FeatureCollection | null>(null);
  useEffect(() => {
    if (code === null) return;
    const abort = new AbortController();
    fetch(`/layers/${encodeURIComponent(code)}/streets.geojson`, { signal: abort.signal, priority: 'low' })
      .then(async (answer) => { if (answer.ok) setStreets((await answer.json()) as FeatureCollection); })
      // The map is whole without streets; a silent server says so elsewhere.
      .catch(() => {});
    return () => abort.abort();
  }, [code]);
  return code === null ? null : streets;
}
