using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Tests.Forecasts;

public class OutdatedForecastsTests
{
    private const string Old = "1.abc", Today = "2.abc";
    private static readonly ForecastRequest Ets = new("ward", ForecastModel.Ets, SeriesStep.Week, 4, IncidentFilter.All);
    private static readonly ForecastRequest Network = Ets with { Model = ForecastModel.Lstm };

    [Fact]
    public void Forecast_whose_newest_training_rests_on_older_data_is_outdated_once_however_often_it_was_trained()
    {
        var outdated = OutdatedForecasts.Of([Run(Ets, Old), Run(Ets, "0.abc"), Run(Network, Old)], Today);

        Assert.Equal([Ets with { Filter = outdated.Plain[0].Filter }], outdated.Plain);
        Assert.Equal(ForecastModel.Lstm, Assert.Single(outdated.Networks).Model);
    }

    [Fact]
    public void Forecast_that_was_trained_on_data_of_today_is_not_outdated_whatever_came_before()
    {
        // Epochs and seed are no part of what is asked.
        var longer = Network with { Training = new TrainingChoice(Epochs: 50, Seed: 9) };

        var outdated = OutdatedForecasts.Of([Run(Ets, Today), Run(Ets, Old), Run(longer, Today), Run(Network, Old)], Today);

        Assert.Empty(outdated.Plain.Concat(outdated.Networks));
    }

    [Theory]
    [InlineData(RunState.Failed, StudyKind.Forecast)]
    [InlineData(RunState.Cancelled, StudyKind.Forecast)]
    [InlineData(RunState.Queued, StudyKind.Forecast)]
    [InlineData(RunState.Succeeded, StudyKind.Backtest)]
    public void Runs_that_published_nothing_are_passed_over(RunState state, StudyKind study)
    {
        var outdated = OutdatedForecasts.Of([Run(Ets, Old) with { State = state, Study = study }], Today);

        Assert.Empty(outdated.Plain.Concat(outdated.Networks));
    }

    private static Run Run(ForecastRequest request, string version) => new(
        $"{request.Model} {version}", StudyKind.Forecast, RunState.Succeeded, "town", RunIdentity.Write(request), version, "test", 1, DateTime.UnixEpoch, null, null, 1, null, null);
}
