using GeoCrime.Data.Import.Reading;
using GeoCrime.Data.Import.Rows;
using GeoCrime.Domain;

namespace GeoCrime.Data.Import.Preview;

/// <summary>Tries an import on the first rows of a file: read, converted and projected as the importer does, and not stored.</summary>
public sealed class ImportTrials(GeoCrimeDatabase database)
{
    public const int MostRows = 10_000;
    private const int MostPoints = 500;
    private const int MostCategories = 20;

    /// <exception cref="ImportException">The file cannot be read or lacks a column, the CRS is unknown, or the category column holds no categories.</exception>
    public async Task<ImportTrial> RunAsync(ImportRequest request, CancellationToken cancellationToken)
    {
        var file = await SourceFile.InspectAsync(request.Path, cancellationToken);
        var (chunk, whole) = await ReadAsync(file, request, MostRows, cancellationToken);
        var aside = chunk.Rows.Where(row => row.Reason is not null || row.Standing == Standing.OtherContent).ToList();
        var accepted = chunk.Rows.Where(row => row.Reason is null && row.Standing == Standing.First).ToList();
        List<(double Longitude, double Latitude)> located = [.. accepted.Where(row => row.Position is not null).Select(row => row.Position!.Value)];
        var middle = PositionAdvice.Middle(located);
        return new ImportTrial(
            chunk.Rows.Count,
            whole,
            accepted.Count,
            chunk.Rows.Count - accepted.Count - aside.Count,
            located.Count,
            Reasons(aside),
            chunk.Notes.Counts.Where(note => !note.Key.StartsWith(Notes.UnmappedCategory, StringComparison.Ordinal)).ToDictionary(),
            [
                .. accepted.GroupBy(row => row.Category!.Code).OrderByDescending(group => group.Count()).Take(MostCategories)
                    .Select(group => new CategoryShare(group.First().Category!.Label, group.Count(), group.First().Category!.Mapped)),
            ],
            accepted.Count == 0 ? null : accepted.Min(row => row.OccurredFrom.Local),
            accepted.Count == 0 ? null : accepted.Max(row => row.OccurredFrom.Local),
            Spread(located),
            middle is { } at ? UtmProjection.ZoneOf(at.Longitude, at.Latitude) : null,
            middle is { } place ? TimeZonePlaces.Nearest(place.Longitude, place.Latitude) : null,
            await new PositionAdvice(database, rows => ReadPositionsAsync(file, request, rows, cancellationToken)).OfAsync(request, accepted.Count, located, cancellationToken));
    }

    private async Task<(Chunk Chunk, bool Whole)> ReadAsync(SourceFile file, ImportRequest request, int most, CancellationToken cancellationToken)
    {
        var profile = request.Profile;
        using var rows = SourceRows.Peek(file, Columns(file, profile.Columns()), profile.NeededColumns(), profile.Encoding);
        var srid = profile.Position is { } position ? CrsCode.Srid(position.Crs, file.Name) : rows.Srid;
        var reader = new ChunkReader(rows, new RowConverter(profile, profile.Columns(), srid, request.Now, file.Name), most, 0);
        var chunk = await Task.Run(() => reader.Read(cancellationToken).FirstOrDefault() ?? new Chunk([], new Notes(), 0), cancellationToken);
        var whole = reader.Break is null && (chunk.Rows.Count < most || !rows.Read());
        if (srid != CrsCode.Wgs84)
        {
            var projected = new ProjectedPositions(database.Source, srid, file.Name);
            await projected.CheckAsync(cancellationToken);
            await projected.TransformAsync(chunk, cancellationToken);
        }
        return (chunk, whole);
    }

    /// <summary>The positions of the first rows when the request is changed to another.</summary>
    private async Task<List<(double Longitude, double Latitude)>> ReadPositionsAsync(SourceFile file, ImportRequest request, Func<ImportRequest, ImportRequest> change, CancellationToken cancellationToken)
    {
        var (chunk, _) = await ReadAsync(file, change(request), MostPoints, cancellationToken);
        return [.. chunk.Rows.Where(row => row.Position is not null).Select(row => row.Position!.Value)];
    }

    /// <summary>Names as the file spells them; a GeoJSON file is asked for its first features' properties.</summary>
    private static IReadOnlyList<string> Columns(SourceFile file, IReadOnlyList<string> wanted)
    {
        if (file.Format != SourceFormat.GeoJson)
            return wanted;
        var present = GeoJsonRows.Properties(file, MostRows);
        return [.. wanted.Select(name => present[ColumnNames.Find(present, name, file.Name)])];
    }

    private static IReadOnlyList<ReasonCount> Reasons(List<ImportRow> aside) =>
    [
        .. aside.GroupBy(row => row.Reason ?? QuarantineReason.IdRepeated).OrderByDescending(group => group.Count())
            .Select(group => new ReasonCount(group.Key.Code, group.Key.Sentence, group.Count(), group.First().Number, QuarantineReader.Shortened(group.First().Raw ?? ""))),
    ];

    private static IReadOnlyList<(double, double)> Spread(List<(double, double)> located)
    {
        var step = Math.Max(1, (located.Count + MostPoints - 1) / MostPoints);
        return [.. located.Where((_, index) => index % step == 0)];
    }
}
