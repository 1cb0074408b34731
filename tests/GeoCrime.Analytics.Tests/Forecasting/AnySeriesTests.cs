using GeoCrime.Analytics.Forecasting;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Forecasting;

public class AnySeriesTests
{
    private const int Series = 10_000;
    private const int Horizon = 30;

    private static readonly ForecastModel[] Models =
    [
        ForecastModel.Naive, ForecastModel.SeasonalNaive, ForecastModel.Drift, ForecastModel.Mean, ForecastModel.Ets, ForecastModel.Theta, ForecastModel.Sarimax,
        ForecastModel.Prophet, ForecastModel.NegativeBinomial, ForecastModel.Croston, ForecastModel.Tsb,
    ];

    [Fact]
    public void No_forecast_of_ten_thousand_random_series_is_negative_or_explodes()
    {
        var answered = new int[Models.Length];
        Parallel.For(0, Series, number =>
        {
            var series = Random(number);
            var kind = Models[number % Models.Length];
            var model = SeriesModels.Create(kind, new AreaForecastOptions { Holidays = HolidayCalendar.UnitedStates }, series.Step);
            if (model.Refusal(series) is not null)
                return;
            Interlocked.Increment(ref answered[number % Models.Length]);
            // A line through two points may rise by their difference at every step, and no model by more.
            var most = (Horizon + 2) * (series.Values.Where(v => !double.IsNaN(v)).Max() + 1);
            var path = model.Fit(series).Forecast(series, Horizon);
            Assert.True(path.Length == Horizon && path.All(v => v >= 0 && v <= most), $"series {number} by {kind}: {string.Join(", ", path)}");
        });
        Assert.All(answered, count => Assert.True(count > Series / Models.Length / 10));
    }

    // Two points, nothing but zeros, constants, one spike, steps, trends, sparse and heavy counts, gaps; now and then twenty years.
    private static CountSeries Random(int number)
    {
        var random = SplitMix64.For(11, number);
        var length = number % 1250 == 3 ? 7300 : number % 7 == 0 ? 2 + random.NextIndex(10) : 20 + random.NextIndex(130);
        var (shape, level) = (random.NextIndex(8), Math.Pow(10, 3 * random.NextDouble()) - 1);
        var (spike, half) = (random.NextIndex(length), length / 2);
        var gaps = length < 1000 && random.NextIndex(6) == 0 ? 0.3 : 0;
        var values = new double[length];
        for (var i = 0; i < length; i++)
        {
            var chance = random.NextDouble();
            values[i] = Math.Floor(shape switch
            {
                0 => 0,
                1 => level,
                2 => i == spike ? 1000 * level : 1,
                3 => (i < half ? 1 : 5) * level * chance,
                4 => level * (i + 1) / length * 2 * chance,
                5 => chance < 0.95 ? 0 : 1 + 5 * random.NextDouble(),
                6 => -level * Math.Log(1 - chance),
                _ => level * (1 + Math.Sin(2 * Math.PI * i / 7)) * chance,
            });
            if (random.NextDouble() < gaps && i > 0)
                values[i] = double.NaN;
        }
        return new CountSeries(new DateOnly(2004, 1, 1), (SeriesStep)random.NextIndex(3), values);
    }
}
