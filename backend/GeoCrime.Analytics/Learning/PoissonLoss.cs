namespace GeoCrime.Analytics.Learning;

/// <summary>Negative logarithm of a count's Poisson probability, less log count!: e^x − count·x, where x = output + offset is the log mean.</summary>
/// <remarks>The log mean is held in ±20, beyond which the slope is 0.</remarks>
public sealed class PoissonLoss : PointLoss
{
    private const double MostLogMean = 20;

    public static PoissonLoss Instance { get; } = new();

    protected override (double Loss, double Slope) At(double output, double target, int column)
    {
        var held = Math.Clamp(output, -MostLogMean, MostLogMean);
        var mean = Math.Exp(held);
        return (mean - target * held, held == output ? mean - target : 0);
    }
}
