using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Forecasting;

public class GlobalLstmModelTests
{
    private static readonly GlobalLstmOptions Quick = new()
    {
        Lookback = 14,
        Outputs = 7,
        Stride = 7,
        FirstHidden = 16,
        SecondHidden = 16,
        Networks = 2,
        Training = new TrainingOptions { Epochs = 2, BatchSize = 32 },
    };

    [Fact]
    public void Every_area_is_forecast_near_its_own_level()
    {
        var areas = Areas(3, 200);
        var fitted = GlobalLstmModel.Train(areas, Quick);
        for (var area = 0; area < 3; area++)
        {
            var (path, dispersion) = (fitted.Forecast(area, areas[area], 7).Mean, fitted.Forecast(area, areas[area], 7).Dispersion);
            Assert.All(path, v => Assert.InRange(v, 4 * (area + 1), 25 * (area + 1)));
            Assert.InRange(dispersion, 0, 8);
        }
    }

    [Fact]
    public void A_pattern_shared_by_all_areas_is_learnt()
    {
        var start = new DateOnly(2023, 1, 2);
        var areas = Enumerable.Range(1, 3).Select(a => new CountSeries(
            start, SeriesStep.Day, [.. Enumerable.Range(0, 300).Select(i => i % 5 < 3 ? 10.0 * a : 30.0 * a)])).ToArray();
        var options = Quick with { Training = new TrainingOptions { Epochs = 60, BatchSize = 16, LearningRate = 1e-2, Patience = 60 } };
        var fitted = GlobalLstmModel.Train(areas, options);
        var path = fitted.ForArea(1).Forecast(areas[1], 7);
        var actual = Enumerable.Range(300, 7).Select(i => i % 5 < 3 ? 20.0 : 60).ToArray();
        // The recent mean would be off by 19 on average.
        Assert.InRange(path.Zip(actual, (p, a) => Math.Abs(p - a)).Average(), 0, 8);
    }

    [Fact]
    public void Threads_do_not_change_the_network()
    {
        float[] Trained(int threads) => [.. GlobalLstmModel.Train(
            Areas(3, 120), Quick with { Training = Quick.Training with { Threads = threads } }).Networks.SelectMany(n => n.Values.Span.ToArray())];
        Assert.Equal(Trained(1), Trained(2));
    }

    [Fact]
    public void A_backtest_trains_before_the_first_origin_alone()
    {
        var areas = Areas(2, 200);
        var changed = areas.Select(s => new CountSeries(
            s.Start, s.Step, [.. s.Values.Select((v, i) => i < 150 ? v : 500)])).ToArray();
        var (first, second) = (GlobalBacktest.Run(areas, Quick, [150, 170], 7), GlobalBacktest.Run(changed, Quick, [150, 170], 7));
        Assert.Equal(first.Areas[1].Forecasts[0], second.Areas[1].Forecasts[0]);
        Assert.NotEqual(first.Areas[1].Forecasts[1], second.Areas[1].Forecasts[1]);
        Assert.Equal([150, 150], first.Areas[0].Fitted);
        Assert.Equal([150, 170], GlobalBacktest.Run(areas, Quick, [150, 170], 7, trainEvery: 1).Areas[0].Fitted);
    }

    [Fact]
    public void All_areas_in_one_batch_are_each_area_alone()
    {
        var areas = Areas(19, 90);
        var fitted = GlobalLstmModel.Train(areas, Quick);
        var together = fitted.Forecast(areas, 7);
        for (var area = 0; area < areas.Length; area++)
            Assert.Equal(fitted.Forecast(area, areas[area], 7).Mean, together[area].Mean);
    }

    [Fact]
    public void Areas_of_noise_alone_get_their_level_back()
    {
        // Poisson counts around 20: nothing to learn, so the held-back part should leave the smoothed level.
        var random = new Random(3);
        var areas = Enumerable.Range(0, 6).Select(_ => new CountSeries(new DateOnly(2023, 1, 2), SeriesStep.Day,
            [.. Enumerable.Range(0, 300).Select(_ => (double)MathNet.Numerics.Distributions.Poisson.Sample(random, 20))])).ToArray();
        var fitted = GlobalLstmModel.Train(areas, Quick with { Training = Quick.Training with { Epochs = 10, LearningRate = 1e-2, Patience = 10 } });
        Assert.InRange(fitted.Weight, 0, 0.5);
        Assert.All(fitted.Forecast(areas, 7), path => Assert.All(path.Mean, mean => Assert.InRange(mean, 17, 23)));
    }

