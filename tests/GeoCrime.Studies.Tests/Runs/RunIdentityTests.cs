using System.Text.Json;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Hotspots;
using GeoCrime.Studies.Runs;
using NetTopologySuite.IO;

namespace GeoCrime.Studies.Tests.Runs;

public class RunIdentityTests
{
    private static readonly IncidentColumns Columns = SmallCity.Columns([]);
    private static readonly HotspotRequest Request = new(new IncidentFilter(new(2024, 1, 1), Categories: ["theft"]));

    [Fact]
    public void The_same_question_has_the_same_id()
    {
        var again = RunIdentity.Of(StudyKind.Hotspots, SmallCity.Columns([]), new HotspotRequest(new IncidentFilter(new(2024, 1, 1), Categories: ["theft"])), 1, AccessPolicy.Local);
        Assert.Equal(Identity.Id, again.Id);
        Assert.Matches("^[0-9a-f]{16}$", Identity.Id);
    }

    [Fact]
    public void Every_part_changes_the_id()
    {
        RunIdentity[] others =
        [
            Identity with { Study = StudyKind.Density },
            Identity with { Jurisdiction = "other" },
            Identity with { DataVersion = "v2" },
            Identity with { Seed = 2 },
            Identity with { Seed = null },
            Identity with { Policy = "viewer" },
            Of(Request with { CellMetres = 251 }),
            Of(Request with { Unit = HotspotUnit.Square }),
            Of(Request with { Filter = IncidentFilter.All }),
            Of(Request with { Filter = Request.Filter with { From = new(2024, 1, 2) } }),
            Of(Request with { Filter = Request.Filter with { Hours = [1] } }),
            Of(Request with { Filter = Request.Filter with { Where = new Place.InAreas("precinct", ["P1"]) } }),
            Of(Request with { Filter = Request.Filter with { Where = new Place.InAreas("precinct", ["P2"]) } }),
        ];
        Assert.Equal(others.Length + 1, others.Append(Identity).Select(identity => identity.Id).Distinct().Count());
    }

    public static TheoryData<Place, string> Places => new()
    {
        { new Place.InAreas("precinct", ["P1", "P\"2"]), """{"areas":["precinct","P1","P\u00222"]}""" },
        { new Place.InAreas("precinct", []), """{"areas":["precinct"]}""" },
        { new Place.Near(-104.9903, 39.7392, 0.1 + 0.2), """{"near":[-104.9903,39.7392,0.30000000000000004]}""" },
        { new Place.InPolygon(new WKTReader().Read("POLYGON ((0 0, 1 0, 1 1, 0 0))")), """{"polygon":"POLYGON ((0 0, 1 0, 1 1, 0 0))"}""" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void A_place_reads_back_as_it_was_written(Place place, string json)
    {
        Assert.Equal(json, RunIdentity.Write(place));
        Assert.Equal(json, RunIdentity.Write(RunIdentity.Read<Place>(json)));
        Assert.IsType(place.GetType(), RunIdentity.Read<Place>(json));
    }

    [Fact]
    public void A_polygon_keeps_its_last_digit()
    {
        var polygon = SmallCity.Ring([(1 / 3.0, 0), (1000 / 7.0, 1), (500, 900 / 11.0)]);
        var back = Assert.IsType<Place.InPolygon>(RunIdentity.Read<Place>(RunIdentity.Write<Place>(new Place.InPolygon(polygon))));
        Assert.True(polygon.EqualsExact(back.Polygon));
    }

    [Fact]
    public void A_request_reads_back_with_every_part()
    {
        var filter = new IncidentFilter(new(2023, 1, 1), new(2024, 1, 1), ["theft"], new Place.Near(1, 2, 3), [0, 23], [DayOfWeek.Sunday], 2.5);
        var request = new ForecastRequest("precinct", ForecastModel.Lstm, SeriesStep.Week, 4, filter);
        var json = RunIdentity.Write(request);
        var back = RunIdentity.Read<ForecastRequest>(json);
        Assert.Equal(json, RunIdentity.Write(back));
        Assert.Equal((request.Kind, request.Model, request.Step, request.Horizon), (back.Kind, back.Model, back.Step, back.Horizon));
        Assert.Equal((filter.From, filter.To, filter.MinSeverity, filter.Where), (back.Filter.From, back.Filter.To, back.Filter.MinSeverity, back.Filter.Where));
        Assert.Equal(filter.Categories, back.Filter.Categories);
        Assert.Equal(filter.Hours, back.Filter.Hours);
        Assert.Equal(filter.Weekdays, back.Filter.Weekdays);
    }

    [Theory]
    [InlineData("""{"circle":[1,2,3]}""", "'circle' is no place; areas, polygon and near are.")]
    [InlineData("null", "The parameters are empty.")]
    public void Other_text_is_no_place(string json, string message) =>
        Assert.Contains(message, Assert.Throws<JsonException>(() => RunIdentity.Read<Place>(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_ledger_record_says_all_that_the_id_stands_for()
    {
        var queued = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var run = Identity.ToRun(RunState.Queued, queued);
        Assert.Equal(
            new Run(Identity.Id, StudyKind.Hotspots, RunState.Queued, "small", Identity.Parameters, "v1", CodeVersion.Current, 1, queued, null, null, 0, null, null),
            run);
        Assert.Equal(1, Identity.ToRun(RunState.Succeeded, queued).Progress);
    }

    private static RunIdentity Identity => Of(Request);

    private static RunIdentity Of(HotspotRequest request) => RunIdentity.Of(StudyKind.Hotspots, Columns, request, 1, AccessPolicy.Local);
}
