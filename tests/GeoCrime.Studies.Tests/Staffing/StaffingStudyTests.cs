using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Staffing;
using GeoCrime.Domain;
using GeoCrime.Studies.Scenarios;
using GeoCrime.Studies.Staffing;

namespace GeoCrime.Studies.Tests.Staffing;

public class StaffingStudyTests
{
    [Fact]
    public void Loads_and_waits_of_a_steady_city_by_hand()
    {
        var plan = StaffedCity.Plan(StaffedCity.Usual);
        Assert.Equal(4 * 7 * 2, plan.Rows.Count);
        // Three reports of an hour each in 8 hours: 3/8 erlang. Fifty reports of the whole city's hours are in each profile, which moves a few per cent.
        var day = plan.Row("P1", 0, "Day");
        Assert.Equal(3, day.ExpectedIncidents, 0.1);
        Assert.Equal(day.ExpectedIncidents / 8, day.LoadErlangs, 1e-9);
        // One unit would let calls wait a/(1 − a) = 0.56 hours on the mean, 20 minutes are asked for; two let them wait 2.2 minutes.
        Assert.Equal(2, day.Required);
        Assert.Equal(60 * ErlangC.MeanWait(day.Staffed.Units, day.LoadErlangs), day.Staffed.MeanWaitMinutes!.Value, 1e-9);
        Assert.Equal(ErlangC.ProbabilityWithin(day.Staffed.Units, day.LoadErlangs, 1 / 3.0), day.Staffed.WithinTarget, 1e-12);
        // Nothing is ever reported in P4.
        Assert.Equal((0.0, 0), (plan.Row("P4", 2, "Night").ExpectedIncidents, plan.Row("P4", 2, "Night").Required));
        Assert.Equal((12, 18.0), (plan.PostsADay, plan.Headcount));
        Assert.Contains("reported incidents only", plan.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_shift_of_the_week_has_the_units_asked_for()
    {
        var plan = StaffedCity.Plan(StaffedCity.Usual);
        Assert.All(plan.Rows.GroupBy(row => (row.Weekday, row.Shift)), shift => Assert.Equal(6, shift.Sum(row => row.Staffed.Units)));
        Assert.Equal(plan.Rows.Sum(row => Math.Max(0, row.Required - row.Staffed.Units)), plan.Figures.Unmet);
    }

    [Fact]
    public void Fewer_units_than_areas_that_need_one_are_said_with_a_way_out()
    {
        // P1, P2 and P3 report something, each in one of the two shifts; nothing is ever reported in P4.
        var day = StaffedCity.Plan(StaffedCity.Usual with { Units = 1, Shifts = [new("Whole day", 8, 24)] });

        Assert.StartsWith("In the busiest shift 3 areas need a unit of their own and there are 1:", day.Warnings.Single(), StringComparison.Ordinal);
        Assert.Empty(StaffedCity.Plan(StaffedCity.Usual with { Units = 3, Shifts = [new("Whole day", 8, 24)] }).Warnings);
    }

    [Fact]
    public void A_shift_belongs_to_the_day_on_which_it_starts()
    {
        // Only Tuesdays at 1:00 have reports: Monday's night shift has them.
        var rows = Enumerable.Range(0, StaffedCity.Days).SelectMany(day => StaffedCity.First.AddDays(day).DayOfWeek == DayOfWeek.Tuesday
            ? Enumerable.Repeat(StaffedCity.Report(day, 1, "P1"), 7)
            : [StaffedCity.Report(day, 12, "P2")]);
        var plan = StaffedCity.Plan(StaffedCity.Usual, SmallCity.Columns(rows));
        Assert.InRange(plan.Row("P1", 0, "Night").ExpectedIncidents, 5, 8);
        Assert.InRange(plan.Row("P1", 1, "Night").ExpectedIncidents, 0, 0.5);
        // Sunday's night goes on into Monday, which is the first day of the week again.
        Assert.Equal([160, 161, 0, 1], new Shift("x", 16, 12).HoursOfWeek(6).Where(hour => hour is 160 or 161 or < 2));
    }

    [Fact]
    public void More_units_never_wait_longer_and_higher_percentiles_never_need_fewer() =>
        Prop.ForAll(Gen.Choose(1, 20).ToArbitrary(), Gen.Choose(1, 99).ToArbitrary(), (units, percentile) =>
        {
            var request = StaffedCity.Usual with { Units = units, Percentile = percentile, MinutesPerIncident = 240 };
            var plan = StaffedCity.Plan(request, Noisy.Value);
            var more = StaffedCity.Plan(request with { Units = units + 1 }, Noisy.Value);
            return more.Figures.Unmet <= plan.Figures.Unmet
                && more.Figures.OverloadedShare <= plan.Figures.OverloadedShare + 1e-9
                && plan.Rows.All(row => row.Required50 <= row.Required80 && row.Required80 <= row.Required95)
                && plan.Curve.Zip(plan.Curve.Skip(1)).All(pair => pair.Second.Unmet <= pair.First.Unmet);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void Ten_per_cent_more_and_fewer_units_are_on_the_curve()
    {
        var plan = StaffedCity.Plan(StaffedCity.Usual with { Units = 20 });
        Assert.Equal(Enumerable.Range(10, 21), plan.Curve.Select(point => (int)point.Units));
        Assert.Equal(plan.Figures, plan.Curve.Single(point => point.Units == 20));
    }

    [Fact]
    public void A_window_of_some_days_has_rows_of_those_weekdays()
    {
        var plan = StaffedCity.Plan(StaffedCity.Usual with { From = StaffedCity.Next.AddDays(4), Days = 2 });
        Assert.Equal([4, 5], plan.Rows.Select(row => row.Weekday).Distinct());
        Assert.Equal(3, plan.Row("P1", 4, "Day").ExpectedIncidents, 0.1);
    }

    [Fact]
    public void A_plan_of_the_past_uses_only_what_had_been_reported()
    {
        // From day 800 on everything triples; a plan from that day must not know.
        var rows = StaffedCity.Rows(800).Concat(Enumerable.Range(800, 200).SelectMany(day => Enumerable.Repeat(StaffedCity.Report(day, 12, "P1"), 20))).ToArray();
        var then = StaffedCity.Plan(StaffedCity.Usual with { From = StaffedCity.First.AddDays(800) }, SmallCity.Columns(rows));
        var truncated = StaffedCity.Plan(StaffedCity.Usual with { From = StaffedCity.First.AddDays(800) }, SmallCity.Columns(StaffedCity.Rows(800)));
        Assert.Equal(truncated.Rows.Select(row => row.LoadErlangs), then.Rows.Select(row => row.LoadErlangs));
    }

    [Fact]
    public void A_scenario_stands_beside_the_plan_without_it()
    {
        var scenario = new Scenario([new ScenarioChange(50, Area: "P1")], [new ScenarioEvent("Fair", StaffedCity.Next.AddDays(2), Percent: 100, Areas: ["P2"])]);
        var week = StaffedCity.Usual with { Days = 7 };
        var (plain, changed) = (StaffedCity.Plan(week), StaffedCity.Plan(week with { Scenario = scenario }));
        foreach (var (before, after) in plain.Rows.Zip(changed.Rows))
        {
            Assert.Equal((before.ExpectedIncidents, before.Required, before.Staffed), (after.Baseline!.ExpectedIncidents, after.Baseline.Required, after.Baseline.Staffed));
            // Wednesday is the fair's: its day shift, and the hours after midnight of Tuesday's night shift.
            var factor = before.Area.Code switch
            {
                "P1" => 1.5,
                "P2" when (before.Weekday, before.Shift.Name) is (2, "Day") => 2,
                _ => double.NaN,
            };
            if (!double.IsNaN(factor))
                Assert.Equal(factor * before.ExpectedIncidents, after.ExpectedIncidents, 1e-9);
        }
        Assert.InRange(changed.Row("P2", 1, "Night").ExpectedIncidents / plain.Row("P2", 1, "Night").ExpectedIncidents, 1.9, 2);
        Assert.Equal(plain.Figures, changed.Baseline);
        Assert.Contains("Fair, ", changed.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Records_that_officers_start_can_count_less()
    {
        // Half of P2's reports are drugs.
        var (full, half, none) = (Night(1), Night(0.5), Night(0));
        Assert.Equal(0.75, half / full, 0.02);
        Assert.Equal(0.5, none / full, 0.03);

        static double Night(double weight) => StaffedCity.Plan(StaffedCity.Usual with { OfficerWeight = weight }).Row("P2", 0, "Night").ExpectedIncidents;
    }

    [Fact]
    public void A_steady_city_is_forecast_without_error()
    {
        var card = StaffedCity.Plan(StaffedCity.Usual).Scorecard;
        Assert.Equal(12, card.Origins);
        Assert.All(card.Baselines, baseline => Assert.Equal(0, baseline.Mae, 1e-12));
        // The city's own profile moves each area's a little: that is all that is missed.
        Assert.InRange(card.Mae!.Value, 0, 0.06);
        Assert.False(card.BeatsBaseline);
        Assert.Contains("did better", card.Note, StringComparison.Ordinal);
        Assert.Equal((0, null), (StaffedCity.Plan(StaffedCity.Usual with { From = StaffedCity.First.AddDays(300) }, SmallCity.Columns(StaffedCity.Rows(300))).Scorecard is { } young ? (young.Origins, young.Mae) : default));
    }

    [Fact]
    public async Task The_simulation_agrees_with_the_formula_within_its_interval()
    {
        var request = StaffedCity.Usual with { MinutesPerIncident = 120 };
        var study = StaffedCity.Study();
        var run = await study.RunAsync(StaffedCity.Columns, request, AccessPolicy.Local, CancellationToken.None);
        var simulated = await study.SimulateAsync(run, request, CancellationToken.None);
        Assert.Equal(run.Result.Rows.Count, simulated.Count);
        var judged = simulated.Where(row => row.FormulaInside is not null).ToList();
        Assert.Equal(run.Result.Rows.Count(row => row.LoadErlangs > 0), judged.Count);
        // 95 % on the mean, skewed waits a little less.
        Assert.True(judged.Count(row => row.FormulaInside == true) >= 0.85 * judged.Count);
        Assert.Equal(simulated, await StaffedCity.Study().SimulateAsync(run, request, CancellationToken.None));
    }

    public static TheoryData<StaffingRequest, string> Refused => new()
    {
        { StaffedCity.Usual with { Units = 0 }, "units is 0; 1…5000 is allowed." },
        { StaffedCity.Usual with { Days = 0 }, "days is 0; 1…180 is allowed." },
        { StaffedCity.Usual with { MinutesPerIncident = 0 }, "minutesPerIncident is 0; 1…1440 is allowed." },
        { StaffedCity.Usual with { MaxWaitMinutes = double.NaN }, "maxWaitMinutes is NaN; 0.1…1440 is allowed." },
        { StaffedCity.Usual with { Percentile = 100 }, "percentile is 100; 1…99 is allowed." },
        { StaffedCity.Usual with { ReliefFactor = 0.5 }, "reliefFactor is 0.5; 1…20 is allowed." },
        { StaffedCity.Usual with { CallsPerIncident = -1 }, "callsPerIncident is -1; 0.01…100 is allowed." },
        { StaffedCity.Usual with { OfficerWeight = 2 }, "officerInitiatedWeight is 2; 0…1 is allowed." },
        { StaffedCity.Usual with { Kind = "beat" }, "There is no area kind 'beat'; there are: precinct." },
        { StaffedCity.Usual with { Filter = new IncidentFilter(From: StaffedCity.First) }, "A staffing plan uses the whole history: leave filter.from and filter.to out (from and days say what is planned)." },
        { StaffedCity.Usual with { From = StaffedCity.First }, "from is 2022-01-03; the data begin on 2022-01-03, and a plan needs days before it." },
        { StaffedCity.Usual with { From = StaffedCity.Next.AddDays(160) }, "from is 2025-06-15 with 28 days; the data end on 2025-01-05, and at most 180 days after that are forecast." },
        { StaffedCity.Usual with { Shifts = [] }, "shifts has 0 entries; 1…8 are allowed." },
        { StaffedCity.Usual with { Shifts = [new("A", 0, 8), new("A", 8, 8)] }, "shifts[1].name: 'A' stands twice." },
        { StaffedCity.Usual with { Shifts = [new("A", 24, 8)] }, "shifts[0].startHour is 24; 0…23 is allowed." },
        { StaffedCity.Usual with { Shifts = [new("A", 0, 25)] }, "shifts[0].hours is 25; 1…24 is allowed." },
        { StaffedCity.Usual with { Shifts = [new(" ", 0, 5)] }, "shifts[0].name must have 1…40 letters." },
        { StaffedCity.Usual with { Plan = [new("P9", 0, "Day", 1)] }, "currentPlan, row 1, area: there is no precinct 'P9'." },
        { StaffedCity.Usual with { Plan = [new("P1", 0, "Day", 1), new("P1", 0, "Late", 1)] }, "currentPlan, row 2, shift: there is no shift 'Late'; there are: Day, Night." },
        { StaffedCity.Usual with { Plan = [new("P1", 0, "Day", -1)] }, "currentPlan, row 1, units: -1; 0…1000 is allowed." },
        { StaffedCity.Usual with { Plan = [new("P1", 0, "Day", 1), new("P1", 0, "Day", 2)] }, "currentPlan, row 2: P1, Monday, Day stands twice." },
        { StaffedCity.Usual with { Plan = [] }, "currentPlan has 0 rows; 1…20000 are allowed." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Other_requests_are_refused(StaffingRequest request, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => StaffedCity.Plan(request)).Message);

    [Fact]
    public void A_city_without_data_is_refused() =>
        Assert.Equal("Nothing was reported in small yet.", Assert.Throws<ArgumentException>(() => StaffedCity.Plan(StaffedCity.Usual, SmallCity.Columns([]))).Message);

    private static readonly Lazy<IncidentColumns> Noisy = new(() =>
    {
        var random = new Random(1);
        return SmallCity.Columns(Enumerable.Range(0, 900).SelectMany(day => Enumerable.Range(0, random.Next(4, 14)).Select(_ => StaffedCity.Report(day, random.Next(24), $"P{1 + (random.Next(10) / 3 % 4)}"))).Append(StaffedCity.Report(StaffedCity.Days - 1, 1, "P1")));
    });
}
