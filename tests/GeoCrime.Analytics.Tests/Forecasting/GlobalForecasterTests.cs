using GeoCrime.Analytics.Forecasting;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Forecasting;

public class GlobalForecasterTests
{
    private static readonly GlobalLstmOptions Quick = new()
    {
        Lookback = 14,
        Outputs = 7,
        Stride = 14,
        FirstHidden = 16,
        SecondHidden = 16,
        Networks = 1,
        Training = new TrainingOptions { Epochs = 1, BatchSize = 32 },
    };

    private static readonly AreaForecastOptions Options = new() { Model = ForecastModel.LstmGlobal, Horizon = 7, Origins = 6, Spacing = 8 };

    [Fact]
    public void Every_known_area_gets_a_scored_forecast_with_nested_intervals()
    {
        var unknown = new CountSeries(Noise(1).Start, SeriesStep.Day, [.. Enumerable.Repeat(double.NaN, 300)]);
        var log = new RememberedTraining();
        var (forecasts, trained) = GlobalForecaster.Run([Noise(1), unknown, Noise(2)], Options, Quick, log);
        // Two trainings, after each of which areas are tried by themselves.
        Assert.Equal((4, 2), (log.Planned.Trainings, log.Checkpoints.Count));
        Assert.Equal([0, 2], trained!.Places);
        Assert.Null(forecasts[1]);
        foreach (var forecast in new[] { forecasts[0]!, forecasts[2]! })
        {
            Assert.Equal((ForecastModel.LstmGlobal, 7, 6), (forecast.Model, forecast.Points.Count, forecast.Scorecard.Origins));
            Assert.All(forecast.Points, point =>
            {
                Assert.InRange(point.Mean, 10, 20);
                Assert.True(point.Intervals[1].Lower <= point.Intervals[0].Lower && point.Intervals[0].Upper <= point.Intervals[1].Upper);
                Assert.InRange(point.Median, point.Intervals[0].Lower, point.Intervals[0].Upper);
            });
        }
    }

    [Fact]
    public void A_history_too_short_for_the_network_is_left_to_others()
    {
        CountSeries[] areas = [Noise(1).Before(27)];
        Assert.Null(GlobalForecaster.Run(areas, Options, Quick).Areas[0]);
        var forecast = AreaForecaster.Run(areas[0], Options);
        Assert.Equal(ForecastModel.Mean, forecast.Model);
        Assert.StartsWith("LstmGlobal: the network of all areas", forecast.Remarks[0]);
    }

    private static CountSeries Noise(int seed)
    {
        var random = new Random(seed);
        return new CountSeries(new DateOnly(2023, 1, 2), SeriesStep.Day, [.. Enumerable.Range(0, 300).Select(_ => (double)random.Next(5, 26))]);
    }
}
