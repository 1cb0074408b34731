using GeoCrime.Studies.SampleCity;

namespace GeoCrime.Studies.Tests.SampleCity;

public class SampleIncidentsTests
{
    private static SampleIncident[] Rows => SharedCity.City.Incidents;

    [Fact]
    public void There_are_about_250_000_rows_in_order_of_report_within_the_period()
    {
        Assert.InRange(Rows.Length, 245_000, 260_000);
        Assert.DoesNotContain(Rows.Zip(Rows.Skip(1)), pair => pair.First.ReportedAt > pair.Second.ReportedAt);
        Assert.DoesNotContain(Rows, r => r.OccurredFrom < new DateTime(2020, 1, 1) || r.OccurredFrom >= r.ReportedAt);
        Assert.True(Rows[^1].ReportedAt < SamplePeriod.Extracted);
        Assert.Equal(new DateTime(2025, 12, 31), Rows[^1].ReportedAt.Date);
    }

    [Fact]
    public void Counts_by_offence_and_by_precinct_are_near_their_expectation()
    {
        var truth = SharedCity.City.Truth;
        var precincts = SharedCity.City.Layout.Precincts;
        var byOffence = SharedCity.Located().CountBy(r => r.Row.Offence).ToDictionary();
        var byPrecinct = SharedCity.Located().CountBy(r => r.Anchor.Precinct).ToDictionary();
        for (var o = 0; o < truth.Offences.Length; o++)
            AssertNear(Enumerable.Range(0, precincts.Length).Sum(p => truth.ExpectedCounts[o, p]), byOffence[truth.Offences[o].Code], truth.Offences[o].Code);
        for (var p = 0; p < precincts.Length; p++)
            AssertNear(Enumerable.Range(0, truth.Offences.Length).Sum(o => truth.ExpectedCounts[o, p]), byPrecinct[p], precincts[p].Code);

        // Four standard deviations of a Poisson count, a common daily factor and contagion on top, and 1 % unlocated or unreported.
        static void AssertNear(double expected, int actual, string what) =>
            Assert.True(Math.Abs(actual - expected) < 0.01 * expected + 6 * Math.Sqrt(expected), $"{what}: {actual}, expected {expected:F0}");
    }

    [Fact]
    public void Offence_totals_follow_the_yearly_rates()
    {
        foreach (var offence in OffenceTable.All)
        {
            var count = Rows.Count(r => r.Offence == offence.Code && r.Origin is "background" or "near-repeat");
            // Trend and drift are centred on the middle, so they leave the sum nearly as it is.
            Assert.InRange(count / (6 * offence.PerYear), 0.94, 1.06);
        }
    }

    [Fact]
    public void Burglary_keeps_working_hours_and_assault_weekend_nights()
    {
        var burglary = Rows.Where(r => r.Offence == "burglary").ToArray();
        var assault = Rows.Where(r => r.Offence == "aggravated-assault").ToArray();
        Assert.InRange(burglary.Count(r => r.OccurredFrom.Hour is >= 8 and < 18) / (double)burglary.Length, 0.55, 0.85);
        Assert.InRange(burglary.Count(r => r.OccurredFrom.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) / (double)burglary.Length, 0.18, 0.26);
        // Twelve of a week's 168 hours, 7 %.
        Assert.InRange(assault.Count(r => IsWeekendNight(r.OccurredFrom)) / (double)assault.Length, 0.18, 0.35);

        static bool IsWeekendNight(DateTime t) =>
            (t.DayOfWeek is DayOfWeek.Friday or DayOfWeek.Saturday && t.Hour >= 21) || (t.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && t.Hour < 3);
    }

    [Fact]
    public void Assaults_peak_in_summer_and_shoplifting_before_Christmas()
    {
        double Month(string offence, int month) => Rows.Count(r => r.Offence == offence && r.OccurredFrom.Month == month)
            / Enumerable.Range(2020, 6).Sum(year => (double)DateTime.DaysInMonth(year, month));
        Assert.InRange(Month("aggravated-assault", 7) / Month("aggravated-assault", 1), 1.15, 1.70);
        Assert.InRange(Month("shoplifting", 12) / Month("shoplifting", 6), 1.05, 1.60);
    }

