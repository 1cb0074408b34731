using GeoCrime.Analytics.Density;
using GeoCrime.Domain;

namespace GeoCrime.Studies.Density;

/// <summary>How a bandwidth is chosen where none is given.</summary>
public enum BandwidthRule
{
    Scott,
    Silverman,
    CrossValidated,
}

/// <summary>What each incident adds to a surface.</summary>
public enum DensityWeight
{
    Incidents,
    Severity,
}

/// <summary>What a density surface is asked with; null leaves the choice to the study.</summary>
/// <param name="BandwidthMetres">Gaussian: standard deviation; quartic and Epanechnikov: radius.</param>
/// <param name="Rule">Looked at where no bandwidth is given.</param>
/// <param name="Adaptive">Abramson: wide kernels where incidents are sparse, narrow ones where they are dense.</param>
/// <param name="EdgeCorrected">Makes up for what kernels spread over the city's edge.</param>
/// <param name="HalfLifeDays">An incident this many days before the window's end counts half; null: all count alike.</param>
public sealed record DensityRequest(
    IncidentFilter Filter,
    DensityKernel Kernel = DensityKernel.Gaussian,
    double? BandwidthMetres = null,
    double? CellMetres = null,
    BandwidthRule Rule = BandwidthRule.Scott,
    bool Adaptive = false,
    bool EdgeCorrected = false,
    DensityWeight Weight = DensityWeight.Incidents,
    double? HalfLifeDays = null)
{
    /// <summary>Bandwidths the study accepts, metres.</summary>
    public const double LeastBandwidth = 10;
    public const double MostBandwidth = 20_000;
    private const double MostHalfLife = 3650;

    /// <exception cref="ArgumentException">A parameter is out of its range; the message names it.</exception>
    public void Check()
    {
        if (BandwidthMetres is { } bandwidth && bandwidth is not (>= LeastBandwidth and <= MostBandwidth))
            throw new ArgumentException($"bandwidthMetres is {bandwidth}; {LeastBandwidth}…{MostBandwidth} is allowed.");
        if (CellMetres is { } cell && cell is not (>= 1 and <= 5000))
            throw new ArgumentException($"cellMetres is {cell}; 1…5000 is allowed.");
        if (HalfLifeDays is { } days && days is not (>= 1 and <= MostHalfLife))
            throw new ArgumentException($"halfLifeDays is {days}; 1…{MostHalfLife} is allowed.");
    }
}
