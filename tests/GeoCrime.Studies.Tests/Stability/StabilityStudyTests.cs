using GeoCrime.Domain;
using GeoCrime.Studies.Runs;
using GeoCrime.Studies.Stability;

namespace GeoCrime.Studies.Tests.Stability;

public class StabilityStudyTests
{
    private static readonly DateOnly Day = SmallCity.Monday;

    [Fact]
    public void A_spot_of_both_halves_is_hot_in_most_settings_and_one_of_a_few_days_in_fewer()
    {
        var random = new Random(5);
        var everywhere = Enumerable.Range(0, 800).Select(number => new Row(Day.AddDays(number % 100), X: random.Next(2000), Y: random.Next(2000)));
        var lasting = Enumerable.Range(0, 600).Select(number => new Row(Day.AddDays(number % 100), X: 300 + random.Next(500), Y: 300 + random.Next(500)));
        var passing = Enumerable.Range(0, 90).Select(number => new Row(Day.AddDays(number % 5), X: 1300 + random.Next(500), Y: 1300 + random.Next(500)));
        var result = Run(SmallCity.Columns([.. everywhere, .. lasting, .. passing]), new StabilityRequest(IncidentFilter.All, 200));
        StableCell At(double x, double y) => result.Cells[result.Grid.UnitAt(SmallCity.West + x, SmallCity.South + y)];
        Assert.Equal(3 * 9 * 3, result.Settings);
        Assert.InRange(At(550, 550).Hot, 70, 81);
        Assert.True(At(1550, 1550).Hot < At(550, 550).Hot, $"{At(1550, 1550).Hot}");
        Assert.InRange(At(1050, 150).Hot, 0, 5);
        Assert.All(result.Cells, cell => Assert.InRange(cell.Hot + cell.Cold, 0, cell.Settings));
    }

    [Fact]
    public void One_day_has_no_halves() =>
        Assert.Equal(27, Run(SmallCity.Columns([new(Day), new(Day, X: 700)]), new StabilityRequest(IncidentFilter.All)).Settings);

    [Fact]
    public void A_size_out_of_range_is_refused() => Assert.Equal(
        "cellMetres is 99; 100…3000 is allowed.", Assert.Throws<ArgumentException>(() => Run(SmallCity.Columns([new(Day)]), new StabilityRequest(IncidentFilter.All, 99))).Message);

    private static StabilityResult Run(IncidentColumns columns, StabilityRequest request) =>
        new StabilityStudy(new LiveRuns()).RunAsync(columns, request, AccessPolicy.Local, CancellationToken.None).GetAwaiter().GetResult().Result;
}
