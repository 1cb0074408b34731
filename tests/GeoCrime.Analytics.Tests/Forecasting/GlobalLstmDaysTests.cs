using GeoCrime.Analytics.Forecasting;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Forecasting;

/// <summary>Events and weather beside the counts of the network of all areas.</summary>
public class GlobalLstmDaysTests
{
    private const int Days = 900;
    private static readonly DateOnly Start = new(2021, 1, 4);

    // Every ninth day, known long ahead, brings three times the usual reports; the heat brings none.
    private static readonly DayTable Table = new([
        new DayColumn("match", true, Enumerable.Range(0, 2000).Where(day => day % 9 == 0).ToDictionary(day => Start.AddDays(day), _ => 1.0)),
        new DayColumn("heat", false, Enumerable.Range(0, Days).ToDictionary(day => Start.AddDays(day), day => 10 * Math.Sin(day / 58.0))),
    ]);

    private static readonly CountSeries[] Areas = [Area(1), Area(2)];

    private static readonly GlobalLstmOptions Quick = new()
    {
        Lookback = 14, Outputs = 9, Stride = 10, FirstHidden = 16, SecondHidden = 16, Networks = 1,
        Training = new TrainingOptions { Epochs = 2, BatchSize = 32 },
    };

    [Fact]
    public void An_event_that_is_known_ahead_raises_its_days()
    {
        var with = GlobalLstmModel.Train(Areas, Quick with { Days = Table }).Forecast(Areas, 9)[0].Mean;
        var without = GlobalLstmModel.Train(Areas, Quick).Forecast(Areas, 9)[0].Mean;
        // 900 is a multiple of nine: the first day ahead has a match.
        Assert.InRange(with[0], 24, 36);
        Assert.All(with[1..], mean => Assert.InRange(mean, 7, 14));
        Assert.InRange(without[0], 8, 17);
    }

    [Fact]
    public void What_is_measured_after_the_history_changes_nothing()
    {
        var later = new DayTable([Table.Columns[0], Table.Columns[1] with { Values = Table.Columns[1].Values.Concat([new(Start.AddDays(Days), 99.0)]).ToDictionary(each => each.Key, each => each.Value) }]);
        Assert.Equal(
            GlobalLstmModel.Train(Areas, Quick with { Days = Table }).Forecast(Areas, 9)[0].Mean,
            GlobalLstmModel.Train(Areas, Quick with { Days = later }).Forecast(Areas, 9)[0].Mean);
    }

    [Fact]
    public void A_file_needs_the_columns_that_its_model_was_trained_with()
    {
        var trained = GlobalLstmModel.Train(Areas, Quick with { Days = Table });
        var bytes = new GlobalLstmFile(trained, "town", ["a", "b"], []).ToBytes(Start.AddDays(Days));
        Assert.Equal(trained.Forecast(Areas, 9)[1].Mean, GlobalLstmFile.FromBytes(bytes, Table).Model.Forecast(Areas, 9)[1].Mean);
        Assert.Equal(
            "the model was trained with the columns match, heat; given is no further columns of days",
            Assert.Throws<InvalidDataException>(() => GlobalLstmFile.FromBytes(bytes)).Message);
        var plain = new GlobalLstmFile(GlobalLstmModel.Train(Areas, Quick), "town", ["a", "b"], []).ToBytes(Start.AddDays(Days));
        Assert.Equal(
            "the model was trained with no further columns of days; given is the columns match, heat",
            Assert.Throws<InvalidDataException>(() => GlobalLstmFile.FromBytes(plain, Table)).Message);
    }

    [Fact]
    public void The_forecast_and_the_card_say_that_the_weather_ahead_is_not_known()
    {
        var options = new AreaForecastOptions { Model = ForecastModel.LstmGlobal, Horizon = 9, Origins = 2, Days = Table };
        var forecast = GlobalForecaster.Run(Areas, options, Quick);
        Assert.Contains(Table.Remark, forecast.Areas[0]!.Remarks);
        Assert.Contains(Table.Remark, forecast.Trained!.Card.Limits);
    }

    private static CountSeries Area(int seed)
    {
        var random = new Random(seed);
        return new CountSeries(Start, SeriesStep.Day, [.. Enumerable.Range(0, Days).Select(day => (double)((day % 9 == 0 ? 3 : 1) * random.Next(8, 13)))]);
    }
}