    [Fact]
    public void Holidays_are_lively_or_quiet()
    {
        double OnDays(string offence, bool lively)
        {
            var days = SampleHolidays.All.Where(h => h.IsLively == lively).Select(h => h.Date).ToHashSet();
            return Rows.Count(r => r.Offence == offence && days.Contains(DateOnly.FromDateTime(r.OccurredFrom))) / (double)days.Count;
        }
        double Mean(string offence) => Rows.Count(r => r.Offence == offence) / (double)SamplePeriod.Days;
        Assert.InRange(OnDays("shoplifting", lively: false) / Mean("shoplifting"), 0.15, 0.50);
        Assert.InRange(OnDays("disorder", lively: true) / Mean("disorder"), 1.4, 2.3);
    }

    [Fact]
    public void Auto_theft_rises_and_burglary_falls()
    {
        int Year(string offence, int year) => Rows.Count(r => r.Offence == offence && r.OccurredFrom.Year == year);
        Assert.True(Year("auto-theft", 2024) > 1.15 * Year("auto-theft", 2020));
        Assert.True(Year("burglary", 2025) < 0.90 * Year("burglary", 2020));
    }

    [Fact]
    public void Burglaries_come_near_each_other_soon_after()
    {
        // Knox: pairs close in space and time over what independence of the two would give, one year, by brute force.
        var year = SharedCity.Located()
            .Where(r => r.Row.Offence == "burglary" && r.Row.OccurredFrom.Year == 2022 && r.Row.UnreadableDate is null)
            .DistinctBy(r => r.Row.Id).ToArray();
        var ratio = KnoxRatio([.. year.Select(r => r.Anchor.Point)], [.. year.Select(r => DateOnly.FromDateTime(r.Row.OccurredFrom).DayNumber)], 200, 14);
        Assert.InRange(ratio, 1.3, 4);

        var larceny = SharedCity.Located().Where(r => r.Row.Offence == "larceny" && r.Row.OccurredFrom.Year == 2022).DistinctBy(r => r.Row.Id).Take(3000).ToArray();
        var control = KnoxRatio([.. larceny.Select(r => r.Anchor.Point)], [.. larceny.Select(r => DateOnly.FromDateTime(r.Row.OccurredFrom).DayNumber)], 200, 14);
        Assert.InRange(control, 0.9, 1.1);
    }

    [Fact]
    public void Positions_coincide_heavily()
    {
        var located = SharedCity.Located().Select(r => r.Row.Position!.Value).ToArray();
        Assert.InRange(located.Distinct().Count(), 15_000, 60_000);
        Assert.True(located.CountBy(p => p).Max(p => p.Value) > 100);
        Assert.InRange(Rows.Count(r => r.Address.Contains(" & ", StringComparison.Ordinal)) / (double)Rows.Length, 0.10, 0.50);
    }

    [Fact]
    public void Most_reports_come_within_a_day_and_the_last_weeks_are_incomplete()
    {
        var delays = Rows.Where(r => r.OccurredFrom.Year == 2023).Select(r => (r.ReportedAt - (r.OccurredTo ?? r.OccurredFrom)).TotalDays).ToArray();
        Assert.InRange(delays.Count(d => d < 1) / (double)delays.Length, 0.70, 0.90);
        Assert.InRange(delays.Count(d => d > 28) / (double)delays.Length, 0.01, 0.04);

        // What a file drawn at the end of 2022 would have lacked of its last week.
        var drawn = new DateTime(2023, 1, 1);
        var lastWeek = Rows.Where(r => r.OccurredFrom < drawn && r.OccurredFrom >= drawn.AddDays(-7)).ToArray();
        Assert.InRange(lastWeek.Count(r => r.ReportedAt >= drawn) / (double)lastWeek.Length, 0.07, 0.20);
        Assert.InRange(SharedCity.City.Truth.NotYetReported, 150, 450);
    }

    private static double KnoxRatio(PlanePoint[] points, int[] days, double metres, int withinDays)
    {
        long near = 0, soon = 0, both = 0, pairs = 0;
        for (var i = 0; i < points.Length; i++)
            for (var j = 0; j < i; j++)
            {
                pairs++;
                var isSoon = Math.Abs(days[i] - days[j]) <= withinDays;
                var isNear = points[i].DistanceTo(points[j]) <= metres;
                near += isNear ? 1 : 0;
                soon += isSoon ? 1 : 0;
                both += isNear && isSoon ? 1 : 0;
            }
        return both / ((double)near * soon / pairs);
    }
}
