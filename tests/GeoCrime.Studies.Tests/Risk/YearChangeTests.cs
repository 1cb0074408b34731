using GeoCrime.Analytics.Forecasting;
using GeoCrime.Studies.Risk;

namespace GeoCrime.Studies.Tests.Risk;

public class YearChangeTests
{
    [Fact]
    public void A_tenth_more_than_the_year_before_rises_where_counts_are_large()
    {
        // 3,640 after 3,276: 364 more, where counting alone explains 1.28·√6,916 = 107.
        var large = Of(9, 10);
        Assert.Equal(100.0 / 9, large.Percent!.Value, 1e-9);
        Assert.Equal(1, large.Direction);
        // 399 after 364 is not told from chance: 35 more, where it explains 35.4.
        Assert.Equal(0, new YearChange(399, 364).Direction);
        Assert.Equal(-1, Of(10, 9).Direction);
    }

    [Fact]
    public void Missing_days_count_as_the_mean_of_the_others_and_short_histories_say_nothing()
    {
        var days = Enumerable.Repeat(2.0, 728).ToArray();
        days[700] = double.NaN;
        Assert.Equal((0.0, 0), (YearChange.Of(Series(days)).Percent!.Value, YearChange.Of(Series(days)).Direction));
        Assert.Equal((null, 0), (YearChange.Of(Series(days[1..])).Percent, YearChange.Of(Series(days[1..])).Direction));
        Assert.Null(new YearChange(5, 0).Percent);
    }

    private static YearChange Of(double before, double last) => YearChange.Of(Series([.. Enumerable.Repeat(before, 364), .. Enumerable.Repeat(last, 364)]));

    private static CountSeries Series(double[] days) => new(new DateOnly(2022, 1, 1), SeriesStep.Day, days);
}
