namespace GeoCrime.Analytics.Learning;

/// <summary>Absolute differences |output − target|, least at the median; the slope at 0 is 0.</summary>
public sealed class MeanAbsoluteError : PointLoss
{
    public static MeanAbsoluteError Instance { get; } = new();

    protected override (double Loss, double Slope) At(double output, double target, int column) =>
        (Math.Abs(output - target), Math.Sign(output - target));
}
