using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Analytics.Learning;
using MathNet.Numerics.Distributions;

namespace GeoCrime.Analytics.Tests.Forecasting;

public class AreaTuningTests
{
    private const int Peculiar = 7;
    private const int Days = 500;

    private static readonly GlobalLstmOptions Quick = new()
    {
        Lookback = 14,
        Outputs = 7,
        Stride = 4,
        FirstHidden = 16,
        SecondHidden = 16,
        Networks = 2,
        Training = new TrainingOptions { Epochs = 20, BatchSize = 32, LearningRate = 2e-3, Patience = 4 },
        Tuning = new TrainingOptions { Epochs = 60, BatchSize = 16, LearningRate = 5e-3 },
    };

    // Areas that are quieter at weekends, and one that is busier then.
    private static readonly CountSeries[] Areas = [.. Enumerable.Range(0, Peculiar).Select(seed => Counts(seed, Usual)), Counts(99, Weekends)];

    private static readonly FittedGlobalLstm Model = GlobalLstmModel.Train(Areas, Quick);

    [Fact]
    public void An_area_with_a_pattern_of_its_own_is_tuned_and_gains()
    {
        var tuned = Assert.Single(Model.Tuned);
        Assert.Equal((Peculiar, 2), (tuned.Area, tuned.Networks.Count));
        Assert.InRange(tuned.Loss, 0, tuned.SharedLoss - 0.1);
        var shared = GlobalLstmModel.Train(Areas, Quick with { Tuning = null });
        // The rates of the week after the history, beside which chance itself plays no part.
        double Error(FittedGlobalLstm model) => model.Forecast(Peculiar, Areas[Peculiar], 7).Mean.Select((mean, h) => Math.Abs(mean - Weekends(Days + h))).Average();
        Assert.InRange(Error(Model), 0, Error(shared) / 2);
    }

    [Fact]
    public void An_area_that_is_not_tuned_is_forecast_as_by_the_shared_networks_bit_for_bit()
    {
        var shared = GlobalLstmModel.Train(Areas, Quick with { Tuning = null });
        Assert.Empty(shared.Tuned);
        Assert.Equal(shared.Weight, Model.Weight);
        var (with, without) = (Model.Forecast(Areas, 7), shared.Forecast(Areas, 7));
        for (var area = 0; area < Peculiar; area++)
            Assert.Equal((without[area].Dispersion, string.Join(' ', without[area].Mean)), (with[area].Dispersion, string.Join(' ', with[area].Mean)));
        Assert.NotEqual(without[Peculiar].Mean, with[Peculiar].Mean);
    }

