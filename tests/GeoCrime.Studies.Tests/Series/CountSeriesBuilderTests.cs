using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Series;

namespace GeoCrime.Studies.Tests.Series;

public class CountSeriesBuilderTests
{
    private static readonly DateOnly Monday = SmallCity.Monday;
    private static readonly string?[] Precincts = ["P1", "P2", "P3", "P4"];

    [Fact]
    public void Days_are_counted_as_by_a_look_at_each_day() =>
        Prop.ForAll(SmallCity.AnyRows(600), Gen.Choose(0, 460).ToArbitrary(), Gen.Elements<int?>(null, 3, 200, 395).ToArbitrary(), (rows, complete, asOfDay) =>
        {
            var start = new DateOnly(2023, 1, 1);
            var (completeThrough, asOf) = (start.AddDays(complete), asOfDay is { } day ? start.AddDays(day) : (DateOnly?)null);
            var columns = SmallCity.Columns(rows, completeThrough);
            var filtered = RowFilter.Apply(columns, new IncidentFilter(Categories: ["theft", "drugs"]), CancellationToken.None);
            var series = CountSeriesBuilder.Build(filtered, "precinct", SeriesStep.Day, asOf);
            return series.Zip(Precincts).All(pair => pair.First.Values.SequenceEqual(ByDay(rows, pair.Second, completeThrough, asOf)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Weeks_and_months_are_sums_of_their_whole_days() =>
        Prop.ForAll(SmallCity.AnyRows(600), Gen.Elements(SeriesStep.Week, SeriesStep.Month).ToArbitrary(), (rows, step) =>
        {
            var incidents = SmallCity.All(SmallCity.Columns(rows));
            var days = CountSeriesBuilder.Build(incidents, null, SeriesStep.Day)[0];
            var steps = CountSeriesBuilder.Build(incidents, null, step)[0];
            var whole = Enumerable.Range(0, days.Length).GroupBy(day => StepOf(days.DateAt(day), step))
                .Where(group => group.Key >= days.Start && End(group.Key, step) <= days.DateAt(days.Length))
                .Select(group => group.Sum(day => days.Values[day]));
            return steps.Values.SequenceEqual(whole) && (steps.Length == 0 || StepOf(steps.Start, step) == steps.Start);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void A_day_without_any_row_is_missing_everywhere_and_a_day_without_this_offence_is_zero()
    {
        var columns = SmallCity.Columns([new(Monday), new(Monday.AddDays(1), Category: "assault"), new(Monday.AddDays(3), Area: "P2")]);
        var theft = RowFilter.Apply(columns, new IncidentFilter(Categories: ["theft"]), CancellationToken.None);
        var series = CountSeriesBuilder.Build(theft, "precinct", SeriesStep.Day);
        Assert.Equal([1, 0, double.NaN, 0], series[0].Values);
        Assert.Equal([0, 0, double.NaN, 1], series[1].Values);
        Assert.Equal([0, 0, double.NaN, 0], series[3].Values);
    }

    [Fact]
    public void A_week_with_a_missing_day_is_missing()
    {
        var days = Enumerable.Range(0, 21).Where(day => day != 10).Select(day => new Row(Monday.AddDays(day)));
        Assert.Equal([7, double.NaN, 7], CountSeriesBuilder.Build(SmallCity.All(SmallCity.Columns(days)), null, SeriesStep.Week)[0].Values);
    }

    [Fact]
    public void Weeks_and_months_that_are_cut_off_are_dropped()
    {
        // From Sunday 31 December 2023 through Friday 1 March 2024.
        var incidents = SmallCity.All(SmallCity.Columns(Enumerable.Range(-1, 62).Select(day => new Row(Monday.AddDays(day)))));
        var (weeks, months) = (CountSeriesBuilder.Build(incidents, null, SeriesStep.Week)[0], CountSeriesBuilder.Build(incidents, null, SeriesStep.Month)[0]);
        Assert.Equal((Monday, 8), (weeks.Start, weeks.Length));
        Assert.Equal([31, 29], months.Values);
        Assert.Equal(Monday, months.Start);
    }

    [Fact]
    public void The_series_ends_at_completeThrough()
    {
        var columns = SmallCity.Columns(Enumerable.Range(0, 10).Select(day => new Row(Monday.AddDays(day))), Monday.AddDays(6));
        Assert.Equal(7, CountSeriesBuilder.Build(SmallCity.All(columns), null, SeriesStep.Day)[0].Length);
    }

    [Fact]
    public void At_an_origin_only_rows_reported_by_then_count()
    {
        Row[] rows = [new(Monday), new(Monday, Reported: Monday.AddDays(9)), new(Monday.AddDays(1), Reported: Monday.AddDays(9)), new(Monday.AddDays(2))];
        var incidents = SmallCity.All(SmallCity.Columns(rows));
        Assert.Equal([2, 1, 1], CountSeriesBuilder.Build(incidents, null, SeriesStep.Day)[0].Values);
        // Of the second day nothing is known yet, which is not the same as nothing happened.
        Assert.Equal([1, double.NaN, 1], CountSeriesBuilder.Build(incidents, null, SeriesStep.Day, Monday.AddDays(2))[0].Values);
    }

    [Fact]
    public void Weighted_by_severity_a_day_is_the_sum_of_weights()
    {
        var incidents = SmallCity.All(SmallCity.Columns([new(Monday), new(Monday, Category: "assault")]));
        Assert.Equal([12], CountSeriesBuilder.Build(incidents, null, SeriesStep.Day, severityWeighted: true)[0].Values);
    }

    [Fact]
    public void Rows_in_no_area_are_in_the_whole_and_in_no_part()
    {
        var incidents = SmallCity.All(SmallCity.Columns([new(Monday, X: null, Y: null)]));
        Assert.Equal([1], CountSeriesBuilder.Build(incidents, null, SeriesStep.Day)[0].Values);
        Assert.All(CountSeriesBuilder.Build(incidents, "precinct", SeriesStep.Day), series => Assert.Equal([0], series.Values));
    }

    [Fact]
    public void Without_rows_or_before_the_first_every_area_has_an_empty_series()
    {
        Assert.Equal([0, 0, 0, 0], CountSeriesBuilder.Build(SmallCity.All(SmallCity.Columns([])), "precinct", SeriesStep.Day).Select(series => series.Length));
        var incidents = SmallCity.All(SmallCity.Columns([new(Monday)]));
        Assert.Empty(CountSeriesBuilder.Build(incidents, null, SeriesStep.Day, Monday.AddDays(-1))[0].Values);
    }

    [Fact]
    public void An_unknown_kind_is_refused() =>
        Assert.Contains("There is no area kind 'beat'", Assert.Throws<ArgumentException>(
            () => CountSeriesBuilder.Build(SmallCity.All(SmallCity.Columns([new(Monday)])), "beat", SeriesStep.Day)).Message, StringComparison.Ordinal);

    private static IEnumerable<double> ByDay(Row[] rows, string? precinct, DateOnly completeThrough, DateOnly? asOf)
    {
        if (rows.Length == 0)
            yield break;
        var last = new[] { completeThrough, asOf ?? DateOnly.MaxValue, rows.Max(row => row.Day) }.Min();
        for (var day = rows.Min(row => row.Day); day <= last; day = day.AddDays(1))
        {
            var known = rows.Where(row => row.Day == day && !(row.Reported > asOf)).ToArray();
            yield return known.Length == 0 ? double.NaN : known.Count(row => row.Category != "assault" && SmallCity.PrecinctOf(row) == precinct);
        }
    }

    private static DateOnly StepOf(DateOnly day, SeriesStep step) =>
        step == SeriesStep.Week ? day.AddDays(-(((int)day.DayOfWeek + 6) % 7)) : new DateOnly(day.Year, day.Month, 1);

    private static DateOnly End(DateOnly start, SeriesStep step) => step == SeriesStep.Week ? start.AddDays(7) : start.AddMonths(1);
}
