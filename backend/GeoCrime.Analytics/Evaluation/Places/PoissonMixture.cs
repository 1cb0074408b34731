namespace GeoCrime.Analytics.Evaluation.Places;

/// <summary>How much to trust each of several guesses of counts, by what came.</summary>
public static class PoissonMixture
{
    private const int Rounds = 100;
    private const double Tolerance = 1e-5;

    /// <summary>Weights w ≥ 0 under which counts that are Poisson with mean Σ wₖ·guessₖ are likeliest.</summary>
    /// <param name="guesses">Shape [components][cells]; finite, ≥ 0.</param>
    /// <param name="came">Shape [cells]; ≥ 0.</param>
    /// <param name="cancellation">Looked at each round.</param>
    /// <returns>Shape [components]; 0 for a component that guesses nothing anywhere.</returns>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    /// <remarks>Multiplicative expectation-maximisation from equal weights; the likelihood is concave, so its maximum is the only one.
    /// Shepp and Vardi (1982). O(rounds·components·cells in which something came).</remarks>
    public static double[] Fit(double[][] guesses, double[] came, CancellationToken cancellation = default)
    {
        foreach (var guess in guesses)
            if (guess.Length != came.Length)
                throw new ArgumentException($"A component guesses {guess.Length} cells; {came.Length} counts came.", nameof(guesses));
        var totals = guesses.Select(guess => guess.Sum()).ToArray();
        var weights = totals.Select(total => total > 0 ? 1.0 / guesses.Length : 0).ToArray();
        var occupied = Enumerable.Range(0, came.Length).Where(cell => came[cell] > 0).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            var credit = new double[weights.Length];
            foreach (var cell in occupied)
            {
                var mean = 0.0;
                for (var k = 0; k < weights.Length; k++)
                    mean += weights[k] * guesses[k][cell];
                for (var k = 0; k < weights.Length && mean > 0; k++)
                    credit[k] += came[cell] * guesses[k][cell] / mean;
            }
            var moved = 0.0;
            for (var k = 0; k < weights.Length; k++)
                if (totals[k] > 0)
                {
                    var next = weights[k] * credit[k] / totals[k];
                    moved = Math.Max(moved, Math.Abs(next - weights[k]));
                    weights[k] = next;
                }
            if (moved < Tolerance)
                break;
        }
        return weights;
    }
}
