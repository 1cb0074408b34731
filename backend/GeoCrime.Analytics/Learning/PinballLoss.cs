namespace GeoCrime.Analytics.Learning;

/// <summary>Quantiles: for each step ahead one output a probability, in their order; p·(target − output) above the output, (1 − p) below.</summary>
/// <remarks>Koenker and Bassett (1978), Econometrica 46(1). Least where a share p of the targets lies below.</remarks>
public sealed class PinballLoss : PointLoss
{
    private readonly double[] probabilities;

    /// <param name="probabilities">At least one; each between 0 and 1.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">One is not between 0 and 1.</exception>
    public PinballLoss(params double[] probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        if (probabilities.Length == 0)
            throw new ArgumentException("at least one probability is needed");
        foreach (var p in probabilities)
            if (!(p is > 0 and < 1))
                throw new ArgumentOutOfRangeException(nameof(probabilities), p, "must lie between 0 and 1");
        this.probabilities = [.. probabilities];
    }

    public override int OutputsFor(int stepsAhead) => stepsAhead * probabilities.Length;

    protected override (double Loss, double Slope) At(double output, double target, int column)
    {
        var (p, above) = (probabilities[column], target - output);
        return above > 0 ? (p * above, -p) : (-(1 - p) * above, above == 0 ? 0 : 1 - p);
    }
}
