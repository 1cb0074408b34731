using GeoCrime.Analytics.Autocorrelation;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.Studies.Nearby;
using GeoCrime.Studies.Runs;
using GeoCrime.Studies.SampleCity;
using GeoCrime.Studies.Tests.Hotspots;
using GeoCrime.Studies.Tests.SampleCity;

namespace GeoCrime.Studies.Tests.Nearby;

public class PlaceCorrelationStudyTests
{
    private static readonly DateOnly Day = SmallCity.Monday;

    [Fact]
    public async Task Reports_are_counted_by_distance_to_the_nearest_place_over_the_ground_of_the_city()
    {
        // 30 and 250 m from the only bar.
        var columns = SmallCity.Columns([new(Day, X: 530, Y: 500), new(Day, X: 750, Y: 500), new(Day, X: null, Y: null)]);
        var result = await RunAsync(columns, new PlaceCorrelationRequest("bar", IncidentFilter.All, [100, 200]), At("bar", 500, 500));
        Assert.Equal([1, 0, 1], result.Distances.Select(band => band.Events));
        Assert.Equal((2, 1, PlaceControl.Ground), (result.Incidents, result.Places, result.Control));
        // A disc of 100 m, in cells of 25 m.
        Assert.Equal(Math.PI * 0.01, result.Distances[0].SquareKilometres, 0.002);
        Assert.Equal([0.5, 0.5], result.CrossK.Select(row => row.PlacesPerEvent));
    }

    /// <summary>In the sample city nightlife offences gather around bars, within 220 m.</summary>
    [Fact]
    public async Task Assaults_of_the_sample_city_keep_closer_to_bars_than_all_reports_do_and_burglaries_do_not()
    {
        var places = SharedCity.City.Places.Where(place => place.Category == "bar").Select(place => OceanProjection.ToDegrees(place.Point) is var (longitude, latitude)
            ? new ContextPlace("bar", "bar", place.Id, place.Name, longitude, latitude)
            : throw new InvalidOperationException()).ToArray();
        async Task<PlaceCorrelationResult> Of(string offence) =>
            await RunAsync(SampleCityColumns.All, new PlaceCorrelationRequest("bar", new IncidentFilter(new DateOnly(2024, 1, 1), new DateOnly(2024, 7, 1), [offence]), [100, 200, 400]), places);
        var (assaults, burglaries) = (await Of("simple-assault"), await Of("burglary"));
        Assert.Equal(PlaceControl.AllReports, assaults.Control);
        Assert.True(assaults.CrossK[1].PlacesPerEvent > assaults.CrossK[1].Upper && assaults.CrossK[1].P == 0.01, $"{assaults.CrossK[1]}");
        Assert.True(burglaries.CrossK[1].PlacesPerEvent < assaults.CrossK[1].PlacesPerEvent);
        // Denser near a bar than anywhere, and less so with distance.
        Assert.True(assaults.Distances[0].Ratio > 2 && assaults.Distances[0].Ratio > assaults.Distances[2].Ratio, string.Join("\n", assaults.Distances));
        Assert.True(assaults.Moran!.I > 0.1 && assaults.Moran.P <= 0.01, $"{assaults.Moran}");
        Assert.True(assaults.Densities.Spearman > 0.2, $"{assaults.Densities}");
        Assert.Contains(assaults.Cells, cell => cell.Quadrant == Quadrant.HighHigh && cell.PseudoP < 0.01);
        Assert.All(assaults.Cells, cell => Assert.InRange(cell.AdjustedP, cell.PseudoP, 1));
    }

    [Fact]
    public async Task A_part_of_the_city_is_its_own_ground()
    {
        var columns = SmallCity.Columns(SmallCity.Scattered(300));
        var (longitude, latitude) = SmallCity.Jurisdiction.Projection.ToDegrees(SmallCity.West + 1000, SmallCity.South + 1000);
        var whole = await RunAsync(columns, new PlaceCorrelationRequest("bar", IncidentFilter.All, [100]), At("bar", 1000, 1000));
        var part = await RunAsync(columns, new PlaceCorrelationRequest("bar", new IncidentFilter(Where: new Place.Near(longitude, latitude, 300)), [100]), At("bar", 1000, 1000));
        Assert.Equal(Math.PI * 0.09, part.Distances.Sum(band => band.SquareKilometres), 0.01);
        Assert.True(whole.Distances.Sum(band => band.SquareKilometres) > 1);
        Assert.True(part.Incidents < whole.Incidents);
    }

