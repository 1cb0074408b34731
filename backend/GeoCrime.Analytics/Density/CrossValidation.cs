using System.Collections.Concurrent;
using System.Runtime.Intrinsics;
using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Density;

/// <summary>The bandwidth under which each place is best foretold by the incidents elsewhere.</summary>
public static class CrossValidation
{
    /// <summary>Places whose likelihood is looked at; of more, this many are taken evenly from the list.</summary>
    private const int Places = 1000;

    private const double GoldenSection = 0.6180339887498949;

    /// <summary>Maximises the leave-one-out likelihood over bandwidths from a hundredth to three times Scott's.</summary>
    /// <param name="x">Shape [n], two different places or more; metres; not modified.</param>
    /// <param name="y">Shape [n]; metres; not modified.</param>
    /// <param name="kernel">Whose scale to answer in, by equal variance: the likelihood itself is the Gaussian's.</param>
    /// <param name="cancellation">Looked at for every bandwidth tried.</param>
    /// <returns>Metres.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a coordinate is not finite, or no two points differ.</exception>
    /// <remarks>
    /// Habbema, Hermans and van den Broek (1974), Compstat, 101–110. All points of a place are left out together: left out one by one,
    /// coincident incidents foretell each other at bandwidth 0. O(places·positions) for each of some 40 bandwidths.
    /// </remarks>
    public static double Bandwidth(double[] x, double[] y, DensityKernel kernel, CancellationToken cancellation = default)
    {
        var scott = Density.Bandwidth.Scott(x, y, DensityKernel.Gaussian);
        var likelihood = new Likelihood(CoincidentPoints.TryGroup(x, y, cancellation: cancellation)!);
        double Score(double logarithm)
        {
            cancellation.ThrowIfCancellationRequested();
            return likelihood.At(Math.Exp(logarithm));
        }

        // A coarse scan finds the highest hill, a golden section its top.
        const int steps = 20;
        double low = Math.Log(scott / 100), step = Math.Log(300) / steps;
        var best = Enumerable.Range(0, steps + 1).MaxBy(i => Score(low + i * step));
        double left = low + Math.Max(0, best - 1) * step, right = low + Math.Min(steps, best + 1) * step;
        double inner = right - GoldenSection * (right - left), outer = left + GoldenSection * (right - left);
        double innerScore = Score(inner), outerScore = Score(outer);
        while (right - left > 1e-3)
        {
            if (innerScore >= outerScore)
            {
                (right, outer, outerScore) = (outer, inner, innerScore);
                inner = right - GoldenSection * (right - left);
                innerScore = Score(inner);
            }
            else
            {
                (left, inner, innerScore) = (inner, outer, outerScore);
                outer = left + GoldenSection * (right - left);
                outerScore = Score(outer);
            }
        }
        return Math.Exp((left + right) / 2) * Density.Bandwidth.PerGaussianDeviation(kernel);
    }

    private sealed class Likelihood
    {
        private readonly CoincidentPoints _groups;
        private readonly double[] _counts;
        private readonly int[] _places;
        private readonly float[] _floatCounts;

        public Likelihood(CoincidentPoints groups)
        {
            _groups = groups;
            _counts = groups.Sums(null);
            _floatCounts = [.. _counts.Select(count => (float)count)];
            var taken = Math.Min(Places, groups.Groups);
            _places = [.. Enumerable.Range(0, taken).Select(i => (int)((long)i * groups.Groups / taken))];
        }

        /// <summary>Mean logarithm of the density at each place from the points elsewhere, by points.</summary>
        public double At(double bandwidth)
        {
            var logarithms = new double[_places.Length];
            Parallel.ForEach(Partitioner.Create(0, _places.Length), range =>
            {
                var squared = new float[_counts.Length];
                for (var i = range.Item1; i < range.Item2; i++)
                    logarithms[i] = _counts[_places[i]] * LogDensity(_places[i], bandwidth, squared);
            });
            return logarithms.Sum() / _places.Sum(place => _counts[place]);
        }

        private double LogDensity(int place, double bandwidth, float[] squared)
        {
            double px = _groups.X[place], py = _groups.Y[place], nearest = double.PositiveInfinity;
            for (var i = 0; i < squared.Length; i++)
            {
                double dx = _groups.X[i] - px, dy = _groups.Y[i] - py, distance = dx * dx + dy * dy;
                squared[i] = (float)distance;
                if (i != place && distance < nearest)
                    nearest = distance;
            }
            squared[place] = float.PositiveInfinity;
            // Relative to the nearest place, whose term is 1, nothing that counts underflows.
            var factor = (float)(-0.5 / (bandwidth * bandwidth));
            var sums = Vector512<float>.Zero;
            var i0 = 0;
            for (; i0 <= squared.Length - Vector512<float>.Count; i0 += Vector512<float>.Count)
                sums += Vector512.Exp((Vector512.Create<float>(squared, i0) - Vector512.Create((float)nearest)) * factor)
                    * Vector512.Create<float>(_floatCounts, i0);
            double sum = Vector512.Sum(sums);
            for (; i0 < squared.Length; i0++)
                sum += MathF.Exp((squared[i0] - (float)nearest) * factor) * _floatCounts[i0];
            var others = _groups.GroupOf.Length - _counts[place];
            return Math.Log(sum / (others * 2 * Math.PI * bandwidth * bandwidth)) - 0.5 * nearest / (bandwidth * bandwidth);
        }
    }
}
