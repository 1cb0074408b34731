using System.Text.Json;
using GeoCrime.Studies.Hotspots;

namespace GeoCrime.Api.Schema;

/// <summary>A hot-spot unit's outline in EPSG:4326, computed when it is written: a layer of 100,000 never holds 100,000 polygons.</summary>
public readonly record struct CellOutline(HotspotCell Cell, HotspotResult Result)
{
    internal static void Write(Utf8JsonWriter json, CellOutline outline) =>
        GeoJsonWriter.Write(json, outline.Result.Grid.Outline(outline.Cell.Number), outline.Result.Projection.ToDegrees);
}
