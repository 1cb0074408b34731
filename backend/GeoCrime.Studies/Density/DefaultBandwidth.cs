using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using GeoCrime.Analytics.Density;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;

namespace GeoCrime.Studies.Density;

/// <summary>Bandwidths by rule, on all incidents of a data version, so that filters and periods compare.</summary>
internal static class DefaultBandwidth
{
    private static readonly ConditionalWeakTable<IncidentColumns, ConcurrentDictionary<BandwidthRule, double>> Deviations = [];

    /// <returns>Metres, in the kernel's own scale.</returns>
    /// <exception cref="ArgumentException">Fewer than two places hold incidents.</exception>
    public static double Of(IncidentColumns columns, BandwidthRule rule, DensityKernel kernel, CancellationToken cancellationToken)
    {
        var deviation = Deviations.GetOrCreateValue(columns).GetOrAdd(rule, _ => Compute(columns, rule, cancellationToken));
        return Math.Clamp(deviation * Bandwidth.PerGaussianDeviation(kernel), DensityRequest.LeastBandwidth, DensityRequest.MostBandwidth);
    }

    private static double Compute(IncidentColumns columns, BandwidthRule rule, CancellationToken cancellationToken)
    {
        var (x, y) = RowFilter.Apply(columns, IncidentFilter.All, cancellationToken).Positions();
        return rule switch
        {
            BandwidthRule.Scott => Bandwidth.Scott(x, y, DensityKernel.Gaussian),
            BandwidthRule.Silverman => Bandwidth.Silverman(x, y, DensityKernel.Gaussian),
            BandwidthRule.CrossValidated => CrossValidation.Bandwidth(x, y, DensityKernel.Gaussian, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown rule."),
        };
    }
}
