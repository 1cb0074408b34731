namespace GeoCrime.Analytics.Learning;

/// <summary>½e² for errors up to a bound, bound·(|e| − ½·bound) beyond it.</summary>
/// <remarks>Huber (1964), Annals of Mathematical Statistics 35(1).</remarks>
public sealed class HuberLoss : PointLoss
{
    private readonly double bound;

    /// <param name="bound">Errors beyond it count linearly; finite and &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">bound is not finite and above 0.</exception>
    public HuberLoss(double bound)
    {
        if (!(bound > 0 && double.IsFinite(bound)))
            throw new ArgumentOutOfRangeException(nameof(bound), bound, "must be finite and above 0");
        this.bound = bound;
    }

    protected override (double Loss, double Slope) At(double output, double target, int column)
    {
        var error = output - target;
        return Math.Abs(error) <= bound
            ? (error * error / 2, error)
            : (bound * (Math.Abs(error) - bound / 2), bound * Math.Sign(error));
    }
}
