using GeoCrime.Analytics.Forecasting;
using GeoCrime.Analytics.Learning;
using MathNet.Numerics.Distributions;

namespace GeoCrime.Analytics.Tests.Forecasting;

public class SeriesDefectsTests
{
    [Fact]
    public void A_file_that_lacks_every_second_week_says_so_and_zeros_are_not_gaps()
    {
        var series = Days([.. Enumerable.Range(0, 364).Select(i => i / 7 % 2 == 1 ? double.NaN : i % 5 == 0 ? 0.0 : 3)]);
        var completeness = SeriesDefects.Of(series).Completeness;
        Assert.Equal((364, 182, 7), (completeness.Steps, completeness.Known, completeness.LongestGap));
        Assert.Equal(series.Values.Count(v => v == 0), completeness.Zero);
        Assert.Equal("182 of 364 days are missing, in 26 gaps of at most 7, about every 14 days again. Missing is not zero: they are left out.", completeness.Note);
    }

    [Fact]
    public void A_spike_and_a_change_of_level_are_named_and_told_apart()
    {
        var random = new Random(6);
        var values = Enumerable.Range(0, 800).Select(i => (double)Poisson.Sample(random, i < 500 ? 20 : 34)).ToArray();
        values[200] = 90;
        var series = Days(values);
        var copy = values.ToArray();
        var found = SeriesDefects.Of(series);
        Assert.Equal(200, Assert.Single(found.Outliers).Index);
        Assert.Equal(20, found.Outliers[0].Expected, 4.0);
        var shift = Assert.Single(found.Shifts);
        Assert.InRange(shift.Index, 490, 510);
        Assert.Equal(20, shift.Before, 1.5);
        Assert.Equal(34, shift.After, 1.5);
        Assert.Equal(series.DateAt(shift.Index), shift.Start);
        Assert.Equal(copy, series.Values);
    }

    [Fact]
    public void Plain_chance_has_no_shift_in_99_of_100_series()
    {
        var shifts = Enumerable.Range(0, 200).Sum(seed =>
        {
            var random = new Random(seed);
            return SeriesDefects.Of(Days([.. Enumerable.Range(0, 400).Select(_ => (double)Poisson.Sample(random, 6))])).Shifts.Count;
        });
        Assert.InRange(shifts, 0, 2);
    }

    [Fact]
    public void Nothing_is_found_in_constants_and_short_series()
    {
        foreach (var values in new[] { new double[] { 3 }, [2, 5], [.. Enumerable.Repeat(7.0, 300)], new double[300] })
        {
            var found = SeriesDefects.Of(Days(values));
            Assert.Empty(found.Outliers);
            Assert.Empty(found.Shifts);
        }
        Assert.Contains("no known value", Assert.Throws<ArgumentException>(() => SeriesDefects.Of(Days([double.NaN]))).Message);
    }

    [Fact]
    public void The_week_and_the_year_are_taken_apart()
    {
        var random = SplitMix64.For(7, 1);
        var values = Enumerable.Range(0, 1100).Select(i => 50 + 8 * Math.Sin(2 * Math.PI * i / 365.0) + 5 * Math.Cos(2 * Math.PI * i / 7.0) + random.NextDouble()).ToArray();
        var parts = MstlDecomposition.Of(values, [365, 7], new StlOptions());
        Assert.Equal([7, 365], parts.Seasons);
        for (var i = 0; i < values.Length; i++)
            Assert.Equal(values[i], parts.Trend[i] + parts.Seasonals[0][i] + parts.Seasonals[1][i] + parts.Remainder[i], 1e-9);
        for (var i = 400; i < 700; i++)
        {
            Assert.Equal(5 * Math.Cos(2 * Math.PI * i / 7.0), parts.Seasonals[0][i], 0.7);
            Assert.Equal(8 * Math.Sin(2 * Math.PI * i / 365.0), parts.Seasonals[1][i], 1.5);
        }
        Assert.All(parts.Strengths, strength => Assert.InRange(strength!.Value, 0.9, 1));
        Assert.Contains("two rounds of a season", Assert.Throws<ArgumentException>(() => MstlDecomposition.Of(values[..10], [7], new StlOptions())).Message);
    }

    [Fact]
    public void One_season_alone_is_stl()
    {
        var one = MstlDecomposition.Of(AirlineGolden.Series.Values, [12], new StlOptions());
        Assert.Equal(StlDecomposition.Of(AirlineGolden.Series.Values, 12, new StlOptions { SeasonalWindow = 11 }).Trend, one.Trend);
    }

    [Fact]
    public void Weekdays_stand_beside_each_other_from_monday()
    {
        var start = new DateOnly(2024, 1, 3);
        var week = WithinWeek.Of(new CountSeries(start, SeriesStep.Day, [.. Enumerable.Range(0, 70).Select(i => start.AddDays(i).DayOfWeek == DayOfWeek.Monday ? i % 14 == 5 ? double.NaN : 9.0 : 2)]));
        Assert.Equal([9d, 2, 2, 2, 2, 2, 2], week.Means);
        Assert.Equal([5, 10, 10, 10, 10, 10, 10], week.Known);
        Assert.Equal(0, week.StandardErrors[0]);
        Assert.Contains("needs daily counts", Assert.Throws<ArgumentException>(() => WithinWeek.Of(AirlineGolden.Series)).Message);
    }

    private static CountSeries Days(double[] values) => new(new DateOnly(2024, 1, 1), SeriesStep.Day, values);
}
