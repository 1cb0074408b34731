using GeoCrime.Domain;

namespace GeoCrime.Studies.Nearby;

/// <summary>What nearness to places is compared with.</summary>
public enum PlaceControl
{
    /// <summary>All located reports of the window and area, whatever their offence.</summary>
    AllReports,

    /// <summary>Any ground of the city, or of the part of it that the filter names.</summary>
    Ground,
}

/// <summary>What the correlation of reports with places is asked with.</summary>
/// <param name="Kind">Code of the places' kind.</param>
/// <param name="Metres">Upper limits of the distances, rising.</param>
/// <param name="Against">Null: all reports where the filter names offences, else the ground.</param>
/// <param name="CellMetres">Side of the square cells that bivariate Moran counts in.</param>
/// <param name="BandwidthMetres">Standard deviation of the Gaussians whose surfaces are compared.</param>
/// <param name="Simulations">Of the cross-K envelope.</param>
/// <param name="Permutations">Of bivariate Moran; with few of them no p is small enough to stand among thousands of cells.</param>
public sealed record PlaceCorrelationRequest(
    string Kind, IncidentFilter Filter, IReadOnlyList<double> Metres, PlaceControl? Against = null, double CellMetres = 250, double BandwidthMetres = 250,
    int Simulations = 199, int Permutations = 9_999, int Seed = 1)
{
    private const int MostDistances = 20;

    /// <summary>A block, two, four and eight.</summary>
    public static IReadOnlyList<double> UsualMetres { get; } = [100, 200, 400, 800];

    /// <summary>As asked, or what suits the filter.</summary>
    public PlaceControl Control => Against ?? (Filter.Categories is null && Filter.MinSeverity is null ? PlaceControl.Ground : PlaceControl.AllReports);

    /// <exception cref="ArgumentException">A parameter is out of its range.</exception>
    public void Check()
    {
        if (Metres.Count is 0 or > MostDistances)
            throw new ArgumentException($"There are {Metres.Count} distances; 1…{MostDistances} are allowed.");
        for (var i = 0; i < Metres.Count; i++)
            if (Metres[i] is not (>= 10 and <= 5000) || (i > 0 && Metres[i] <= Metres[i - 1]))
                throw new ArgumentException($"metres: distance {i + 1} is {Metres[i]}; distances rise within 10…5000.");
        if (CellMetres is not (>= 50 and <= 5000))
            throw new ArgumentException($"cellMetres is {CellMetres}; 50…5000 is allowed.");
        if (BandwidthMetres is not (>= 50 and <= 5000))
            throw new ArgumentException($"bandwidthMetres is {BandwidthMetres}; 50…5000 is allowed.");
        if (Simulations is < 19 or > 999)
            throw new ArgumentException($"simulations is {Simulations}; 19…999 is allowed.");
        if (Permutations is < 99 or > 9_999)
            throw new ArgumentException($"permutations is {Permutations}; 99…9999 is allowed.");
    }
}
