using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Forecasts;

/// <summary>Forecasts that add up: the areas of a kind, and what lies in none of them, to the whole jurisdiction; days to their weeks.</summary>
/// <remarks>
/// Means are moved; intervals stand about the moved means with the errors of the model's own past. A week whose days are all forecast, or
/// already known, is their sum; later weeks, and months, are reconciled by themselves.
/// </remarks>
public sealed class CoherentForecastStudy(LiveRuns live, ForecastStudy forecasts)
{
    /// <summary>Days that daily forecasts are trained for.</summary>
    private const int TrainedDays = 30;

    /// <param name="request">Of the areas of a kind, or without a kind of the jurisdiction.</param>
    /// <param name="kind">The kind whose areas add up.</param>
    /// <exception cref="ArgumentException">The request is for another kind, or out of range.</exception>
    /// <exception cref="NotComputedException">A trained model is asked for and no run has trained it, for the areas or for the jurisdiction.</exception>
    public async Task<ForecastLayer> RunAsync(IncidentColumns columns, ForecastRequest request, string kind, AccessPolicy policy, CancellationToken cancellationToken)
    {
        columns.KindNumber(kind);
        if (request.Kind is { } own && own != kind)
            throw new ArgumentException($"coherentWith is '{kind}', but forecasts of kind '{own}' are asked for; name one kind.");
        var layer = await forecasts.RunAsync(columns, request, policy, cancellationToken);
        var paths = await PathsAsync(columns, request, kind, policy, cancellationToken);
        if (request.Step == SeriesStep.Week)
            await SumDaysAsync(columns, request, kind, paths, policy, cancellationToken);
        double[] Path(int place) => request.Kind is null ? paths.Whole : paths.Parts[place];
        return layer with { Answers = [.. layer.Answers.Select((answer, place) => answer is null ? null : answer with { Forecast = answer.Forecast with { Path = Path(place) } })] };
    }

    // Shape of the parts: areas in the order of the snapshot, zeros where nothing was ever reported, then what lies in no area, where lately anything did.
    private async Task<CoherentPaths> PathsAsync(IncidentColumns columns, ForecastRequest request, string kind, AccessPolicy policy, CancellationToken cancellationToken)
    {
        var areas = await forecasts.RunAsync(columns, request with { Kind = kind }, policy, cancellationToken);
        var whole = await forecasts.RunAsync(columns, request with { Kind = null }, policy, cancellationToken);
        if (whole.Answers[0] is not { } city)
            return new CoherentPaths([.. areas.Answers.Select(_ => new double[request.Horizon])], new double[request.Horizon]);
        var published = areas.Answers.Append(city).Select(answer => answer?.Run.Id).Distinct().ToArray();
        var identity = RunIdentity.Of(StudyKind.Forecast, columns, new { Coherent = request with { Kind = kind }, Published = published }, ForecastRequest.Seed, policy);
        var found = await live.GetAsync(identity.Id, token => Compute(request, areas, whole.History[0], city, token), cancellationToken);
        return new CoherentPaths([.. found.Parts.Select(path => path.ToArray())], [.. found.Whole]);
    }

    private static CoherentPaths Compute(ForecastRequest request, ForecastLayer areas, CountSeries cityHistory, ForecastAnswer city, CancellationToken cancellationToken)
    {
        var nowhere = new CountSeries(cityHistory.Start, cityHistory.Step, [.. cityHistory.Values.Select((count, i) => Math.Max(0, count - areas.History.Sum(area => area.Values[i])))]);
        var located = nowhere.Last(2 * nowhere.Recent).Values.All(count => !(count > 0));
        var rest = AreaForecaster.Run(nowhere, new AreaForecastOptions { Model = ForecastModel.Mean, Horizon = request.Horizon, Seed = ForecastRequest.Seed }, null, cancellationToken);
        var none = new Backtest([], [], [], []);
        // Forecasts that were published on older data start earlier: they stand as they are, and add up by their volumes.
        (double[], Backtest) Part(ForecastAnswer? answer) => answer is null ? (new double[request.Horizon], none) : (answer.Forecast.Path, answer.Forecast.Backtest);
        (double[], Backtest)[] outside = located ? [] : [([.. rest.Points.Select(point => point.Mean)], rest.Backtest)];
        return CoherentPaths.Of([.. areas.Answers.Select(Part), .. outside], Part(city));
    }

    private async Task SumDaysAsync(IncidentColumns columns, ForecastRequest request, string kind, CoherentPaths weeks, AccessPolicy policy, CancellationToken cancellationToken)
    {
        var daily = request with { Step = SeriesStep.Day, Horizon = TrainedDays, Model = ForecastModel.Best };
        var days = await PathsAsync(columns, daily, kind, policy, cancellationToken);
        var areaDays = (await forecasts.RunAsync(columns, daily with { Kind = kind }, policy, cancellationToken)).History;
        var cityDays = (await forecasts.RunAsync(columns, daily with { Kind = null }, policy, cancellationToken)).History[0];
        var weekly = (await forecasts.RunAsync(columns, request with { Kind = null }, policy, cancellationToken)).History[0];
        for (var week = 0; week < request.Horizon; week++)
        {
            var monday = weekly.DateAt(weekly.Length + week).DayNumber - cityDays.Start.DayNumber;
            if (monday + 7 > cityDays.Length + TrainedDays || Enumerable.Range(monday, 7).Any(day => day < cityDays.Length && double.IsNaN(cityDays.Values[day])))
                continue;
            double Sum(double[] known, double[] path) => Enumerable.Range(monday, 7).Sum(day => day < known.Length ? known[day] : path[day - known.Length]);
            for (var area = 0; area < areaDays.Count; area++)
                weeks.Parts[area][week] = Sum(areaDays[area].Values, days.Parts[area]);
            weeks.Whole[week] = Sum(cityDays.Values, days.Whole);
        }
    }
}
