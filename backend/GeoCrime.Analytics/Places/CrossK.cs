using GeoCrime.Analytics.Neighbours;
using GeoCrime.Analytics.Numerics;
using GeoCrime.Analytics.SpaceTime;

namespace GeoCrime.Analytics.Places;

/// <summary>How many places lie within a distance of an event on average, beside what chance would give.</summary>
/// <param name="Metres">The distance.</param>
/// <param name="PlacesPerEvent">Mean number of places within it; times area/places this is the cross-K function.</param>
/// <param name="Expected">Its mean over simulations.</param>
/// <param name="Lower">Envelope of the simulations: the rank-th lowest.</param>
/// <param name="Upper">The rank-th highest.</param>
/// <param name="P">Two-sided, 2·min of both tails, (M + 1)/(R + 1), ties counted in both, at most 1.</param>
public sealed record CrossKRow(double Metres, double PlacesPerEvent, double Expected, double Lower, double Upper, double P);

/// <summary>Do events gather around places more than other events, or than any ground, does?</summary>
public static class CrossK
{
    /// <summary>Compares events with as many drawn from candidates.</summary>
    /// <param name="x">Shape [n]; events, metres; not modified.</param>
    /// <param name="y">Shape [n].</param>
    /// <param name="placesX">Shape [places]; metres.</param>
    /// <param name="placesY">Shape [places].</param>
    /// <param name="candidatesX">Shape [m], m ≥ 1: where events could have been: all events of every kind (does this kind keep closer to
    /// the places than all events do?) or the centres of the city's cells (closer than any ground?).</param>
    /// <param name="candidatesY">Shape [m].</param>
    /// <param name="metres">Distances, &gt; 0, rising.</param>
    /// <param name="simulations">≥ 19; candidates are drawn with putting back.</param>
    /// <param name="level">Share of the simulations inside the envelope, for instance 0.95; pointwise, at each distance on its own.</param>
    /// <param name="seed">Same seed, same answer, whatever the number of threads.</param>
    /// <param name="cancellation">Looked at before each simulation.</param>
    /// <exception cref="ArgumentException">Lengths differ, a number is not finite, there is no candidate, or distances do not rise.</exception>
    /// <remarks>
    /// Ripley (1977); Diggle (2013), chapter 4. There is no edge correction: events and candidates lie in the same city and lose the same
    /// places beyond its edge, so the comparison stays fair where the plain K would be too low. O((n + m)·places within reach + simulations·n).
    /// </remarks>
    public static IReadOnlyList<CrossKRow> Run(
        double[] x, double[] y, double[] placesX, double[] placesY, double[] candidatesX, double[] candidatesY, double[] metres,
        int simulations = 199, double level = 0.95, int seed = 1, CancellationToken cancellation = default)
    {
        PlanarPoints.Require(x, y);
        PlanarPoints.Require(placesX, placesY);
        PlanarPoints.Require(candidatesX, candidatesY);
        RequireDistances(metres);
        ArgumentOutOfRangeException.ThrowIfLessThan(simulations, 19);
        if (candidatesX.Length == 0)
            throw new ArgumentException("There is no candidate to draw from.", nameof(candidatesX));
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "The level must be in (0, 1).");
        var index = new ReachIndex(placesX, placesY, metres[^1]);
        var observed = Sum(Counts(index, x, y, metres), metres.Length);
        var pool = Counts(index, candidatesX, candidatesY, metres);
        var drawn = new long[simulations][];
        Parallel.For(0, simulations, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, draw =>
        {
            var random = new Xoshiro256(seed, draw);
            var sums = new long[metres.Length];
            for (var i = 0; i < x.Length; i++)
            {
                var at = (int)(random.NextDouble() * candidatesX.Length) * metres.Length;
                for (var band = 0; band < sums.Length; band++)
                    sums[band] += pool[at + band];
            }
            drawn[draw] = sums;
        });
        var rank = Math.Max(1, (int)Math.Floor((1 - level) / 2 * (simulations + 1)));
        return [.. metres.Select((distance, band) =>
        {
            var sorted = drawn.Select(sums => sums[band]).Order().ToArray();
            var (high, low) = (sorted.Count(sum => sum >= observed[band]), sorted.Count(sum => sum <= observed[band]));
            double events = Math.Max(1, x.Length);
            return new CrossKRow(distance, observed[band] / events, sorted.Average() / events, sorted[rank - 1] / events, sorted[^rank] / events,
                Math.Min(1, 2.0 * (Math.Min(high, low) + 1) / (simulations + 1)));
        })];
    }

    /// <summary>Places within each distance of each point, point by point.</summary>
    private static int[] Counts(ReachIndex index, double[] x, double[] y, double[] metres)
    {
        var counts = new int[x.Length * metres.Length];
        for (var i = 0; i < x.Length; i++)
            index.Visit(x[i], y[i], (_, distance) =>
            {
                for (var band = metres.Length - 1; band >= 0 && distance <= metres[band]; band--)
                    counts[i * metres.Length + band]++;
            });
        return counts;
    }

    private static long[] Sum(int[] counts, int bands)
    {
        var sums = new long[bands];
        for (var i = 0; i < counts.Length; i++)
            sums[i % bands] += counts[i];
        return sums;
    }

    internal static void RequireDistances(double[] metres)
    {
        if (metres.Length == 0)
            throw new ArgumentException("At least one distance is needed.", nameof(metres));
        for (var i = 0; i < metres.Length; i++)
            if (!double.IsFinite(metres[i]) || metres[i] <= (i == 0 ? 0 : metres[i - 1]))
                throw new ArgumentException($"Distance {i + 1} is {metres[i]}; distances are finite, > 0 and rise.", nameof(metres));
    }
}
