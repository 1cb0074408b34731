using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Areas;
using GeoCrime.Data.Import.Profiles;
using GeoCrime.Tests;

namespace GeoCrime.Data.Tests.Import.Areas;

public sealed class AreaImporterTests(ImportDatabase database) : IClassFixture<ImportDatabase>, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string city = database.NewJurisdiction();

    [Fact]
    public async Task Areas_set_the_analysis_crs_and_their_size_is_that_of_the_spheroid()
    {
        var summary = await LoadAsync(Square("A", -105, 39.7));
        Assert.Equal((1, 1, false), (summary.Features, summary.Areas, summary.Unchanged));
        Assert.Empty(summary.Repairs);
        Assert.Equal(32613, await database.OneAsync<int>(city, "SELECT analysis_srid FROM geocrime.jurisdiction WHERE id = $1"));
        // A hundredth of a degree at 39.7° N: 0.857 km by 1.110 km.
        Assert.Equal(0.952, await AreaAsync<double>("square_kilometres"), 0.001);
    }

    [Fact]
    public async Task Features_with_the_same_code_become_one_area()
    {
        var summary = await LoadAsync($"{Square("31", -105, 39.7)},{Square("31", -104.9, 39.7)},{Square("31", -104.99, 39.7)}");
        Assert.Equal((3, 1), (summary.Features, summary.Areas));
        // The third square touches the first, so two parts are left.
        Assert.Equal(2, await AreaAsync<int>("ST_NumGeometries(geom)"));
    }

    [Fact]
    public async Task An_invalid_ring_is_repaired_and_reported()
    {
        const string bowTie = """{"type":"Feature","properties":{"code":"B","name":"Bow"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[0.02,0.02],[0.02,0],[0,0.02],[0,0]]]}}""";
        const string spike = """{"type":"Feature","properties":{"code":"S","name":"Spike"},"geometry":{"type":"MultiPolygon","coordinates":[[[[1,1],[1.01,1],[1.01,1.01]]],[[[2,2],[2.1,2]]]]}}""";
        var summary = await LoadAsync($"{bowTie},{spike}");

        Assert.Equal(
            [new AreaRepair("S", "a ring was not closed"), new("S", "a ring was not closed"), new("S", "a ring of 3 points was left out"), new("B", "Self-intersection[0.01 0.01]")],
            summary.Repairs);
        Assert.Equal([true, true], await database.ReadAsync<bool>(city, Select("ST_IsValid(geom)")));
        Assert.Equal([2, 1], await database.ReadAsync<int>(city, Select("ST_NumGeometries(geom)")));
    }

    [Fact]
    public async Task Another_crs_is_transformed_and_may_be_named_by_the_user()
    {
        // One kilometre square in UTM zone 13 north.
        const string square = """{"type":"Feature","properties":{"code":"U","name":"U"},"geometry":{"type":"Polygon","coordinates":[[[500000,4400000],[501000,4400000],[501000,4401000],[500000,4401000],[500000,4400000]]]}}""";
        await LoadAsync(square, request => request with { Crs = "EPSG:32613" });
        Assert.Equal(-105, await AreaAsync<double>("ST_XMin(geom)"), 1e-7);
        // 1 km² on the map is 1/0.9996² on the ground of the central meridian.
        Assert.Equal(1 / (0.9996 * 0.9996), await AreaAsync<double>("square_kilometres"), 1e-4);

        var error = await Assert.ThrowsAsync<ImportException>(() => LoadAsync(square, request => request with { Crs = "Colorado" }));
        Assert.EndsWith("unknown coordinate reference system 'Colorado'; name one as EPSG:4326", error.Message);
        error = await Assert.ThrowsAsync<ImportException>(() => LoadAsync(square, request => request with { Crs = "EPSG:99999" }));
        Assert.Contains("the coordinates of 'U' cannot be those of EPSG:99999", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, await database.OneAsync<long>(city, "SELECT count(*) FROM geocrime.area_set WHERE jurisdiction_id = $1"));
    }

    [Fact]
    public async Task Areas_loaded_later_take_the_incidents_that_are_there_and_border_ties_go_to_the_lowest_code()
    {
        var profile = MappedProfile.Parse("id=id,occurred=from,category=what,lon=x,lat=y,area:beat=beat", "mine", "America/Denver");
        var points = "id,from,what,x,y,beat\n1,2022-01-01 10:00,theft,-104.995,39.705,A\n2,2021-01-01 10:00,theft,-104.985,39.705,0b\n3,2022-01-01 10:00,theft,-104.99,39.705,B\n4,2022-01-01 10:00,theft,-104,39.7,A\n5,2022-01-01 10:00,theft,,,A\n";
        await database.ImportAsync(folder.Write("p.csv", points), profile, city);
        var version = await database.VersionAsync(city);
        var summary = await LoadAsync($"{Square("B", -104.99, 39.7)},{Square("A", -105, 39.7)}");

        Assert.Equal(4, summary.Joined);
        Assert.Equal(["1 A", "2 B", "3 A", "4", "5"], await database.ReadAsync<string>(city, """
            SELECT concat_ws(' ', k.source_key, a.code) FROM geocrime.incident i JOIN geocrime.incident_key k ON k.id = i.id
            LEFT JOIN geocrime.area a ON a.id = ANY (i.area_ids) WHERE i.jurisdiction_id = $1 ORDER BY 1
            """));
        // 1 and 2 agree (0b is b), 3 lies on the border, 4 outside.
        Assert.Equal(new StatedAgreement("beat", 4, 2), Assert.Single(summary.Agreement));
        Assert.True(await database.VersionAsync(city) > version);

        await LoadAsync(Square("Z", -105, 39.7).Replace("39.71", "39.72"));
        Assert.Equal(["1 Z", "2", "3 Z", "4", "5"], await database.ReadAsync<string>(city, """
            SELECT concat_ws(' ', k.source_key, a.code) FROM geocrime.incident i JOIN geocrime.incident_key k ON k.id = i.id
            LEFT JOIN geocrime.area a ON a.id = ANY (i.area_ids) WHERE i.jurisdiction_id = $1 ORDER BY 1
            """));
    }

    [Fact]
    public async Task The_same_areas_twice_change_nothing()
    {
        await LoadAsync(Square("A", -105, 39.7));
        var version = await database.VersionAsync(city);
        Assert.True((await LoadAsync(Square("A", -105, 39.7))).Unchanged);
        Assert.Equal(version, await database.VersionAsync(city));
    }

    [Theory]
    [InlineData("""{"type":"Feature","properties":{"code":"A"},"geometry":null}""", "the property 'name' is missing; present are 'code'")]
    [InlineData("""{"type":"Feature","properties":{"code":"A","name":"A"},"geometry":{"type":"Point","coordinates":[0,0]}}""", "the geometry is neither Polygon nor MultiPolygon")]
    [InlineData("""{"type":"Feature","properties":{"code":"A","name":"A"},"geometry":{"type":"Polygon","coordinates":[0,0]}}""", "the coordinates are not those of a polygon")]
    [InlineData("""{"type":"Feature","properties":{"code":"","name":"A"},"geometry":{"type":"Polygon","coordinates":[]}}""", "the property 'code' is blank")]
    public async Task A_feature_that_is_no_area_is_refused_with_its_number(string feature, string reason)
    {
        var error = await Assert.ThrowsAsync<ImportException>(() => LoadAsync($"{Square("A", 0, 0)},{feature}"));
        Assert.Equal((2, reason), (error.Row, error.Reason));
    }

    [Fact]
    public async Task A_new_jurisdiction_needs_a_time_zone()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => LoadAsync(Square("A", 0, 0), request => request with { TimeZone = null }));
        Assert.StartsWith($"the jurisdiction '{city}' is new: name its time zone", error.Message);
    }

    /// <summary>Counts and repairs are those of data/README.md: GEOS finds 3 and 17 invalid features.</summary>
    [Theory]
    [InlineData("sf_planning_neighborhoods.geojson", "name", 37, 37, 3)]
    [InlineData("la_neighborhoods.geojson", "name", 114, 114, 17)]
    [InlineData("chicago_police_districts.geojson", "dist_num", 25, 23, 0)]
    [InlineData("denver_neighborhoods.geojson", "nbhd_name", 78, 78, 0)]
    public async Task Published_boundaries_load_whole_and_valid(string file, string code, int features, int areas, int repaired)
    {
        var summary = await new AreaImporter(database.Database).RunAsync(
            new AreaRequest(RepositoryFiles.OpenData(file), city, "area", code, code) { TimeZone = "America/Denver" });

        Assert.Equal((features, areas), (summary.Features, summary.Areas));
        Assert.Equal(repaired, summary.Repairs.DistinctBy(repair => repair.Code).Count());
        Assert.Equal(areas, await database.OneAsync<long>(city, Select("count(*) FILTER (WHERE ST_IsValid(geom) AND square_kilometres > 0)")));
    }

    private static string Square(string code, double west, double south) => $$$"""
        {"type":"Feature","properties":{"code":"{{{code}}}","name":"Area {{{code}}}"},"geometry":{"type":"Polygon","coordinates":[[[{{{west}}},{{{south}}}],[{{{west + 0.01:0.######}}},{{{south}}}],[{{{west + 0.01:0.######}}},{{{south + 0.01:0.######}}}],[{{{west}}},{{{south + 0.01:0.######}}}],[{{{west}}},{{{south}}}]]]}}
        """;

    private Task<AreaSummary> LoadAsync(string features, Func<AreaRequest, AreaRequest>? change = null)
    {
        var path = folder.Write("areas.geojson", $"{{\"type\":\"FeatureCollection\",\"features\":[{features}]}}");
        var request = new AreaRequest(path, city, "beat", "code", "name") { TimeZone = "America/Denver" };
        return new AreaImporter(database.Database).RunAsync(change is null ? request : change(request));
    }

    private Task<T> AreaAsync<T>(string expression) => database.OneAsync<T>(city, Select(expression));

    private static string Select(string expression) =>
        $"SELECT {expression} FROM geocrime.area a JOIN geocrime.area_set s ON s.id = a.area_set_id WHERE s.jurisdiction_id = $1 AND s.current {(expression.StartsWith("count") ? "" : "ORDER BY a.code")}";

    public void Dispose() => folder.Dispose();
}
