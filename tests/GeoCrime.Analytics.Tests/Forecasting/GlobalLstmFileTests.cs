using GeoCrime.Analytics.Forecasting;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Forecasting;

public class GlobalLstmFileTests
{
    private static readonly GlobalLstmOptions Quick = new()
    {
        Lookback = 14,
        Outputs = 7,
        Stride = 14,
        FirstHidden = 16,
        SecondHidden = 16,
        Networks = 2,
        Holidays = HolidayCalendar.UnitedStates,
        Training = new TrainingOptions { Epochs = 1, BatchSize = 32, Seed = 4 },
    };

    private static readonly CountSeries[] Areas = [.. Enumerable.Range(1, 3).Select(a => new CountSeries(
        new DateOnly(2021, 1, 4), SeriesStep.Day, [.. Enumerable.Range(0, 800).Select(i => (double)(a * (5 + i % 7 + i * 7919 % 3)))]))];

    private static readonly DateOnly Until = Areas[0].DateAt(800);

    private static readonly GlobalLstmFile Example = new(GlobalLstmModel.Train(Areas, Quick), "denver", ["a", "b", "ç"], [0.1f, 0.9f]);

    [Fact]
    public void The_file_gives_the_same_model_bit_for_bit()
    {
        var bytes = Example.ToBytes(Until);
        var read = GlobalLstmFile.FromBytes(bytes);
        Assert.Equal(bytes, read.ToBytes(Until));
        Assert.Equal((Example.Place, string.Join(' ', Example.AreaNames)), (read.Place, string.Join(' ', read.AreaNames)));
        Assert.Equal(Example.ConformalScores, read.ConformalScores);
        var (before, after) = (Example.Model.Forecast(Areas, 7), read.Model.Forecast(Areas, 7));
        for (var area = 0; area < 3; area++)
        {
            Assert.Equal(before[area].Mean, after[area].Mean);
            Assert.Equal(before[area].Dispersion, after[area].Dispersion);
        }
    }

    [Fact]
    public void Training_again_gives_the_same_bytes() =>
        Assert.Equal(Example.ToBytes(Until), (Example with { Model = GlobalLstmModel.Train(Areas, Quick) }).ToBytes(Until));

    [Fact]
    public void Truncated_files_are_refused()
    {
        var bytes = Example.ToBytes(Until);
        for (var length = 0; length < bytes.Length; length += 1 + bytes.Length / 50)
            Assert.Throws<InvalidDataException>(() => GlobalLstmFile.FromBytes(bytes.AsSpan(0, length)));
        Assert.Contains("truncated", Assert.Throws<InvalidDataException>(() => GlobalLstmFile.FromBytes(bytes.AsSpan(0, bytes.Length - 100))).Message);
    }

    [Theory]
    [InlineData("version", "1", "the model file has version 1; this program reads version 2: train again")]
    [InlineData("format", "geocrime-lstm", "the file is a geocrime-lstm, not a geocrime-lstm-global model")]
    [InlineData("step", "Hour", "the model file names the unknown step Hour")]
    [InlineData("channels", "3", "the model file was trained on 3 channels; this program makes 9: train again")]
    [InlineData("calendar", "0 0", "the model file's calendar has 1 columns; this program makes 16: train again")]
    [InlineData("first_hidden", "17", "the model file lacks the tensor network0.lstm1.weight of 29 × 68")]
    [InlineData("outputs", "2000000000", "the model file's description cannot be read: outputs is 2000000000")]
    public void Files_of_another_kind_are_refused(string name, string value, string message)
    {
        var file = TensorFile.FromBytes(Example.ToBytes(Until));
        var changed = file with { Metadata = new Dictionary<string, string>(file.Metadata) { [name] = value } };
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => GlobalLstmFile.FromBytes(changed.ToBytes())).Message);
    }

    [Fact]
    public void Areas_of_another_city_are_refused()
    {
        Example.RequireAreas(["a", "b", "ç"]);
        Assert.Equal(
            "the model was trained on the 3 areas of denver; these are 2, without b, ç and with x: train one for them",
            Assert.Throws<InvalidDataException>(() => Example.RequireAreas(["a", "x"])).Message);
        Assert.Contains("in another order", Assert.Throws<InvalidDataException>(() => Example.RequireAreas(["b", "a", "ç"])).Message);
    }

    [Fact]
    public void Series_from_another_start_are_refused()
    {
        var later = new CountSeries(new DateOnly(2022, 1, 3), SeriesStep.Day, Areas[0].Values);
        Assert.Contains("from 2021-01-04; this one", Assert.Throws<ArgumentException>(() => Example.Model.Forecast(0, later, 7)).Message);
    }
}
