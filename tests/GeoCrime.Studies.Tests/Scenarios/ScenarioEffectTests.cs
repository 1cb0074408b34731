using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Scenarios;
using GeoCrime.Studies.Series;
using GeoCrime.Studies.Tests.Staffing;

namespace GeoCrime.Studies.Tests.Scenarios;

public class ScenarioEffectTests
{
    [Fact]
    public void A_shift_of_one_category_weighs_as_much_as_it_has_of_the_reports()
    {
        // One in three of P1's reports is an assault, none elsewhere.
        var effect = Of(new Scenario([new ScenarioChange(30, Category: "assault")], []));
        Assert.Equal(1.1, effect.Days[0][0], 1e-9);
        Assert.Equal(1, effect.Days[1][0], 1e-9);
        Assert.Equal([1, 1.3, 1], effect.Categories[0]);
        Assert.Equal(["Reports of Assault: +30 %."], effect.Notes);
    }

    [Fact]
    public void Shifts_of_area_and_category_multiply()
    {
        var effect = Of(new Scenario([new ScenarioChange(-50, Area: "P1"), new ScenarioChange(100)], []));
        Assert.Equal(1, effect.Days[0][5], 1e-9);
        Assert.Equal(2, effect.Days[2][5], 1e-9);
    }

    [Fact]
    public void An_event_like_past_days_takes_their_ratio_to_the_weeks_around()
    {
        // Day 700 has twelve reports in place of six.
        var rows = StaffedCity.Rows(StaffedCity.Days).Concat(Enumerable.Repeat(StaffedCity.Report(700, 12, "P4"), 6));
        var columns = SmallCity.Columns(rows);
        var effect = Of(new Scenario([], [new ScenarioEvent("Fair", StaffedCity.Next.AddDays(1), Like: [StaffedCity.First.AddDays(700)])]), columns);
        Assert.Equal([1, 2, 1], effect.Days[0][..3], (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(["Fair, 2025-01-07: +100 %, as on 1 past day: 12 reports where the weeks around led to expect 6."], effect.Notes);
    }

    public static TheoryData<Scenario, string> Refused => new()
    {
        { new Scenario([new ScenarioChange(-101)], []), "scenario.changes[0].percent is -101; −100…1000 is allowed." },
        { new Scenario([new ScenarioChange(5, Category: "piracy")], []), "scenario.changes[0].category: there is no offence category 'piracy'." },
        { new Scenario([new ScenarioChange(5), new ScenarioChange(5, Area: "P9")], []), "scenario.changes[1].area: there is no precinct 'P9'." },
        { new Scenario([], [new ScenarioEvent("x", StaffedCity.Next)]), "scenario.events[0] needs either percent or like (past days of the same kind)." },
        { new Scenario([], [new ScenarioEvent("x", StaffedCity.Next.AddDays(28), Percent: 5)]), "scenario.events[0].from: 2025-02-03 lies outside the days that are forecast, 2025-01-06 to 2025-02-02." },
        { new Scenario([], [new ScenarioEvent("x", StaffedCity.Next, Days: 0, Percent: 5)]), "scenario.events[0].days is 0; 1…180 is allowed." },
        { new Scenario([], [new ScenarioEvent("x", StaffedCity.Next, Like: [new DateOnly(2010, 1, 1)])]), "scenario.events[0].like: 2010-01-01 lies outside the data, which end on 2025-01-05." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_is_refused_by_its_field(Scenario scenario, string message) => Assert.Equal(message, Assert.Throws<ArgumentException>(() => Of(scenario)).Message);

    private static ScenarioEffect Of(Scenario scenario, IncidentColumns? given = null)
    {
        var columns = given ?? StaffedCity.Columns;
        return ScenarioEffect.Of(
            scenario, columns, "precinct", LastYear.Of(columns, "precinct", IncidentFilter.All, StaffedCity.Next, null, 1, CancellationToken.None),
            CountSeriesBuilder.Build(SmallCity.All(columns), "precinct", SeriesStep.Day), StaffedCity.Next, 28);
    }
}
