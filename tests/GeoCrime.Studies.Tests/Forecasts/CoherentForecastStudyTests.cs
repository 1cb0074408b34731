using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Tests.Forecasts;

public class CoherentForecastStudyTests
{
    private const int Days = 417;
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly ForecastRequest Daily = new("precinct", ForecastModel.Best, SeriesStep.Day, 30, IncidentFilter.All);

    // The last day is a Thursday: the week under way has four known days.
    private static readonly IncidentColumns Columns = City(outside: false);

    [Theory]
    [InlineData(SeriesStep.Day, 30)]
    [InlineData(SeriesStep.Week, 8)]
    [InlineData(SeriesStep.Month, 3)]
    public async Task Served_areas_add_up_to_the_served_city(SeriesStep step, int horizon)
    {
        var request = Daily with { Step = step, Horizon = horizon };
        var (areas, city) = await BothAsync(Columns, request);
        for (var h = 0; h < horizon; h++)
            Assert.Equal(city[h], areas.Sum(path => path[h]), 1e-6);
        Assert.All(areas.SelectMany(path => path), value => Assert.True(value >= 0));
    }

    [Fact]
    public async Task Served_days_add_up_to_the_served_weeks()
    {
        var (days, city) = await BothAsync(Columns, Daily);
        var (weeks, cityWeeks) = await BothAsync(Columns, Daily with { Step = SeriesStep.Week, Horizon = 8 });
        // The second week that is forecast starts three days after the first day that is.
        for (var area = 0; area < 4; area++)
            Assert.Equal(days[area][3..10].Sum(), weeks[area][1], 1e-9);
        Assert.Equal(city[10..17].Sum(), cityWeeks[2], 1e-9);
        var known = Columns.Chunks.Sum(chunk => chunk.Day.Count(day => day > SmallCity.Monday.AddDays(Days - 5).DayNumber));
        Assert.Equal(known + city[..3].Sum(), cityWeeks[0], 1e-9);
    }

    [Fact]
    public async Task What_lies_in_no_area_is_a_part_of_its_own()
    {
        var (areas, city) = await BothAsync(City(outside: true), Daily);
        // One report a day lies outside.
        for (var h = 0; h < 30; h++)
            Assert.InRange(city[h] - areas.Sum(path => path[h]), 0.7, 1.3);
    }

    [Fact]
    public async Task Another_kind_is_refused() => Assert.Equal(
        "There is no area kind 'beat'; there are: precinct.",
        (await Assert.ThrowsAsync<ArgumentException>(() => Study().RunAsync(Columns, Daily, "beat", AccessPolicy.Local, None))).Message);

    private static async Task<(double[][] Areas, double[] City)> BothAsync(IncidentColumns columns, ForecastRequest request)
    {
        var study = Study();
        var areas = await study.RunAsync(columns, request, "precinct", AccessPolicy.Local, None);
        var city = await study.RunAsync(columns, request with { Kind = null }, "precinct", AccessPolicy.Local, None);
        return ([.. areas.Answers.Select(answer => answer!.Forecast.Path)], city.Answers[0]!.Forecast.Path);
    }

    private static CoherentForecastStudy Study()
    {
        var live = new LiveRuns();
        return new CoherentForecastStudy(live, new ForecastStudy(live, new MemoryRuns(), new MemoryForecasts()));
    }

    private static IncidentColumns City(bool outside)
    {
        var random = new Random(6);
        return SmallCity.Columns(Enumerable.Range(0, Days).SelectMany(day => Enumerable.Repeat("P1", random.Next(9)).Concat(Enumerable.Repeat("P2", random.Next(4))).Append("P3")
            .Select(area => new Row(SmallCity.Monday.AddDays(day), Area: area)).Concat(outside ? [new Row(SmallCity.Monday.AddDays(day), X: null, Y: null)] : [])));
    }
}
