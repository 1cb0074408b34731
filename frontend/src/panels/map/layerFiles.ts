import type { LayerId } from '../../state/view';
import type { Inputs } from './layerInputs';

/** What a layer can be taken away as, by format. */
export function filesOf(id: LayerId, data: Inputs['data']): Readonly<Record<string, string>> {
  switch (id) {
    case 'density': return data.density ? { GeoTIFF: data.density.geoTiffUrl, 'ASCII grid': data.density.asciiGridUrl } : {};
    case 'change': return data.change ? { GeoTIFF: data.change.geoTiffUrl } : {};
    case 'hotspots': {
      const layer = data.hotspots ?? data.stability;
      return layer ? { GeoJSON: layer.geoJsonUrl } : {};
    }
    case 'clusters': return data.clusters ? { GeoJSON: data.clusters.geoJsonUrl, 'CSV of members': data.clusters.membersUrl } : {};
    case 'emerging': return data.emerging ? { GeoJSON: data.emerging.geoJsonUrl } : {};
    case 'nearRepeat': return data.nearRepeat ? { GeoJSON: data.nearRepeat.geoJsonUrl } : {};
    case 'places': return data.places ? { GeoJSON: data.places.geoJsonUrl } : {};
    case 'nearby': return data.nearby ? { GeoJSON: data.nearby.geoJsonUrl } : {};
    default: return {};
  }
}
