using GeoCrime.Analytics.Evaluation;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>Forecasts of parts and of their whole that add up at every step.</summary>
/// <param name="Parts">Shape [parts, horizon]; ≥ 0.</param>
/// <param name="Whole">Shape [horizon]: the sums of the parts.</param>
/// <remarks>
/// <see cref="Reconciliation"/> with shares from past errors where all series were tested at the same origins, else from their volumes.
/// Cost: O(parts² · errors).
/// </remarks>
public sealed record CoherentPaths(double[][] Parts, double[] Whole)
{
    private const int LeastErrors = 30;

    /// <param name="parts">Mean path and backtest of each part, of one horizon; at least one.</param>
    /// <param name="whole">Of their sum.</param>
    /// <exception cref="ArgumentException">There is no part, or the horizons differ.</exception>
    public static CoherentPaths Of(IReadOnlyList<(double[] Path, Backtest Past)> parts, (double[] Path, Backtest Past) whole)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0 || parts.Any(part => part.Path.Length != whole.Path.Length))
            throw new ArgumentException($"there must be a part, and every part needs a path of {whole.Path.Length} steps like the whole");
        var shares = Shares(parts, whole);
        var result = parts.Select(part => new double[part.Path.Length]).ToArray();
        for (var h = 0; h < whole.Path.Length; h++)
        {
            var step = Reconciliation.Parts([.. parts.Select(part => part.Path[h])], whole.Path[h], shares);
            for (var part = 0; part < step.Length; part++)
                result[part][h] = step[part];
        }
        return new CoherentPaths(result, [.. whole.Path.Select((_, h) => result.Sum(part => part[h]))]);
    }

    private static double[] Shares(IReadOnlyList<(double[] Path, Backtest Past)> parts, (double[] Path, Backtest Past) whole)
    {
        Backtest[] all = [whole.Past, .. parts.Select(part => part.Past)];
        if (all.Any(test => !test.Origins.SequenceEqual(whole.Past.Origins) || test.Horizon != whole.Past.Horizon))
            return Volumes();
        var known = Enumerable.Range(0, whole.Past.Origins.Length).SelectMany(o => Enumerable.Range(0, whole.Past.Horizon).Select(h => (o, h)))
            .Where(at => all.All(test => !double.IsNaN(test.Errors[at.o][at.h]))).ToArray();
        return known.Length < LeastErrors
            ? Volumes()
            : Reconciliation.ByErrors([.. parts.Select(part => known.Select(at => part.Past.Errors[at.o][at.h]).ToArray())], [.. known.Select(at => whole.Past.Errors[at.o][at.h])]);

        double[] Volumes() => Reconciliation.ByVolume([.. parts.Select(part => part.Path.Average())], whole.Path.Average());
    }
}
