namespace GeoCrime.Analytics.Learning;

/// <summary>Squared differences: (output − target)².</summary>
public sealed class MeanSquaredError : PointLoss
{
    public static MeanSquaredError Instance { get; } = new();

    protected override (double Loss, double Slope) At(double output, double target, int column)
    {
        var difference = output - target;
        return (difference * difference, 2 * difference);
    }
}
