using GeoCrime.Analytics.Forecasting;
using GeoCrime.Analytics.Forecasting.Boosting;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Forecasting;

public class BoostedTreesModelTests
{
    private static readonly BoostingOptions Quick = new() { Trees = 60, LearningRate = 0.15, LeastRows = 30, RowShare = 1 };

    [Fact]
    public void Areas_of_any_size_share_their_weekdays()
    {
        CountSeries[] areas = [Weekly(10, 1), Weekly(200, 2)];
        var fitted = new BoostedTreesModel(null, Quick).Train(areas);
        for (var a = 0; a < 2; a++)
        {
            var path = fitted.ForArea(a).Forecast(areas[a], 14);
            for (var h = 0; h < 14; h++)
                Assert.Equal(areas[a].DateAt(600 + h).DayOfWeek == DayOfWeek.Saturday ? 2 : 1, path[h] / (a == 0 ? 10 : 200), 0.2);
        }
    }

    [Fact]
    public void Nothing_at_or_after_an_origin_reaches_its_features()
    {
        var random = SplitMix64.For(4, 1);
        var values = Enumerable.Range(0, 900).Select(_ => Math.Floor(20 * random.NextDouble())).ToArray();
        foreach (var step in Enum.GetValues<SeriesStep>())
        {
            const int origin = 500;
            var changed = values.Select((v, i) => i < origin ? v : v + 1000).ToArray();
            var (before, after) = (new float[30 * PanelFeatures.Own], new float[30 * PanelFeatures.Own]);
            new PanelFeatures(new CountSeries(new DateOnly(1960, 1, 1), step, values), 0, null, null).Write(origin, 30, before);
            new PanelFeatures(new CountSeries(new DateOnly(1960, 1, 1), step, changed), 0, null, null).Write(origin, 30, after);
            Assert.Equal(before, after);
        }
    }

    [Fact]
    public void A_tree_takes_the_split_that_every_split_tried_by_hand_finds()
    {
        var random = SplitMix64.For(5, 1);
        const int n = 120;
        var rows = Enumerable.Range(0, 2 * n).Select(_ => (float)Math.Floor(10 * random.NextDouble())).ToArray();
        var gradient = Enumerable.Range(0, n).Select(i => (float)(rows[2 * i + 1] > 6 ? 1 : -0.5 + 0.2 * random.NextDouble())).ToArray();
        var curvature = Enumerable.Repeat(1f, n).ToArray();
        var options = new BoostingOptions { Leaves = 2, LeastRows = 5, LearningRate = 1, Ridge = 1 };
        var table = BinnedTable.Of(rows, 2);
        var tree = new TreeGrower(table, options).Grow([.. Enumerable.Range(0, n)], gradient, curvature);
        var best = (Gain: double.NegativeInfinity, Feature: 0, Value: 0f);
        for (var f = 0; f < 2; f++)
            for (var cut = 0; cut < 9; cut++)
            {
                var low = Enumerable.Range(0, n).Where(i => rows[2 * i + f] <= cut).ToArray();
                if (low.Length < 5 || n - low.Length < 5)
                    continue;
                var (g, all) = (low.Sum(i => (double)gradient[i]), gradient.Sum(v => (double)v));
                var gain = g * g / (low.Length + 1) + (all - g) * (all - g) / (n - low.Length + 1);
                if (gain > best.Gain)
                    best = (gain, f, cut);
            }
        Assert.Equal(best.Feature, tree.Feature[0]);
        for (var i = 0; i < n; i++)
        {
            var low = rows[2 * i + best.Feature] <= best.Value;
            var side = Enumerable.Range(0, n).Where(j => rows[2 * j + best.Feature] <= best.Value == low).ToArray();
            Assert.Equal(-side.Sum(j => (double)gradient[j]) / (side.Length + 1), tree.At(table, i), 1e-5);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_forecast()
    {
        var series = Weekly(30, 3);
        var options = Quick with { RowShare = 0.5 };
        Assert.Equal(
            new BoostedTreesModel(null, options).Fit(series).Forecast(series, 20), new BoostedTreesModel(null, options).Fit(series).Forecast(series, 20));
    }

    [Fact]
    public void What_cannot_be_learnt_from_is_refused_with_the_reason()
    {
        var model = new BoostedTreesModel();
        Assert.Equal("boosted trees need a history of 454 steps; there are 100", model.Refusal(new CountSeries(new DateOnly(2024, 1, 1), SeriesStep.Day, new double[100])));
        Assert.Equal("all known counts are 0", model.Refusal(new CountSeries(new DateOnly(2024, 1, 1), SeriesStep.Day, new double[500])));
        Assert.Contains("must lie between 0 and 1", Assert.Throws<ArgumentOutOfRangeException>(
            () => new BoostedTreesModel(null, new BoostingOptions { RowShare = 2 }).Fit(Weekly(10, 4))).Message);
    }

    // Twice as many on Saturdays, with a little noise.
    private static CountSeries Weekly(double level, int seed)
    {
        var random = SplitMix64.For(seed, 1);
        var start = new DateOnly(2022, 1, 3);
        return new CountSeries(start, SeriesStep.Day, [.. Enumerable.Range(0, 600).Select(i =>
            Math.Round(level * (start.AddDays(i).DayOfWeek == DayOfWeek.Saturday ? 2 : 1) * (0.9 + 0.2 * random.NextDouble())))]);
    }
}
