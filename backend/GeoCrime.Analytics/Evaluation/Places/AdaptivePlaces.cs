using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace GeoCrime.Analytics.Evaluation.Places;

/// <summary>
/// A cell's own recent count, its long history and its neighbourhood, weighed by what past windows say: one set of weights for the cells
/// that lead, one for the rest. Half of the prediction stays with the plain recency-weighted count, because weights from a year of windows
/// are themselves noisy.
/// </summary>
/// <remarks>
/// Weights are fitted on the thirteen windows of 28 days (or of the horizon, where that is longer) that end at the origin or before, each
/// predicted from what was known at its own start. Nothing after the origin is looked at.
/// </remarks>
public sealed class AdaptivePlaces : IPlacePredictor
{
    private const int Windows = 13;
    private const double LeastWindowDays = 28;

    /// <summary>History that a window needs before it.</summary>
    private const double LeastHistoryDays = 270;
    private const double AnchorHalfLife = 180;
    private const double AnchorShare = 0.5;

    /// <summary>Share of the cells that lead, by recent count.</summary>
    private const double LeadingShare = 0.05;
    private static readonly double[] HalfLives = [45, 90, AnchorHalfLife, 365, 720];

    // Origins as far apart as windows share them: each guess is then made once.
    private readonly ConditionalWeakTable<PlaceEvents, ConcurrentDictionary<double, double[][]>> _guesses = [];

    public string Name => "adaptive";

    public double[] Score(PlaceHistory past, double horizonDays, CancellationToken cancellation = default)
    {
        var now = Components(past);
        var anchor = now[Array.IndexOf(HalfLives, AnchorHalfLife)];
        var windows = PastWindows(past, Math.Max(LeastWindowDays, horizonDays), cancellation);
        if (windows.Count == 0)
            return anchor;
        var leads = Leading(anchor);
        var score = new double[anchor.Length];
        foreach (var leading in (bool[])[true, false])
        {
            var weights = Fit(windows, leading, cancellation);
            for (var cell = 0; cell < score.Length; cell++)
                if (leads[cell] == leading)
                {
                    var mixed = 0.0;
                    for (var k = 0; k < weights.Length; k++)
                        mixed += weights[k] * now[k][cell];
                    score[cell] = (1 - AnchorShare) * mixed + AnchorShare * anchor[cell];
                }
        }
        return score;
    }

    private List<(double[][] Shares, double[] Came)> PastWindows(PlaceHistory past, double days, CancellationToken cancellation)
    {
        var windows = new List<(double[][] Shares, double[] Came)>();
        for (var back = 1; back <= Windows && past.Origin - back * days - past.Start >= LeastHistoryDays; back++)
        {
            cancellation.ThrowIfCancellationRequested();
            var at = past.Origin - back * days;
            windows.Add((Components(past.AsOf(at)), past.Count(at, at + days)));
        }
        return windows;
    }

    /// <summary>Weights over the cells of all windows that led, or did not, at the window's own start.</summary>
    private static double[] Fit(List<(double[][] Shares, double[] Came)> windows, bool leading, CancellationToken cancellation)
    {
        var guesses = windows[0].Shares.Select(_ => new List<double>()).ToArray();
        var came = new List<double>();
        foreach (var (shares, counts) in windows)
        {
            var leads = Leading(shares[Array.IndexOf(HalfLives, AnchorHalfLife)]);
            var total = counts.Sum();
            for (var cell = 0; cell < counts.Length; cell++)
                if (leads[cell] == leading)
                {
                    came.Add(counts[cell]);
                    for (var k = 0; k < shares.Length; k++)
                        guesses[k].Add(total * shares[k][cell]);
                }
        }
        return PoissonMixture.Fit([.. guesses.Select(guess => guess.ToArray())], [.. came], cancellation);
    }

    private static bool[] Leading(double[] recent)
    {
        var leads = new bool[recent.Length];
        var order = Enumerable.Range(0, recent.Length).OrderByDescending(cell => recent[cell]);
        foreach (var cell in order.Take((int)Math.Ceiling(LeadingShare * recent.Length)))
            leads[cell] = true;
        return leads;
    }

    private double[][] Components(PlaceHistory past) =>
        _guesses.GetOrCreateValue(past.Source).GetOrAdd(past.Origin, _ => Guesses(past));

    /// <summary>Shares of the cells by each guess; each sums to 1.</summary>
    private static double[][] Guesses(PlaceHistory past)
    {
        var all = past.Count(double.NegativeInfinity, past.Origin);
        var recent = past.Weighted(240);
        double[][] guesses =
        [
            .. HalfLives.Select(past.Weighted),
            all,
            CellSmoothing.Gaussian(past.Lattice, recent, past.Lattice.CellMetres / 2),
            CellSmoothing.Gaussian(past.Lattice, recent, past.Lattice.CellMetres),
            CellSmoothing.Gaussian(past.Lattice, all, 2 * past.Lattice.CellMetres),
            [.. Enumerable.Repeat(1.0, all.Length)],
        ];
        return [.. guesses.Select(guess =>
        {
            var sum = guess.Sum();
            return guess.Select(value => sum > 0 ? value / sum : 1.0 / guess.Length).ToArray();
        })];
    }
}
