using MathNet.Numerics.Distributions;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>Counts to come, each negative binomial with variance μ + αμ².</summary>
/// <param name="Mean">μ, shape [horizon]; &gt; 0.</param>
/// <param name="Dispersion">α; &gt; 0.</param>
public sealed record CountPath(double[] Mean, double Dispersion)
{
    /// <summary>√(μ + αμ²) of a step.</summary>
    public double Deviation(int step) => Math.Sqrt(Mean[step] + Dispersion * Mean[step] * Mean[step]);

    /// <summary>Probability of at most a count.</summary>
    /// <remarks>Cost: O(count).</remarks>
    public double Cumulative(int step, double count)
    {
        if (count < 0)
            return 0;
        var (size, mean) = (1 / Dispersion, Mean[step]);
        var success = size / (size + mean);
        var mass = Math.Exp(size * Math.Log(success));
        if (mass == 0)
            return Normal.CDF(mean, Deviation(step), count + 0.5);
        var sum = mass;
        for (var k = 0; k < count; k++)
        {
            mass *= (k + size) / (k + 1) * (1 - success);
            sum += mass;
        }
        return Math.Min(1, sum);
    }

    /// <summary>The least count whose probability not to be exceeded reaches p.</summary>
    /// <param name="p">Between 0 and 1.</param>
    /// <remarks>Cost: O(quantile).</remarks>
    public double Quantile(int step, double p)
    {
        if (!(p is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "must lie between 0 and 1");
        var (size, mean) = (1 / Dispersion, Mean[step]);
        var most = mean + 40 * Deviation(step) + 10;
        var success = size / (size + mean);
        var mass = Math.Exp(size * Math.Log(success));
        // Far tails of great means start below the smallest number: the normal distribution is exact enough there.
        if (mass == 0)
            return Math.Max(0, Math.Round(Normal.InvCDF(mean, Deviation(step), p)));
        var (count, sum) = (0, mass);
        while (sum < p && count < most)
        {
            mass *= (count + size) / (count + 1) * (1 - success);
            count++;
            sum += mass;
        }
        return count;
    }
}
