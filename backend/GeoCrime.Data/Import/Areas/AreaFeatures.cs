using System.Globalization;
using System.Text.Json;
using GeoCrime.Data.Import.Reading;
using NetTopologySuite.Geometries;

namespace GeoCrime.Data.Import.Areas;

/// <summary>One feature of a boundary file.</summary>
internal sealed record AreaFeature(string Code, string Name, MultiPolygon Geometry, int? Population, string Attributes);

/// <summary>Reads the features of a boundary file.</summary>
internal static class AreaFeatures
{
    /// <returns>The features and the CRS that the file or the request states.</returns>
    /// <exception cref="ImportException">The file is no GeoJSON, a feature is no polygon or lacks a code, or the CRS is unknown.</exception>
    public static (IReadOnlyList<AreaFeature> Features, int Srid, IReadOnlyList<AreaRepair> Repairs) Read(SourceFile file, AreaRequest request)
    {
        if (file.Format != SourceFormat.GeoJson)
            throw new ImportException(file.Name, null, "areas are read from GeoJSON; this is none");
        var features = new List<AreaFeature>();
        var repairs = new List<AreaRepair>();
        using var reader = new FeatureReader(file.Open(out _), file.Name);
        while (reader.Read())
            if (Of(reader, file.Name, request, repairs) is { } feature)
                features.Add(feature);
        if (features.Count == 0)
            throw new ImportException(file.Name, null, "the file has no areas");
        var crs = request.Crs ?? reader.CrsName;
        return (features, crs is null ? CrsCode.Wgs84 : CrsCode.Srid(crs, file.Name), repairs);
    }

    private static AreaFeature? Of(FeatureReader reader, string file, AreaRequest request, List<AreaRepair> repairs)
    {
        var feature = reader.Feature;
        if (feature.ValueKind != JsonValueKind.Object || !feature.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
            throw new ImportException(file, reader.Count, "the feature has no properties");
        var stated = Property(properties, request.CodeProperty, file, reader.Count);
        var code = request.SlugCodes ? Slug.Of(stated) : stated;
        var name = Property(properties, request.NameProperty, file, reader.Count);
        int? population = request.PopulationProperty is null ? null : Population(properties, request.PopulationProperty, file, reader.Count);
        if (stated.Length == 0)
            throw new ImportException(file, reader.Count, $"the property '{request.CodeProperty}' is blank");
        var found = new List<string>();
        var geometry = feature.TryGetProperty("geometry", out var member) ? Geometry(member, found, file, reader.Count) : null;
        if (geometry is null)
            throw new ImportException(file, reader.Count, "the geometry is neither Polygon nor MultiPolygon");
        repairs.AddRange(found.Select(what => new AreaRepair(code, what)));
        if (!geometry.IsEmpty)
            return new AreaFeature(code, name, geometry, population, properties.GetRawText());
        repairs.Add(new AreaRepair(code, "nothing was left of the feature"));
        return null;
    }

    private static MultiPolygon? Geometry(JsonElement member, List<string> repairs, string file, long row)
    {
        try
        {
            return GeoJsonGeometry.Read(member, repairs);
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException or ArgumentException or IndexOutOfRangeException)
        {
            throw new ImportException(file, row, "the coordinates are not those of a polygon", error);
        }
    }

    private static string Property(JsonElement properties, string name, string file, long row) =>
        properties.TryGetProperty(name, out var value)
            ? (value.ValueKind == JsonValueKind.Null ? "" : value.ToString()).Trim()
            : throw new ImportException(file, row, $"the property '{name}' is missing; present are {string.Join(", ", properties.EnumerateObject().Select(property => $"'{property.Name}'"))}");

    private static int? Population(JsonElement properties, string name, string file, long row)
    {
        var text = Property(properties, name, file, row);
        if (text.Length == 0)
            return null;
        return double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= int.MaxValue
            ? (int)Math.Round(number)
            : throw new ImportException(file, row, $"'{text}' in '{name}' is no number of residents");
    }
}