    [Fact]
    public async Task No_reports_one_report_and_a_place_far_away_are_answered()
    {
        var columns = SmallCity.Columns([new(Day)]);
        var none = await RunAsync(columns, new PlaceCorrelationRequest("bar", new IncidentFilter(Categories: ["drugs"]), [100]), At("bar", 500, 500));
        Assert.Equal(0, none.Incidents);
        Assert.Null(none.Moran);
        Assert.All(none.Distances, band => Assert.Equal((0, 1.0), (band.Events, band.P)));
        var far = await RunAsync(columns, new PlaceCorrelationRequest("bar", IncidentFilter.All, [100]), At("bar", 300_000, 500));
        Assert.Equal([0, 1], far.Distances.Select(band => band.Events));
        Assert.Null(far.Moran);
        Assert.True(double.IsNaN(far.Densities.Pearson));
    }

    [Fact]
    public async Task The_run_names_the_study_the_seed_and_the_parameters_and_the_same_request_is_the_same_run()
    {
        var study = new PlaceCorrelationStudy(new LiveRuns(), new Shelf(At("bar", 500, 500)));
        var columns = SmallCity.Columns(SmallCity.Scattered(100));
        var request = new PlaceCorrelationRequest("bar", IncidentFilter.All, [100], Seed: 5);
        var first = await study.RunAsync(columns, request, AccessPolicy.Local, CancellationToken.None);
        Assert.Equal((StudyKind.Nearby, 5), (first.Run.Study, first.Run.Seed));
        Assert.Contains("\"kind\":\"bar\"", first.Run.Parameters, StringComparison.Ordinal);
        Assert.Same(first, await study.RunAsync(columns, request, AccessPolicy.Local, CancellationToken.None));
        Assert.NotEqual(first.Run.Id, (await study.RunAsync(columns, request with { CellMetres = 300 }, AccessPolicy.Local, CancellationToken.None)).Run.Id);
    }

    [Fact]
    public async Task What_cannot_be_is_refused()
    {
        var columns = SmallCity.Columns([new(Day)]);
        var usual = new PlaceCorrelationRequest("bar", IncidentFilter.All, [100, 200]);
        async Task<string> Message(PlaceCorrelationRequest request, params ContextPlace[] places) => (await Assert.ThrowsAnyAsync<ArgumentException>(() => RunAsync(columns, request, places))).Message;
        Assert.Equal("kind: no places are loaded for small.", await Message(usual));
        Assert.Equal("kind: there are no places 'bar'; there are: stop.", await Message(usual, At("stop", 1, 1)));
        Assert.Equal("metres: distance 2 is 100; distances rise within 10…5000.", await Message(usual with { Metres = [100, 100] }, At("bar", 1, 1)));
        Assert.Equal("There are 0 distances; 1…20 are allowed.", await Message(usual with { Metres = [] }, At("bar", 1, 1)));
        Assert.Equal("cellMetres is 10; 50…5000 is allowed.", await Message(usual with { CellMetres = 10 }, At("bar", 1, 1)));
        Assert.Equal("simulations is 5; 19…999 is allowed.", await Message(usual with { Simulations = 5 }, At("bar", 1, 1)));
    }

    private static async Task<PlaceCorrelationResult> RunAsync(IncidentColumns columns, PlaceCorrelationRequest request, params ContextPlace[] places) =>
        (await new PlaceCorrelationStudy(new LiveRuns(), new Shelf(places)).RunAsync(columns, request, AccessPolicy.Local, CancellationToken.None)).Result;

    /// <summary>Metres from the small city's south-west corner.</summary>
    private static ContextPlace At(string kind, double x, double y)
    {
        var (longitude, latitude) = SmallCity.Jurisdiction.Projection.ToDegrees(SmallCity.West + x, SmallCity.South + y);
        return new ContextPlace(kind, kind, $"{x},{y}", null, longitude, latitude);
    }

    private sealed class Shelf(params ContextPlace[] places) : IContextPlaces
    {
        public Task<IReadOnlyList<ContextPlace>> LoadAsync(Jurisdiction jurisdiction, string? kind, AccessPolicy policy, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<ContextPlace>>([.. places.Where(place => kind is null || place.Kind == kind)]);
    }
}
