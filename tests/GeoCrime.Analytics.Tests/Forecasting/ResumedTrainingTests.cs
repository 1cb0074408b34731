using GeoCrime.Analytics.Forecasting;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Forecasting;

/// <summary>A job that was cut off and taken up again ends with the bytes of one that was not.</summary>
public class ResumedTrainingTests
{
    private static readonly TrainingOptions Training = new() { Epochs = 3, BatchSize = 32, Patience = 2 };

    private static readonly GlobalLstmOptions Global = new()
    {
        Lookback = 14, Outputs = 7, Stride = 7, FirstHidden = 16, SecondHidden = 16, Networks = 2, Training = Training,
    };

    private static readonly AreaForecastOptions Options = new()
    {
        Model = ForecastModel.Lstm, Horizon = 7, Origins = 6, Spacing = 8,
        Lstm = new LstmOptions { Lookback = 14, Outputs = 7, FirstHidden = 16, SecondHidden = 16, Training = Training },
    };

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(8)]
    public void The_network_of_all_areas_goes_on_where_it_stopped(int stopAfter)
    {
        CountSeries[] areas = [Noise(1), Noise(2)];
        var first = new RememberedTraining(stopAfter);
        Assert.Throws<OperationCanceledException>(() => GlobalForecaster.Run(areas, Options, Global, first));
        var second = new RememberedTraining { Checkpoints = first.Checkpoints };
        var resumed = GlobalForecaster.Run(areas, Options, Global, second);
        var whole = new RememberedTraining();
        var once = GlobalForecaster.Run(areas, Options, Global, whole);
        Assert.Equal(Bytes(once), Bytes(resumed));
        Assert.Equal(once.Areas[1]!.Backtest.Forecasts, resumed.Areas[1]!.Backtest.Forecasts);
        Assert.Equal(whole.Epochs, first.Epochs + second.Epochs);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void The_network_of_one_area_goes_on_where_it_stopped(int stopAfter)
    {
        var first = new RememberedTraining(stopAfter);
        Assert.Throws<OperationCanceledException>(() => AreaForecaster.Run(Noise(3), Options, first));
        var resumed = AreaForecaster.Run(Noise(3), Options, new RememberedTraining { Checkpoints = first.Checkpoints });
        var once = AreaForecaster.Run(Noise(3), Options);
        Assert.Equal(once.ModelBytes, resumed.ModelBytes);
        Assert.Equal(once.LossCurve, resumed.LossCurve);
        Assert.Equal(once.Points.Select(point => point.Mean), resumed.Points.Select(point => point.Mean));
    }

    [Fact]
    public void A_checkpoint_of_other_options_is_refused()
    {
        var first = new RememberedTraining(1);
        Assert.Throws<OperationCanceledException>(() => AreaForecaster.Run(Noise(3), Options, first));
        var other = Options with { Lstm = Options.Lstm! with { Training = Training with { Epochs = 4 } } };
        var error = Assert.Throws<ArgumentException>(() => AreaForecaster.Run(Noise(3), other, new RememberedTraining { Checkpoints = first.Checkpoints }));
        Assert.StartsWith("the checkpoint is of another training", error.Message);
    }

    [Fact]
    public void Further_origins_are_answered_without_changing_anything_else()
    {
        var plain = AreaForecaster.Run(Noise(3), Options);
        var planned = plain.Backtest.Origins;
        int[] further = [3, planned[0] - 1, planned[1], planned[1] + 3, planned[^1] + 1];
        var also = AreaForecaster.Run(Noise(3), Options with { Also = further });
        Assert.Equal(plain.ModelBytes, also.ModelBytes);
        Assert.Equal(plain.Backtest.Forecasts, also.Backtest.Forecasts);
        // Those before the first planned one, or without room for their horizon, are left out.
        Assert.Equal([planned[1], planned[1] + 3], also.Also!.Origins);
        Assert.Equal(plain.Backtest.Forecasts[1], also.Also.Forecasts[0]);
        CountSeries[] areas = [Noise(1), Noise(2)];
        var (together, with) = (GlobalForecaster.Run(areas, Options, Global), GlobalForecaster.Run(areas, Options with { Also = further }, Global));
        Assert.Equal(Bytes(together), Bytes(with));
        Assert.Equal(together.Areas[0]!.Backtest.Forecasts, with.Areas[0]!.Backtest.Forecasts);
        Assert.Equal([planned[1], planned[1] + 3], with.Areas[0]!.Also!.Origins);
    }

    [Fact]
    public void An_area_with_thirty_days_of_history_gets_a_sane_forecast_and_does_not_cost_the_others_theirs()
    {
        CountSeries young = new(Noise(1).Start, SeriesStep.Day, [.. Noise(1).Values.Select((value, i) => i < 270 ? double.NaN : value)]);
        var forecasts = GlobalForecaster.Run([Noise(1), young, Noise(2)], Options, Global).Areas;
        Assert.All(forecasts[1]!.Points, point =>
        {
            Assert.InRange(point.Mean, 8, 22);
            Assert.True(point.Intervals[0].Lower <= point.Median && point.Median <= point.Intervals[0].Upper);
        });
        Assert.Equal(6, forecasts[0]!.Scorecard.Origins);
        // It was known before the last planned origins alone, and too shortly for a scale of its errors.
        Assert.InRange(forecasts[1]!.Scorecard.Origins, 1, 5);
    }

    private static byte[] Bytes(GlobalForecast forecast) =>
        new GlobalLstmFile(forecast.Trained!.Model, "town", ["a", "b"], forecast.Trained.Conformal.Scores).ToBytes(new DateOnly(2024, 1, 1));

    private static CountSeries Noise(int seed)
    {
        var random = new Random(seed);
        return new CountSeries(new DateOnly(2023, 1, 2), SeriesStep.Day, [.. Enumerable.Range(0, 300).Select(_ => (double)random.Next(5, 26))]);
    }
}
