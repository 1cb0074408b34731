using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;
using NetTopologySuite.Geometries;

namespace GeoCrime.Studies.Tests;

/// <summary>One incident of a city made by hand.</summary>
/// <param name="X">Metres east of the city's south-west corner; null for a row without a position.</param>
/// <param name="Y">Metres north of it.</param>
/// <param name="Area">Precinct; null means the one that holds the position.</param>
/// <param name="Reported">Null means the day itself.</param>
internal sealed record Row(DateOnly Day, int Hour = 12, string Category = "theft", double? X = 500, double? Y = 500, string? Area = null, DateOnly? Reported = null);

/// <summary>
/// A city of four precincts, squares of one kilometre: P1 south-west, P2 south-east, P3 north-west, P4 north-east. Its south-west corner
/// lies on a multiple of every usual cell, so that cells can be counted by hand.
/// </summary>
internal static class SmallCity
{
    public const double West = 500_000;
    public const double South = 4_400_000;
    public const double Side = 2000;
    public static readonly DateOnly Monday = new(2024, 1, 1);
    public static readonly OffenceCategory[] Categories =
    [
        new(1, "theft", "Theft", "property", 2, false),
        new(2, "assault", "Assault", "violence", 10, false),
        new(3, "drugs", "Drugs", "order", 5, true),
    ];

    private static readonly (string Code, double X, double Y)[] Precincts = [("P1", 0, 0), ("P2", 1000, 0), ("P3", 0, 1000), ("P4", 1000, 1000)];

    public static Jurisdiction Jurisdiction { get; } = new(1, "small", "Small City", "America/Denver", 32613, true);

    /// <summary>The snapshot of some rows.</summary>
    /// <param name="completeThrough">Null means the last day.</param>
    /// <param name="precincts">Codes in the order wanted; null means all four, empty means that no areas are loaded.</param>
    public static IncidentColumns Columns(IEnumerable<Row> rows, DateOnly? completeThrough = null, string[]? precincts = null, int? population = 1000, string version = "v1")
    {
        Area[] areas = [.. (precincts ?? ["P1", "P2", "P3", "P4"]).Select((code, number) => AreaOf(code, number, population))];
        var all = rows.OrderBy(row => row.Day).ThenBy(row => row.Hour).ToArray();
        return new IncidentColumns(
            Jurisdiction,
            version,
            completeThrough ?? (all.Length == 0 ? null : all[^1].Day),
            Categories,
            areas.Length == 0 ? [] : [new AreaColumn("precinct", "Precincts", areas)],
            [.. all.GroupBy(row => row.Day.Year).Select(year => Chunk(year.Key, [.. year], areas))]);
    }

    public static FilteredIncidents All(IncidentColumns columns) => RowFilter.Apply(columns, IncidentFilter.All, CancellationToken.None);

    /// <summary>Located rows all over the city on one day, the same at each call.</summary>
    public static Row[] Scattered(int count)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(number => new Row(Monday, number % 24, Categories[number % 3].Code, random.Next(2000), random.Next(2000)))];
    }

    /// <summary>Rows anywhere in and around the city, over some thirteen months, of all categories; one in eight without a position.</summary>
    public static Arbitrary<Row[]> AnyRows(int most = 150) => (
        from count in Gen.Choose(0, most)
        from rows in AnyRow.ArrayOf(count)
        select rows).ToArbitrary();

    /// <summary>The polygon of a box given as <see cref="Row"/>'s positions, in degrees.</summary>
    public static Polygon Box(double minX, double minY, double maxX, double maxY) => Ring([(minX, minY), (maxX, minY), (maxX, maxY), (minX, maxY)]);

    public static Polygon Ring((double X, double Y)[] corners) => (Polygon)Jurisdiction.Projection.ToDegrees(
        new Polygon(new LinearRing([.. corners.Append(corners[0]).Select(corner => new Coordinate(West + corner.X, South + corner.Y))])));

    private static Gen<Row> AnyRow =>
        from day in Gen.Choose(0, 400)
        from hour in Gen.Choose(0, 23)
        from category in Gen.Elements(Categories)
        from x in Gen.Choose(-20_000, 220_000)
        from y in Gen.Choose(-20_000, 220_000)
        from located in Gen.Choose(0, 7)
        from delay in Gen.Choose(0, 20)
        let start = new DateOnly(2023, 1, 10).AddDays(day)
        select new Row(start, hour, category.Code, located > 0 ? x / 100.0 : null, located > 0 ? y / 100.0 : null, null, start.AddDays(delay));

    private static Area AreaOf(string code, int number, int? population)
    {
        var (_, x, y) = Precincts.Single(each => each.Code == code);
        return new Area(number + 1, "precinct", code, $"Precinct {code}", new MultiPolygon([Box(x, y, x + 1000, y + 1000)]), 1, population);
    }

    private static IncidentChunk Chunk(int year, Row[] rows, Area[] areas)
    {
        static int Centimetres(double origin, double? metres) => metres is { } value ? (int)Math.Round((origin + value) * 100) : IncidentChunk.Unlocated;
        return new IncidentChunk(
            year,
            1,
            [.. rows.Select(row => Centimetres(West, row.X))],
            [.. rows.Select(row => Centimetres(South, row.Y))],
            [.. rows.Select(row => row.Day.DayNumber)],
            [.. rows.Select(row => (byte)row.Hour)],
            [.. rows.Select(row => (short)Array.FindIndex(Categories, category => category.Code == row.Category))],
            areas.Length == 0 ? [] : [[.. rows.Select(row => (short)Array.FindIndex(areas, area => area.Code == PrecinctOf(row)))]],
            [.. rows.Select(row => (row.Reported ?? row.Day).DayNumber)]);
    }

    /// <summary>The precinct of a row; null outside all.</summary>
    public static string? PrecinctOf(Row row) => row.Area ?? Precincts
        .FirstOrDefault(each => row.X >= each.X && row.X < each.X + 1000 && row.Y >= each.Y && row.Y < each.Y + 1000).Code;
}
