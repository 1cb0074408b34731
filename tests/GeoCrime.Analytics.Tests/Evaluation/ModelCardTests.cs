using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Evaluation;

public class ModelCardTests
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

    [Fact]
    public void A_card_says_what_the_model_is_and_how_it_did()
    {
        CountSeries[] areas = [Noise(1), Noise(2)];
        var card = ModelCard.Of(GlobalLstmModel.Train(areas, Quick), areas, GlobalBacktest.Run(areas, Quick, [150, 165, 180], 7));
        Assert.Equal((2, 400, SeriesStep.Day), (card.Areas, card.KnownCounts, card.Step));
        Assert.Equal(areas[0].DateAt(200), card.Until);
        Assert.StartsWith("1 networks averaged: 14 steps × 9 channels", card.Architecture);
        Assert.Single(card.Curve);
        Assert.Equal(3, card.Score!.Origins);
        Assert.InRange(card.Score.Mase, 0.3, 1.2);
        Assert.Equal([80.0, 95], card.Score.Coverage.Select(row => row.Level));
        Assert.All(card.Score.Coverage, row => Assert.InRange(row.Observed!.Value, 0.5, 1));
        Assert.Contains("The history is shorter than two years: it knows no calendar.", card.Limits);
    }

    [Fact]
    public void A_model_that_was_not_tested_says_so_and_short_areas_are_counted()
    {
        CountSeries[] areas = [Noise(1), new CountSeries(Noise(1).Start, SeriesStep.Day, [.. Enumerable.Repeat(double.NaN, 195), 1, 2, 3, 4, 5])];
        var card = ModelCard.Of(GlobalLstmModel.Train(areas, Quick), areas, null);
        Assert.Null(card.Score);
        Assert.Contains(card.Limits, limit => limit.StartsWith("It was not tested on past origins", StringComparison.Ordinal));
        Assert.Contains(card.Limits, limit => limit.StartsWith("1 of 2 areas", StringComparison.Ordinal));
    }

    private static CountSeries Noise(int seed)
    {
        var random = new Random(seed);
        return new CountSeries(new DateOnly(2023, 1, 2), SeriesStep.Day, [.. Enumerable.Range(0, 200).Select(_ => (double)random.Next(5, 25))]);
    }
}
