import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { Drawing } from './drawing';

const prefix = 'base-';

/** Raster tiles of 256 px under all else. */
export const rasterBase = (tiles: string): Drawing => ({
  sources: { 'base-raster': { type: 'base', source: { type: 'raster', tiles: [tiles], tileSize: 256 } } },
  layers: [{ id: 'base-raster', type: 'raster', source: 'base-raster' }],
});

/**
 * A style's sources and layers under all else, their names set apart from ours. Names are written in this machine's fonts;
 * icons, which would need the style's sprite, are left out.
 */
export function styleBase(style: StyleSpecification): Drawing {
  return {
    sources: Object.fromEntries(Object.entries(style.sources).map(([id, source]) => [prefix + id, { type: 'base' as const, source: source satisfies SourceSpecification }])),
    layers: style.layers.map((layer) => {
      const named = { ...layer, id: prefix + layer.id, ...('source' in layer && { source: prefix + (layer.source as string) }) } as LayerSpecification;
      if (named.type !== 'symbol') return named;
      const layout = Object.fromEntries(Object.entries(named.layout ?? {}).filter(([name]) => !name.startsWith('icon-')));
      return { ...named, layout: { ...layout, 'text-font': ['Inter Medium'] } };
    }),
  };
}
