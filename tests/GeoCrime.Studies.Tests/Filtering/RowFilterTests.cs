using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;

namespace GeoCrime.Studies.Tests.Filtering;

public class RowFilterTests
{
    private static readonly DateOnly Day = SmallCity.Monday;

    [Fact]
    public void Any_filter_lets_through_what_a_look_at_each_row_does() =>
        Prop.ForAll(SmallCity.AnyRows(), AnyFilter.ToArbitrary(), (rows, filter) =>
        {
            var columns = SmallCity.Columns(rows);
            var expected = columns.Chunks.SelectMany(chunk => Enumerable.Range(0, chunk.Count).Where(row => Passes(columns, chunk, row, filter)).Select(row => (chunk, row)));
            var found = RowFilter.Apply(columns, filter, CancellationToken.None);
            return expected.SequenceEqual(found.Rows()) && found.Count == found.Rows().Count() && found.Parts.All(part => part.Rows.Length > 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Two_parts_of_a_filter_let_through_what_both_do() =>
        Prop.ForAll(SmallCity.AnyRows(), AnyFilter.ToArbitrary(), (rows, filter) =>
        {
            var columns = SmallCity.Columns(rows);
            var where = Found(columns, IncidentFilter.All with { Where = filter.Where });
            var rest = Found(columns, filter with { Where = null });
            return where.Intersect(rest).ToHashSet().SetEquals(Found(columns, filter));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void The_first_day_is_inside_and_the_end_is_not()
    {
        var columns = SmallCity.Columns([new(Day.AddDays(-1)), new(Day), new(Day.AddDays(6), 23), new(Day.AddDays(7), 0)]);
        Assert.Equal(2, RowFilter.Apply(columns, new IncidentFilter(Day, Day.AddDays(7)), CancellationToken.None).Count);
    }

    [Fact]
    public void A_window_spans_years()
    {
        var columns = SmallCity.Columns([new(new(2022, 6, 1)), new(new(2023, 12, 31)), new(new(2024, 1, 1)), new(new(2025, 1, 1))]);
        var found = RowFilter.Apply(columns, new IncidentFilter(new(2023, 12, 31), new(2025, 1, 1)), CancellationToken.None);
        Assert.Equal([2023, 2024], found.Parts.Select(part => part.Chunk.Year));
    }

    [Theory]
    [InlineData(99.99, 1)]
    [InlineData(100.01, 0)]
    public void Near_reaches_to_its_rim(double metres, int expected)
    {
        var (longitude, latitude) = SmallCity.Jurisdiction.Projection.ToDegrees(SmallCity.West + 500, SmallCity.South + 500);
        var columns = SmallCity.Columns([new(Day, X: 500 + (metres * 0.6), Y: 500 + (metres * 0.8))]);
        Assert.Equal(expected, RowFilter.Apply(columns, new IncidentFilter(Where: new Place.Near(longitude, latitude, 100)), CancellationToken.None).Count);
    }

    [Fact]
    public void A_hole_is_outside()
    {
        var outer = SmallCity.Box(0, 0, 1000, 1000);
        var polygon = outer.Difference(SmallCity.Box(400, 400, 600, 600));
        var columns = SmallCity.Columns([new(Day, X: 500, Y: 500), new(Day, X: 300, Y: 500)]);
        var found = RowFilter.Apply(columns, new IncidentFilter(Where: new Place.InPolygon(polygon)), CancellationToken.None);
        Assert.Equal([SmallCity.West + 300], found.Positions().X);
    }

    [Fact]
    public void A_row_without_a_position_counts_in_its_area_but_in_no_shape()
    {
        var columns = SmallCity.Columns([new(Day, X: null, Y: null, Area: "P1")]);
        Assert.Equal(1, Count(columns, new Place.InAreas("precinct", ["P1"])));
        Assert.Equal(0, Count(columns, new Place.InPolygon(SmallCity.Box(-9e4, -9e4, 9e4, 9e4))));
        Assert.Empty(SmallCity.All(columns).Positions().X);
    }

    [Fact]
    public void Positions_are_metres_of_the_located_rows_in_order()
    {
        var columns = SmallCity.Columns([new(Day, X: 12.34, Y: 1), new(Day.AddDays(1), X: null, Y: null), new(Day.AddDays(2), X: 5, Y: 1999.99)]);
        var (x, y) = SmallCity.All(columns).Positions();
        Assert.Equal([SmallCity.West + 12.34, SmallCity.West + 5], x);
        Assert.Equal([SmallCity.South + 1, SmallCity.South + 1999.99], y);
    }

    [Fact]
    public void Reported_by_keeps_the_rows_known_on_that_day()
    {
        var columns = SmallCity.Columns([new(Day), new(Day, Reported: Day.AddDays(3)), new(new(2025, 1, 1))]);
        Assert.Equal(1, SmallCity.All(columns).ReportedBy(Day.AddDays(2)).Count);
        Assert.Equal(2, SmallCity.All(columns).ReportedBy(Day.AddDays(3)).Count);
        Assert.Single(SmallCity.All(columns).ReportedBy(Day.AddDays(3)).Parts);
    }

    [Fact]
    public void No_rows_give_no_rows() => Assert.Equal(0, SmallCity.All(SmallCity.Columns([])).Count);

    [Fact]
    public void A_cancelled_request_stops() =>
        Assert.ThrowsAny<OperationCanceledException>(() => RowFilter.Apply(SmallCity.Columns([new(Day)]), IncidentFilter.All, new CancellationToken(true)));

    public static TheoryData<IncidentFilter, string> Refused => new()
    {
        { new(Categories: ["theft", "arson"]), "There is no offence category 'arson'; there are: assault, drugs, theft." },
        { new(Hours: [0, 24]), "Hour 24 is outside 0…23." },
        { new(Hours: [-1]), "Hour -1 is outside 0…23." },
        { new(Day, Day), "The window is empty: from 2024-01-01 must lie before to 2024-01-01 (exclusive)." },
        { new(Where: new Place.InAreas("beat", ["1"])), "There is no area kind 'beat'; there are: precinct." },
        { new(Where: new Place.InAreas("precinct", ["P9"])), "There is no precinct 'P9'; there are: P1, P2, P3, P4." },
        { new(Where: new Place.Near(-105, 39.7, -5)), "near.metres is -5; 0 or more is allowed." },
        { new(Where: new Place.Near(-105, 39.7, double.NaN)), "near.metres is NaN; 0 or more is allowed." },
        { new(Where: new Place.Near(-105, 97, 5)), "near is at longitude -105, latitude 97; −180…180 and −90…90 are allowed." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_there_is_not_is_refused_by_name(IncidentFilter filter, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => RowFilter.Apply(SmallCity.Columns([new(Day)]), filter, CancellationToken.None)).Message);

    [Fact]
    public void Without_areas_the_message_says_so() =>
        Assert.Equal(
            "There is no area kind 'precinct': no areas are loaded for small.",
            Assert.Throws<ArgumentException>(() => SmallCity.Columns([], precincts: []).KindNumber("precinct")).Message);

    private static int Count(IncidentColumns columns, Place place) => RowFilter.Apply(columns, new IncidentFilter(Where: place), CancellationToken.None).Count;

    private static (int Year, int Row)[] Found(IncidentColumns columns, IncidentFilter filter) =>
        [.. RowFilter.Apply(columns, filter, CancellationToken.None).Rows().Select(each => (each.Chunk.Year, each.Row))];

    private static bool Passes(IncidentColumns columns, IncidentChunk chunk, int row, IncidentFilter filter)
    {
        var day = DateOnly.FromDayNumber(chunk.Day[row]);
        var category = columns.Categories[chunk.Category[row]];
        return !(day < filter.From) && !(day >= filter.To)
            && filter.Categories?.Contains(category.Code) != false
            && !(category.Severity < filter.MinSeverity)
            && filter.Hours?.Contains(chunk.Hour[row]) != false
            && filter.Weekdays?.Contains(day.DayOfWeek) != false
            && Lies(columns, chunk, row, filter.Where);
    }

    private static bool Lies(IncidentColumns columns, IncidentChunk chunk, int row, Place? place)
    {
        var (x, y, located) = (chunk.X[row] / 100.0, chunk.Y[row] / 100.0, chunk.X[row] != IncidentChunk.Unlocated);
        var projection = columns.Jurisdiction.Projection;
        switch (place)
        {
            case Place.InAreas areas:
                return chunk.Area[0][row] is var area and >= 0 && areas.Codes.Contains(columns.AreaKinds[0].Areas[area].Code);
            case Place.Near near:
                var centre = projection.ToMetres(near.Longitude, near.Latitude);
                return located && Math.Sqrt(Math.Pow(x - centre.X, 2) + Math.Pow(y - centre.Y, 2)) <= near.Metres;
            case Place.InPolygon polygon:
                // Even-odd rule: a ray eastwards crosses the ring an odd number of times.
                var ring = polygon.Polygon.Coordinates.Select(corner => projection.ToMetres(corner.X, corner.Y)).ToArray();
                return located && ring.Zip(ring.Skip(1)).Count(edge =>
                    edge.First.Y > y != edge.Second.Y > y
                    && x < edge.First.X + ((y - edge.First.Y) / (edge.Second.Y - edge.First.Y) * (edge.Second.X - edge.First.X))) % 2 == 1;
            default:
                return true;
        }
    }

    private static Gen<IncidentFilter> AnyFilter =>
        from part in Gen.Choose(0, 63)
        from start in Gen.Choose(0, 400)
        from length in Gen.Choose(1, 300)
        from categories in Gen.SubListOf(SmallCity.Categories.Select(category => category.Code).ToArray())
        from hours in Gen.SubListOf(Enumerable.Range(0, 24).ToArray())
        from weekdays in Gen.SubListOf(Enum.GetValues<DayOfWeek>())
        from severity in Gen.Elements(0.0, 2, 2.5, 5, 10, 11)
        from place in AnyPlace
        let first = new DateOnly(2023, 1, 1).AddDays(start)
        select new IncidentFilter(
            (part & 1) > 0 ? first : null,
            (part & 2) > 0 ? first.AddDays(length) : null,
            (part & 4) > 0 ? [.. categories] : null,
            place,
            (part & 8) > 0 ? [.. hours] : null,
            (part & 16) > 0 ? [.. weekdays] : null,
            (part & 32) > 0 ? severity : null);

    private static Gen<Place?> AnyPlace => Gen.OneOf(
        Gen.Constant<Place?>(null),
        Gen.SubListOf("P1", "P2", "P3", "P4").Select(codes => (Place?)new Place.InAreas("precinct", [.. codes])),
        // Off the centimetre, so that no row lies on a rim or an edge.
        Gen.Choose(0, 2000).Three().Select(at =>
        {
            var (longitude, latitude) = SmallCity.Jurisdiction.Projection.ToDegrees(SmallCity.West + at.Item1, SmallCity.South + at.Item2);
            return (Place?)new Place.Near(longitude, latitude, at.Item3 + 0.003);
        }),
        Gen.Choose(-100, 2100).Select(metres => metres + 0.0037).ArrayOf(6).Select(at =>
            (Place?)new Place.InPolygon(SmallCity.Ring([(at[0], at[1]), (at[2], at[3]), (at[4], at[5])]))));
}
