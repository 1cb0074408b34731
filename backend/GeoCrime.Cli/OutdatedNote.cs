using GeoCrime.Analytics.Forecasting;
using GeoCrime.Data.Ledger;
using GeoCrime.Data.Reading;
using GeoCrime.Domain;
using GeoCrime.Studies.Forecasts;

namespace GeoCrime.Cli;

/// <summary>Says, after a change of data, which forecasts rest on older data and who trains them anew.</summary>
internal static class OutdatedNote
{
    private const int Looked = 200;

    /// <summary>Writes nothing where all forecasts rest on today's data.</summary>
    /// <param name="code">Of a jurisdiction that exists.</param>
    public static async Task WriteAsync(Session session, string code, CancellationToken cancellationToken)
    {
        var jurisdiction = await session.JurisdictionAsync(code, cancellationToken);
        var version = await new JurisdictionReader(session.Database).DataVersionAsync(jurisdiction, cancellationToken);
        var (runs, _) = await new RunLedger(session.Database).ListAsync(code, StudyKind.Forecast, Looked, null, AccessPolicy.Local, cancellationToken);
        foreach (var line in Lines(OutdatedForecasts.Of(runs, version)))
            Console.WriteLine(line);
    }

    private static IEnumerable<string> Lines(OutdatedForecasts outdated)
    {
        if (outdated.Plain.Count > 0)
            yield return $"  {Forecasts(outdated.Plain.Count)} older data: {Names(outdated.Plain)}. The server trains them anew by itself: a running one within seconds, else the next ./geocrime serve.";
        if (outdated.Networks.Count > 0)
            yield return $"  {Forecasts(outdated.Networks.Count)} older data and on a network: {Names(outdated.Networks)}. Networks take minutes: the page Forecasts trains them (Train a forecast).";
    }

    private static string Forecasts(int count) => count == 1 ? "1 forecast rests on" : $"{count} forecasts rest on";

    private static string Names(IReadOnlyList<ForecastRequest> requests) => string.Join(", ", requests.Select(request =>
        $"{Name(request.Model)} by {request.Step.ToString().ToLowerInvariant()}, {request.Kind ?? "all together"}").Distinct());

    private static string Name(ForecastModel model) => ForecastStudy.ContractName(model);
}
