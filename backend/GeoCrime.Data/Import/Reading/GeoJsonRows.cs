using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace GeoCrime.Data.Import.Reading;

/// <summary>Features of a GeoJSON file as rows: a property is a column, a point geometry the position.</summary>
/// <remarks>The file is read twice: first for its columns and CRS and to see that it is whole, so that a broken file changes nothing.</remarks>
internal sealed class GeoJsonRows : SourceRows
{
    private readonly FileStream onDisk;
    private readonly FeatureReader features;
    private readonly IReadOnlyList<string> columns;
    private bool isAhead;

    public GeoJsonRows(SourceFile source, IReadOnlyList<string> columns)
    {
        using (var first = new FeatureReader(source.Open(out _), source.Name))
            (this.columns, Srid) = Survey(first, columns, source.Name);
        features = new FeatureReader(source.Open(out onDisk), source.Name);
    }

    private GeoJsonRows(SourceFile source, IReadOnlyList<string> columns, FeatureReader features, FileStream onDisk)
    {
        (this.columns, this.features, this.onDisk) = (columns, features, onDisk);
        // The crs member, where a file has one, stands before its features.
        if (!features.Read())
            throw new ImportException(source.Name, null, "the file has no features");
        isAhead = true;
        Srid = features.CrsName is { } crs ? CrsCode.Srid(crs, source.Name) : CrsCode.Wgs84;
    }

    /// <summary>The first features, without reading the file to its end.</summary>
    /// <param name="columns">Names of properties; one that no feature has is blank throughout.</param>
    public static GeoJsonRows Peek(SourceFile source, IReadOnlyList<string> columns) =>
        new(source, columns, new FeatureReader(source.Open(out var onDisk), source.Name), onDisk);

    public override int Srid { get; }

    public override long BytesRead => onDisk.Position;

    public override string Raw => Clean(Utf8(features.Feature));

    public override (double X, double Y)? Geometry
    {
        get
        {
            if (!features.Feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind != JsonValueKind.Object
                || !geometry.TryGetProperty("type", out var type) || !type.ValueEquals("Point")
                || !geometry.TryGetProperty("coordinates", out var position) || position.ValueKind != JsonValueKind.Array
                || position.GetArrayLength() < 2)
                return null;
            return position[0].ValueKind == JsonValueKind.Number && position[1].ValueKind == JsonValueKind.Number
                ? (position[0].GetDouble(), position[1].GetDouble())
                : null;
        }
    }

    public override bool Read()
    {
        if (!isAhead && !features.Read())
            return false;
        isAhead = false;
        Number++;
        Mangled = false;
        Defect = Properties(features.Feature) is null ? QuarantineReason.Malformed : null;
        return true;
    }

    public override string Field(int column) =>
        Properties(features.Feature) is { } properties && properties.TryGetProperty(columns[column], out var value) ? Clean(Text(value)).Trim() : "";

    public override void AppendTo(RowHash hash) => hash.Append(Utf8(features.Feature));

    /// <summary>Names of the properties of the first features, in the order in which they come.</summary>
    /// <exception cref="ImportException">The file cannot be read or has no features.</exception>
    public static IReadOnlyList<string> Properties(SourceFile source, int features)
    {
        using var reader = new FeatureReader(source.Open(out _), source.Name);
        var present = new List<string>();
        var known = new HashSet<string>();
        while (reader.Count < features && reader.Read())
        {
            if (reader.Feature is { ValueKind: JsonValueKind.Object } feature && feature.TryGetProperty("attributes", out _))
                throw new ImportException(source.Name, null, "this is Esri JSON; it becomes GeoJSON with: ogr2ogr -f GeoJSON out.geojson in.json");
            AddNew(reader, present, known);
        }
        if (reader.Count == 0)
            throw new ImportException(source.Name, null, "the file has no features");
        return present.Count > 0 ? present : throw new ImportException(source.Name, null, "its features have no properties");
    }

    private static void AddNew(FeatureReader features, List<string> present, HashSet<string> known)
    {
        if (Properties(features.Feature) is { } properties)
            foreach (var property in properties.EnumerateObject())
                if (known.Add(property.Name))
                    present.Add(property.Name);
    }

    private static (IReadOnlyList<string> Columns, int Srid) Survey(FeatureReader features, IReadOnlyList<string> wanted, string file)
    {
        var present = new List<string>();
        var known = new HashSet<string>();
        while (features.Read())
            AddNew(features, present, known);
        if (features.Count == 0)
            throw new ImportException(file, null, "the file has no features");
        var columns = wanted.Select(column => present[ColumnNames.Find(present, column, file)]).ToArray();
        return (columns, features.CrsName is { } crs ? CrsCode.Srid(crs, file) : CrsCode.Wgs84);
    }

    private static JsonElement? Properties(JsonElement feature) =>
        feature.ValueKind == JsonValueKind.Object && feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
            ? properties
            : null;

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => String(value),
        _ => Utf8(value),
    };

    private static string String(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Bytes that are not UTF-8 or half a surrogate pair: shown as they are, replaced where they must be.
            return Utf8(value).Trim('"');
        }
    }

    private static string Utf8(JsonElement value) => Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(value));

    private string Clean(string text)
    {
        if (!text.AsSpan().ContainsAny('\0', '\uFFFD'))
            return text;
        Mangled = true;
        return text.Replace('\0', '\uFFFD');
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            features.Dispose();
    }
}
