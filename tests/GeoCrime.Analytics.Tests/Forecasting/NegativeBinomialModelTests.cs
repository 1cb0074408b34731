using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Analytics.Learning;
using MathNet.Numerics.Distributions;

namespace GeoCrime.Analytics.Tests.Forecasting;

public class NegativeBinomialModelTests
{
    [Fact]
    public void Planted_weekdays_holidays_and_first_days_are_found()
    {
        var random = new Random(1);
        var start = new DateOnly(2020, 1, 1);
        double Rate(DateOnly day) => 40 * (day.DayOfWeek == DayOfWeek.Friday ? 1.4 : 1) * (HolidayCalendar.UnitedStates.Contains(day) ? 0.5 : 1) * (day.Day == 1 ? 1.5 : 1);
        var series = new CountSeries(start, SeriesStep.Day, [.. Enumerable.Range(0, 1200).Select(i => (double)Poisson.Sample(random, Rate(start.AddDays(i))))]);
        var path = new NegativeBinomialModel(HolidayCalendar.UnitedStates).Fit(series).Forecast(series, 366);
        // Christmas days are few: their common factor is known to about 5 %.
        for (var h = 0; h < 366; h++)
            Assert.Equal(1, path[h] / Rate(start.AddDays(1200 + h)), 0.17);
    }

    [Fact]
    public void The_dispersion_of_poisson_counts_is_near_zero_and_that_of_wider_ones_is_found()
    {
        var random = new Random(2);
        CountSeries Series(Func<double> draw) => new(new DateOnly(2021, 1, 1), SeriesStep.Day, [.. Enumerable.Range(0, 900).Select(_ => draw())]);
        var poisson = Series(() => Poisson.Sample(random, 30));
        // Gamma-mixed Poisson of shape 5: variance μ + μ²/5.
        var wide = Series(() => Poisson.Sample(random, Gamma.Sample(random, 5, 5 / 30.0)));
        Assert.InRange(new NegativeBinomialModel().Estimate(poisson).Dispersion, 0, 0.01);
        Assert.InRange(new NegativeBinomialModel().Estimate(wide).Dispersion, 0.15, 0.25);
    }

    [Fact]
    public void A_change_of_level_is_followed()
    {
        var series = new CountSeries(new DateOnly(2021, 1, 1), SeriesStep.Day, [.. Enumerable.Range(0, 800).Select(i => i < 600 ? 20.0 : 40)]);
        Assert.All(new NegativeBinomialModel().Fit(series).Forecast(series, 30), value => Assert.InRange(value, 34, 46));
    }

    [Fact]
    public void Missing_counts_change_little()
    {
        var random = SplitMix64.For(3, 1);
        var values = Enumerable.Range(0, 700).Select(i => Math.Round(20 + 10 * random.NextDouble())).ToArray();
        var holes = values.Select((v, i) => i % 9 == 5 ? double.NaN : v).ToArray();
        var (whole, gaps) = (Days(values), Days(holes));
        var (a, b) = (new NegativeBinomialModel().Fit(whole).Forecast(whole, 14), new NegativeBinomialModel().Fit(gaps).Forecast(gaps, 14));
        for (var h = 0; h < 14; h++)
            Assert.Equal(1, b[h] / a[h], 0.06);
    }

    [Fact]
    public void No_forecast_is_negative_or_explodes_whatever_the_counts()
    {
        var counts = Gen.ArrayOf(Gen.Frequency((6, Gen.Choose(0, 9)), (1, Gen.Choose(0, 300)), (1, Gen.Constant(-1)))
            .Select(i => i < 0 ? double.NaN : i)).Where(a => new NegativeBinomialModel().Refusal(Days(a)) is null);
        Prop.ForAll(counts.ToArbitrary(), values =>
            Assert.All(new NegativeBinomialModel().Fit(Days(values)).Forecast(Days(values), 60), v => Assert.InRange(v, 0, 20_000)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    [Fact]
    public void Denvers_city_days_are_forecast_better_than_by_exponential_smoothing()
    {
        var series = GoldenSeries.Load("city_daily", SeriesStep.Day)[0];
        var origins = GoldenSeries.Origins("city_daily");
        var own = ForecastErrors.Mase(RollingOrigin.Run(new NegativeBinomialModel(HolidayCalendar.UnitedStates), series, origins, 30), series);
        Assert.True(own < ForecastErrors.Mase(RollingOrigin.Run(new EtsModel(), series, origins, 30), series));
    }

    [Fact]
    public void What_cannot_be_fitted_is_refused_with_the_reason()
    {
        Assert.Equal(
            "the negative-binomial regression needs 56 known counts; there are 3",
            Assert.Throws<ArgumentException>(() => new NegativeBinomialModel().Fit(Days([1, 2, 3]))).Message.Split(" (Param")[0]);
        Assert.Equal("all known counts are 0", new NegativeBinomialModel().Refusal(Days(new double[90])));
    }

    private static CountSeries Days(double[] values) => new(new DateOnly(2024, 1, 1), SeriesStep.Day, values);
}