    [Fact]
    public void Series_that_are_zero_throughout_are_forecast_as_almost_nothing()
    {
        CountSeries[] areas = [.. Enumerable.Range(0, 2).Select(_ => new CountSeries(new DateOnly(2023, 1, 2), SeriesStep.Day, new double[120]))];
        Assert.All(GlobalLstmModel.Train(areas, Quick).Forecast(areas, 7), path => Assert.All(path.Mean, mean => Assert.InRange(mean, 0, 0.2)));
    }

    [Fact]
    public void Equal_counts_are_forecast_as_they_are()
    {
        CountSeries[] areas = [.. Enumerable.Range(1, 2).Select(a => new CountSeries(
            new DateOnly(2023, 1, 2), SeriesStep.Day, [.. Enumerable.Repeat(9.0 * a, 120)]))];
        var paths = GlobalLstmModel.Train(areas, Quick).Forecast(areas, 7);
        Assert.All(paths[0].Mean, mean => Assert.InRange(mean, 8, 10));
        Assert.All(paths[1].Mean, mean => Assert.InRange(mean, 16, 20));
    }

    [Fact]
    public void Empty_constant_and_gappy_areas_beside_others_stay_sane()
    {
        var areas = Areas(4, 150).ToArray();
        var gaps = areas[1].Values.Select((v, i) => i % 3 == 0 ? double.NaN : v).ToArray();
        areas[0] = new CountSeries(areas[0].Start, SeriesStep.Day, new double[150]);
        areas[1] = new CountSeries(areas[0].Start, SeriesStep.Day, gaps);
        areas[2] = new CountSeries(areas[0].Start, SeriesStep.Day, [.. Enumerable.Repeat(double.NaN, 140), .. Enumerable.Repeat(3.0, 10)]);
        var fitted = GlobalLstmModel.Train(areas, Quick);
        Assert.All(fitted.Forecast(0, areas[0], 7).Mean, v => Assert.InRange(v, 0, 0.2));
        Assert.All(fitted.Forecast(1, areas[1], 7).Mean, v => Assert.InRange(v, 0, 60));
        Assert.All(fitted.Forecast(2, areas[2], 7).Mean, v => Assert.InRange(v, 0, 24));
    }

    [Fact]
    public void What_cannot_be_trained_or_forecast_is_refused_with_the_reason()
    {
        Assert.Equal("there are no areas to train on", Assert.Throws<ArgumentException>(() => GlobalLstmModel.Train([], Quick)).Message);
        Assert.Equal(
            "the global LSTM needs 21 steps; there are 20",
            Assert.Throws<ArgumentException>(() => GlobalLstmModel.Train(Areas(2, 20), Quick)).Message);
        Assert.StartsWith("all areas need the same steps", Assert.Throws<ArgumentException>(
            () => GlobalLstmModel.Train([.. Areas(1, 100), .. Areas(1, 101)], Quick)).Message);
        CountSeries unknown = new(new DateOnly(2023, 1, 2), SeriesStep.Day, [.. Enumerable.Repeat(double.NaN, 60)]);
        Assert.Equal(
            "no area has a known count to learn from", Assert.Throws<ArgumentException>(() => GlobalLstmModel.Train([unknown], Quick)).Message);
        var fitted = GlobalLstmModel.Train(Areas(2, 60), Quick);
        Assert.StartsWith("the series of 60 steps", Assert.Throws<ArgumentException>(() => fitted.Forecast(0, unknown, 7)).Message);
        Assert.Equal(
            "the model was trained on 2 areas; there are 3", Assert.Throws<ArgumentException>(() => fitted.Forecast(Areas(3, 60), 7)).Message);
        Assert.Contains("must be from 0 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => fitted.Forecast(2, Areas(1, 60)[0], 7)).Message);
        Assert.Contains("must be from 1 to 7", Assert.Throws<ArgumentOutOfRangeException>(() => fitted.Forecast(0, Areas(1, 60)[0], 8)).Message);
    }

    private static CountSeries[] Areas(int count, int length)
    {
        var random = new Random(4);
        return [.. Enumerable.Range(1, count).Select(a => new CountSeries(new DateOnly(2023, 1, 2), SeriesStep.Day,
            [.. Enumerable.Range(0, length).Select(i => Math.Floor(a * (10 + 4 * Math.Sin(i * 0.9) + 4 * random.NextDouble())))]))];
    }
}