    [Fact]
    public void All_areas_in_one_batch_are_each_area_alone()
    {
        var together = Model.Forecast(Areas, 7);
        for (var area = 0; area < Areas.Length; area++)
            Assert.Equal(Model.Forecast(area, Areas[area], 7).Mean, together[area].Mean);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Areas_alike_are_not_tuned(int seed) =>
        Assert.Empty(GlobalLstmModel.Train([.. Enumerable.Range(0, 5).Select(area => Counts(100 * seed + area, Usual))], Quick.WithSeed(seed)).Tuned);

    [Fact]
    public void A_pattern_that_all_areas_share_tunes_none()
    {
        var options = Quick with { Training = Quick.Training with { Epochs = 40, LearningRate = 5e-3, Patience = 40 } };
        Assert.Empty(GlobalLstmModel.Train([.. Enumerable.Range(0, 5).Select(area => Counts(area, Weekends))], options).Tuned);
    }

    [Fact]
    public void A_short_history_is_served_by_the_shared_networks()
    {
        CountSeries young = new(Areas[0].Start, SeriesStep.Day, [.. Areas[Peculiar].Values.Select((value, day) => day < 250 ? double.NaN : value)]);
        Assert.Empty(GlobalLstmModel.Train([.. Areas[..Peculiar], young], Quick).Tuned);
        // Sixty days hold back too little to tell anything from chance.
        Assert.Empty(GlobalLstmModel.Train([.. Areas.Select(area => area.Before(60))], Quick).Tuned);
    }

    [Fact]
    public void Unknown_constant_and_zero_areas_do_not_stop_the_others()
    {
        CountSeries Of(double value) => new(Areas[0].Start, SeriesStep.Day, [.. Enumerable.Repeat(value, Days)]);
        CountSeries[] areas = [Of(double.NaN), Of(0), Of(9), .. Areas];
        var model = GlobalLstmModel.Train(areas, Quick);
        Assert.Contains(model.Tuned, each => each.Area == 3 + Peculiar);
        Assert.DoesNotContain(model.Tuned, each => each.Area == 0);
        Assert.All(model.Forecast(1, areas[1], 7).Mean, mean => Assert.InRange(mean, 0, 0.2));
        Assert.All(model.Forecast(2, areas[2], 7).Mean, mean => Assert.InRange(mean, 8, 10));
    }

    [Fact]
    public void One_area_alone_is_not_tuned_to_itself() => Assert.Empty(GlobalLstmModel.Train([Areas[Peculiar]], Quick).Tuned);

    [Fact]
    public void Threads_do_not_change_a_byte()
    {
        byte[] Bytes(int threads) => FileOf(GlobalLstmModel.Train(Areas, Quick with { Training = Quick.Training with { Threads = threads } }));
        Assert.Equal(FileOf(Model), Bytes(1));
        Assert.Equal(FileOf(Model), Bytes(3));
    }

    [Fact]
    public void The_file_keeps_an_areas_own_networks_bit_for_bit()
    {
        var bytes = FileOf(Model);
        var read = GlobalLstmFile.FromBytes(bytes).Model;
        Assert.Equal(bytes, FileOf(read));
        var (own, again) = (Model.Tuned[0], read.Tuned[0]);
        Assert.Equal((own.Area, own.Share, own.SharedLoss, own.Loss), (again.Area, again.Share, again.SharedLoss, again.Loss));
        Assert.Equal(Model.Forecast(Areas, 7).Select(path => string.Join(' ', path.Mean)), read.Forecast(Areas, 7).Select(path => string.Join(' ', path.Mean)));
    }

    [Theory]
    [InlineData("[[7,0,1,1]]", "the model file's tuned areas cannot be read: [7, 0, 1, 1] is not a further area of 8, a share and two losses")]
    [InlineData("[[8,1,1,1]]", "the model file's tuned areas cannot be read: [8, 1, 1, 1] is not a further area of 8, a share and two losses")]
    [InlineData("[[2,1,1,1]]", "the model file lacks the tensor area2.network0.lstm1.weight of 28 × 64")]
    public void A_damaged_list_of_tuned_areas_is_refused(string tuned, string message)
    {
        var file = TensorFile.FromBytes(FileOf(Model)).With(("tuned", tuned));
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => GlobalLstmFile.FromBytes(file.ToBytes())).Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void A_training_that_is_cancelled_while_it_tunes_goes_on_to_the_same_bytes(double share)
    {
        using var stop = new CancellationTokenSource();
        var first = new RememberedTraining
        {
            OnAdvance = done =>
            {
                if (done > share)
                    stop.Cancel();
            },
        };
        var options = Quick with { Training = Quick.Training with { Threads = 2 } };
        Assert.Throws<OperationCanceledException>(() => GlobalLstmModel.Train(Areas, options, first, stop.Token));
        Assert.Equal(2, first.Checkpoints.Count);
        var second = new RememberedTraining { Checkpoints = first.Checkpoints };
        Assert.Equal(FileOf(Model), FileOf(GlobalLstmModel.Train(Areas, options, second)));
        Assert.Equal(0, second.Epochs);
    }

    [Fact]
    public void The_card_and_the_forecast_say_which_areas_have_networks_of_their_own()
    {
        var result = GlobalForecaster.Run(Areas, new AreaForecastOptions { Model = ForecastModel.LstmGlobal, Horizon = 7, Origins = 1 }, Quick);
        var card = result.Trained!.Card;
        Assert.Equal(1, card.Tuning!.Areas);
        Assert.StartsWith("1 of 8 areas are served by networks tuned to them; the mean loss of their held-back counts fell from ", card.Tuning.Words(8));
        Assert.Equal(4 * result.Trained.Model.Networks[0].Values.Length, card.Parameters);
        Assert.Contains("Networks tuned to this area answer for it: on the held-back part they did better than those of all areas.", result.Areas[Peculiar]!.Remarks);
        Assert.DoesNotContain(result.Areas[0]!.Remarks, remark => remark.StartsWith("Networks tuned", StringComparison.Ordinal));
        Assert.Equal("No area of 8 is tuned: on the held-back part none was served better, beyond chance, by networks of its own.", new ModelTuning(0, null, null).Words(8));
        Assert.Null(ModelTuning.Of(GlobalLstmModel.Train(Areas, Quick with { Tuning = null })));
    }

    [Fact]
    public void A_mean_of_overlapping_values_is_worth_fewer()
    {
        // 1, 2, 3, 4: variance 5/3, standard error √(5/12); two neighbours that share half of it widen that by √2.
        var mean = OverlappingMean.Of([1, 2, 3, 4], 2);
        Assert.Equal((2.5, 2.0), (mean.Mean, mean.Stretches));
        Assert.Equal(Math.Sqrt(5.0 / 6), mean.Error, 12);
    }

    private static double Usual(int day) => day % 7 >= 5 ? 8 : 16;

    private static double Weekends(int day) => day % 7 >= 5 ? 30 : 8;

    private static CountSeries Counts(int seed, Func<int, double> rate)
    {
        var random = new Random(seed);
        return new CountSeries(new DateOnly(2023, 1, 2), SeriesStep.Day, [.. Enumerable.Range(0, Days).Select(day => (double)Poisson.Sample(random, rate(day)))]);
    }

    private static byte[] FileOf(FittedGlobalLstm model) => new GlobalLstmFile(model, "town", ["a", "b", "c", "d", "e", "f", "g", "h"], []).ToBytes(new DateOnly(2024, 6, 1));
}
