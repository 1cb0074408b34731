using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Tests.Forecasting;

public class SeasonalProfileTests
{
    [Fact]
    public void A_pure_season_is_found_around_any_trend()
    {
        double[] effects = [-3, 2, 5, 0, -1, -2, -1];
        var profile = SeasonalProfile.Fit(Days([.. Enumerable.Range(0, 70).Select(i => 20 + 0.5 * i + effects[i % 7])]));
        for (var s = 0; s < 7; s++)
            Assert.Equal(effects[s], profile.At(s), 1e-9);
        Assert.Equal(profile.At(3), profile.At(703));
    }

    [Fact]
    public void Monthly_seasons_use_the_even_moving_average()
    {
        var values = Enumerable.Range(0, 60).Select(i => 100 + 2.0 * i + (i % 12 == 6 ? 22 : -2)).ToArray();
        var profile = SeasonalProfile.Fit(new CountSeries(new DateOnly(2020, 1, 1), SeriesStep.Month, values));
        Assert.Equal(22, profile.At(6), 1e-9);
        Assert.Equal(-2, profile.At(0), 1e-9);
    }

    [Fact]
    public void Noise_without_a_season_leaves_little()
    {
        var random = new Random(2);
        var profile = SeasonalProfile.Fit(new CountSeries(
            new DateOnly(2020, 1, 6), SeriesStep.Week, [.. Enumerable.Range(0, 260).Select(_ => 20 * random.NextDouble())]));
        // Unshrunk, means of five values of standard deviation 5.8 would have 2.6.
        Assert.InRange(Math.Sqrt(profile.Effects.Average(e => e * e)), 0, 1.3);
    }

    [Fact]
    public void Short_constant_and_gappy_series_have_no_season()
    {
        Assert.All(SeasonalProfile.Fit(Days([1, 2, 3])).Effects, e => Assert.Equal(0, e));
        Assert.All(SeasonalProfile.Fit(Days([])).Effects, e => Assert.Equal(0, e));
        Assert.All(SeasonalProfile.Fit(Days(new double[50])).Effects, e => Assert.Equal(0, e));
        var gaps = Enumerable.Range(0, 70).Select(i => i % 3 == 0 ? double.NaN : i % 7).ToArray();
        Assert.All(SeasonalProfile.Fit(Days(gaps)).Effects, e => Assert.Equal(0, e));
    }

    private static CountSeries Days(double[] values) => new(new DateOnly(2024, 1, 1), SeriesStep.Day, values);
}
