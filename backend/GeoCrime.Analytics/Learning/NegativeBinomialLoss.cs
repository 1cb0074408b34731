using MathNet.Numerics;

namespace GeoCrime.Analytics.Learning;

/// <summary>
/// Negative logarithm of the negative binomial probability of counts with mean μ = exp(offset + output) and variance
/// μ + αμ²; the last output of a window is log α + 3, so that a network which says 0 starts near Poisson.
/// </summary>
/// <remarks>Salinas et al. (2020), International Journal of Forecasting 36(3). log α is held in −7 … 2 and log μ in ±20.</remarks>
public sealed class NegativeBinomialLoss : IForecastLoss
{
    private const double StartLogDispersion = -3;
    private const double LeastLogDispersion = -7;
    private const double MostLogDispersion = 2;
    private const double MostLogMean = 20;

    public static NegativeBinomialLoss Instance { get; } = new();

    public int OutputsFor(int stepsAhead) => stepsAhead + 1;

    /// <summary>Mean of a step from its offset and output.</summary>
    public static double Mean(double offset, double output) => Math.Exp(Math.Clamp(offset + output, -MostLogMean, MostLogMean));

    /// <summary>α from a window's last output.</summary>
    public static double Dispersion(double output) => Math.Exp(Math.Clamp(StartLogDispersion + output, LeastLogDispersion, MostLogDispersion));

    public double Sum(ReadOnlySpan<float> outputs, WindowSet windows, ReadOnlySpan<int> rows) =>
        Run(outputs, windows, rows, 0, default);

    public double Gradient(ReadOnlySpan<float> outputs, WindowSet windows, ReadOnlySpan<int> rows, int known, Span<float> gradient) =>
        Run(outputs, windows, rows, 1.0 / known, gradient);

    private static double Run(ReadOnlySpan<float> outputs, WindowSet windows, ReadOnlySpan<int> rows, double scale, Span<float> gradient)
    {
        var width = windows.TargetWidth;
        var sum = 0.0;
        for (var i = 0; i < rows.Length; i++)
        {
            var own = outputs.Slice(i * (width + 1), width + 1);
            var r = 1 / Dispersion(own[width]);
            var (constant, digamma) = (SpecialFunctions.GammaLn(r) - r * Math.Log(r), scale == 0 ? 0 : SpecialFunctions.DiGamma(r));
            var byDispersion = 0.0;
            for (var j = 0; j < width; j++)
            {
                double y = windows.Targets[rows[i] * width + j];
                var mean = Mean(windows.Offsets[rows[i] * width + j], own[j]);
                if (scale != 0)
                    gradient[i * (width + 1) + j] = double.IsNaN(y) ? 0 : (float)(scale * (mean - y) * r / (r + mean));
                if (double.IsNaN(y))
                    continue;
                sum += constant - SpecialFunctions.GammaLn(y + r) + SpecialFunctions.GammaLn(y + 1)
                    + (r + y) * Math.Log(r + mean) - y * Math.Log(mean);
                if (scale != 0)
                    byDispersion -= r * (digamma - SpecialFunctions.DiGamma(y + r) - Math.Log(r) - 1 + Math.Log(r + mean) + (r + y) / (r + mean));
            }
            if (scale != 0)
                gradient[i * (width + 1) + width] =
                    StartLogDispersion + own[width] is > LeastLogDispersion and < MostLogDispersion ? (float)(scale * byDispersion) : 0;
        }
        return sum;
    }
}
