using System.Diagnostics;
using System.Text.Json;
using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Cli.Benchmarks;

/// <summary>Times SARIMAX beside statsmodels, and all classical models over many areas.</summary>
internal static class ForecastBenchmark
{
    /// <summary>The models that the second part runs.</summary>
    public static IReadOnlyList<ForecastModel> Classical { get; } =
    [
        ForecastModel.Naive, ForecastModel.SeasonalNaive, ForecastModel.Drift, ForecastModel.Mean, ForecastModel.Ets, ForecastModel.Theta, ForecastModel.Sarimax,
        ForecastModel.Prophet, ForecastModel.NegativeBinomial, ForecastModel.Croston, ForecastModel.Tsb,
    ];

    private static readonly SarimaxOrder Order = new(1, 1, 1) { SeasonalP = 1, SeasonalQ = 1, Season = 7 };

    /// <summary>Fits every series five times; the middle time counts.</summary>
    /// <param name="peers">What statsmodels needed and found, by series; empty where it is not installed.</param>
    public static IEnumerable<SarimaxTiming> Sarimax(IReadOnlyList<(string Name, CountSeries Series)> series, IReadOnlyDictionary<string, PeerFit> peers)
    {
        const int rounds = 5;
        _ = new SarimaxModel(Order).Estimate(series[0].Series);
        foreach (var (name, counts) in series)
        {
            var seconds = new double[rounds];
            FittedSarimax fitted = null!;
            for (var round = 0; round < rounds; round++)
            {
                var clock = Stopwatch.StartNew();
                fitted = new SarimaxModel(Order).Estimate(counts);
                seconds[round] = clock.Elapsed.TotalSeconds;
            }
            Array.Sort(seconds);
            var peer = peers.GetValueOrDefault(name);
            var same = peer is null ? (double?)null : new FittedSarimax(
                Order, new SarimaxParameters([], [peer.Params.Ar], [peer.Params.Ma], [peer.Params.SeasonalAr], [peer.Params.SeasonalMa], peer.Params.Sigma2)).LogLikelihood(counts);
            yield return new SarimaxTiming(name, seconds[rounds / 2], fitted.LogLikelihood(counts), peer, same);
        }
    }

    /// <summary>Seconds that each model takes over all series and origins, on all cores.</summary>
    public static IEnumerable<(ForecastModel Model, double Seconds)> Areas(IReadOnlyList<CountSeries> series, int[] origins, int horizon, CancellationToken cancellation)
    {
        foreach (var kind in Classical)
        {
            var clock = Stopwatch.StartNew();
            Parallel.ForEach(series, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, each =>
            {
                var model = SeriesModels.Create(kind, new AreaForecastOptions(), each.Step);
                RollingOrigin.Run(model, each, [.. origins.Where(origin => model.Refusal(each.Before(origin)) is null)], horizon, cancellation);
            });
            yield return (kind, clock.Elapsed.TotalSeconds);
        }
    }

    /// <summary>Runs the peer's script; empty where Python or statsmodels is not there.</summary>
    public static Dictionary<string, PeerFit> Peers(string python, string script, string file)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, [script, file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode != 0 ? [] : JsonSerializer.Deserialize<List<PeerFit>>(text, JsonSerializerOptions.Web)!.ToDictionary(fit => fit.Series);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return [];
        }
    }
}

/// <param name="Cpu">Processor seconds of all threads.</param>
internal sealed record PeerFit(string Series, double Seconds, double Cpu, double Loglike, PeerParameters Params);

internal sealed record PeerParameters(double Ar, double Ma, double SeasonalAr, double SeasonalMa, double Sigma2);

/// <param name="AtPeers">Our likelihood at the peer's parameters.</param>
internal sealed record SarimaxTiming(string Series, double Seconds, double LogLikelihood, PeerFit? Peer, double? AtPeers);
