using GeoCrime.Domain;

namespace GeoCrime.Studies.Clusters;

public enum ClusterMethod
{
    Dbscan,
    Hdbscan,
    StDbscan,
}

/// <summary>What clusters are asked with.</summary>
/// <param name="EpsilonMetres">Neighbourhood radius; HDBSCAN* has none and takes it for its outlines alone.</param>
/// <param name="MinPoints">Reported incidents within the radius that make a core point, itself included; HDBSCAN*: the fewest of a cluster.</param>
/// <param name="EpsilonDays">ST-DBSCAN: neighbours lie within as many days, before or after.</param>
public sealed record ClusterRequest(IncidentFilter Filter, double EpsilonMetres = 150, int MinPoints = 25, ClusterMethod Method = ClusterMethod.Dbscan, double? EpsilonDays = null)
{
    public const double LeastEpsilon = 10;
    public const double MostEpsilon = 5000;
    private const double MostDays = 365;
    private const int MostPoints = 100_000;

    /// <exception cref="ArgumentException">A parameter is out of its range, missing or not the method's.</exception>
    public void Check()
    {
        if (EpsilonMetres is not (>= LeastEpsilon and <= MostEpsilon))
            throw new ArgumentException($"epsilonMetres is {EpsilonMetres}; {LeastEpsilon}…{MostEpsilon} is allowed.");
        if (MinPoints is < 2 or > MostPoints)
            throw new ArgumentException($"minPoints is {MinPoints}; 2…{MostPoints} is allowed.");
        if (Method == ClusterMethod.StDbscan && EpsilonDays is not (>= 0 and <= MostDays))
            throw new ArgumentException($"epsilonDays is {EpsilonDays?.ToString() ?? "missing"}; ST_DBSCAN needs 0…{MostDays}.");
        if (Method != ClusterMethod.StDbscan && EpsilonDays is not null)
            throw new ArgumentException("epsilonDays belongs to ST_DBSCAN alone.");
    }
}
