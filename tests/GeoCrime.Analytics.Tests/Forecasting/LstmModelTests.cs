using GeoCrime.Analytics.Forecasting;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Forecasting;

public class LstmModelTests
{
    // Small windows and few epochs: these tests ask what happens, not how well.
    private static readonly LstmOptions Quick = new()
    {
        FirstHidden = 16,
        SecondHidden = 16,
        Lookback = 14,
        Outputs = 7,
        Stride = 3,
        Training = new TrainingOptions { Epochs = 2, BatchSize = 32, Seed = 4 },
    };

    [Fact]
    public void A_weekly_pattern_is_learnt()
    {
        var series = Days([.. Enumerable.Range(0, 400).Select(i => i % 7 < 5 ? 10d : 30d)]);
        var options = Quick with { Training = new TrainingOptions { Epochs = 40, BatchSize = 16, LearningRate = 5e-3, Patience = 40 } };
        var path = new LstmModel(options).Fit(series).Forecast(series, 7);
        var actual = Enumerable.Range(400, 7).Select(i => i % 7 < 5 ? 10d : 30d).ToArray();
        // The mean of recent weeks would be off by 8.2 on average; the season alone is exact here.
        Assert.InRange(path.Zip(actual, (p, a) => Math.Abs(p - a)).Average(), 0, 1);
    }

    [Fact]
    public void A_pattern_that_is_no_season_is_learnt()
    {
        var series = Days([.. Enumerable.Range(0, 400).Select(i => i % 5 < 3 ? 10d : 30d)]);
        var options = Quick with { Training = new TrainingOptions { Epochs = 60, BatchSize = 16, LearningRate = 1e-2, Patience = 60 } };
        var path = new LstmModel(options).Fit(series).Forecast(series, 7);
        var actual = Enumerable.Range(400, 7).Select(i => i % 5 < 3 ? 10d : 30d).ToArray();
        // The mean of recent weeks would be off by 9.6 on average.
        Assert.InRange(path.Zip(actual, (p, a) => Math.Abs(p - a)).Average(), 0, 3);
    }

    [Fact]
    public void Nothing_after_the_history_reaches_the_model()
    {
        var values = Series(300);
        var changed = (double[])values.Clone();
        for (var i = 250; i < 300; i++)
            changed[i] = 1000;
        var (first, second) = (Days(values).Before(250), Days(changed).Before(250));
        Assert.Equal(
            LstmFile.Write(new LstmModel(Quick).Train(first)), LstmFile.Write(new LstmModel(Quick).Train(second)));
    }

    [Fact]
    public void Horizons_beyond_the_outputs_continue_block_by_block()
    {
        var series = Days(Series(200));
        var fitted = new LstmModel(Quick).Fit(series);
        var path = fitted.Forecast(series, 20);
        Assert.Equal(20, path.Length);
        Assert.Equal(fitted.Forecast(series, 7), path[..7]);
        Assert.Equal(fitted.Forecast(series, 14), path[..14]);
        Assert.NotEqual(path[..6], path[7..13]);
        Assert.All(path, v => Assert.InRange(v, 0, 60));
    }

    [Fact]
    public void Missing_days_in_and_after_the_window_are_survived()
    {
        var values = Series(300);
        for (var i = 0; i < 300; i += 4)
            values[i] = double.NaN;
        values[299] = double.NaN;
        var path = new LstmModel(Quick).Fit(Days(values)).Forecast(Days(values), 7);
        Assert.All(path, v => Assert.InRange(v, 0, 60));
    }

    [Fact]
    public void What_it_cannot_learn_from_is_said()
    {
        var model = new LstmModel(Quick);
        Assert.Equal("the LSTM needs a history of 42 steps; there are 41", model.Refusal(Days(Series(41))));
        Assert.Equal("all known counts are equal, from which the LSTM cannot learn", model.Refusal(Days(new double[100])));
        Assert.Equal("no count of the series is known", model.Refusal(Days([.. Enumerable.Repeat(double.NaN, 100)])));
        var gaps = Series(100).Select((v, i) => i < 90 ? double.NaN : v).ToArray();
        Assert.Equal("too many counts are missing for the LSTM to learn from", model.Refusal(Days(gaps)));
        Assert.Throws<ArgumentException>(() => model.Fit(Days(gaps)));
    }

    [Fact]
    public void The_file_gives_the_same_model_bit_for_bit()
    {
        var series = Days(Series(200));
        var fitted = new LstmModel(Quick).Train(series);
        var bytes = LstmFile.Write(fitted);
        var read = LstmFile.Read(bytes);
        Assert.Equal(fitted.Forecast(series, 14), read.Forecast(series, 14));
        Assert.Equal(bytes, LstmFile.Write(read));
        Assert.Equal(fitted.Scaler, read.Scaler);
        Assert.Equal(4, read.Seed);
    }

    [Theory]
    [InlineData("version", "2", "the model file has version 2; this program reads version 1: train again")]
    [InlineData("format", "other", "the file is a other, not a geocrime-lstm model")]
    [InlineData("step", "Hour", "the model file names the unknown step Hour")]
    [InlineData("channels", "count", "the model file was trained on the channels count; this program makes count,weekday-sine,weekday-cosine,year-sine,year-cosine")]
    [InlineData("lookback", "many", "the model file's lookback is many, not a number")]
    [InlineData("outputs", "8", "the model file lacks the tensor output.weight of 33 × 8")]
    public void Files_of_another_kind_are_refused(string name, string value, string message)
    {
        var file = TensorFile.FromBytes(LstmFile.Write(new LstmModel(Quick).Train(Days(Series(100)))));
        var changed = file with { Metadata = new Dictionary<string, string>(file.Metadata) { [name] = value } };
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => LstmFile.Read(changed.ToBytes())).Message);
    }

    [Fact]
    public void A_series_of_another_step_is_refused()
    {
        var fitted = new LstmModel(Quick).Fit(Days(Series(100)));
        var weeks = new CountSeries(new DateOnly(2024, 1, 1), SeriesStep.Week, Series(100));
        Assert.Equal(
            "the model forecasts series by Day; this one is by Week",
            Assert.Throws<ArgumentException>(() => fitted.Forecast(weeks, 1)).Message);
    }

    private static double[] Series(int length)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, length).Select(i => Math.Floor(15 + 5 * Math.Sin(i * 0.9) + 6 * random.NextDouble()))];
    }

    private static CountSeries Days(double[] values) => new(new DateOnly(2023, 1, 2), SeriesStep.Day, values);
}
