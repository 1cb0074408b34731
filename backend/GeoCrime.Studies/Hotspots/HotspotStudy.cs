using GeoCrime.Analytics.Autocorrelation;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Hotspots;

/// <summary>Getis-Ord Gi* of reported incidents over the units of the city, with the bins that survive false-discovery control.</summary>
public sealed class HotspotStudy(LiveRuns runs)
{
    private const double ResidentsPerRate = 1000;

    /// <exception cref="ArgumentException">A parameter is out of range, the filter names what there is not, or rates are asked for where a population is not known.</exception>
    public Task<LiveRun<HotspotResult>> RunAsync(IncidentColumns columns, HotspotRequest request, AccessPolicy policy, CancellationToken cancellationToken)
    {
        request.Check();
        var identity = RunIdentity.Of(StudyKind.Hotspots, columns, request, request.Seed, policy);
        return runs.GetAsync(identity, token => Analyse(RowFilter.Apply(columns, request.Filter, token), request, token), cancellationToken);
    }

    /// <summary>The analysis itself, for studies that build on it.</summary>
    /// <param name="incidents">The filtered rows; the request's own filter is not looked at.</param>
    internal static HotspotResult Analyse(FilteredIncidents incidents, HotspotRequest request, CancellationToken cancellationToken)
    {
        var columns = incidents.Columns;
        var units = HotspotUnits.Of(columns, request.Unit, request.CellMetres, request.AreaKind);
        var counts = units.Count(incidents);
        return request.PerResident
            ? OfRates(columns, units, counts, request, cancellationToken)
            : OfCounts(columns, units, counts, request, cancellationToken);
    }

    private static HotspotResult OfCounts(IncidentColumns columns, HotspotUnits units, double[] counts, HotspotRequest request, CancellationToken cancellationToken)
    {
        var found = HotSpots.Find(counts, units.Weights, request.Permutations, request.Seed, cancellationToken);
        return new HotspotResult(columns.Jurisdiction.Projection, units, [.. counts.Select((count, unit) => new HotspotCell(
            unit, units.Ids[unit], (int)count, Known(found.Z[unit]), found.P[unit], found.ExactP[unit], found.PseudoP?[unit], found.Bins[unit]))], counts);
    }

    private static HotspotResult OfRates(IncidentColumns columns, HotspotUnits units, double[] counts, HotspotRequest request, CancellationToken cancellationToken)
    {
        var population = units.Population
            ?? throw new ArgumentException($"perResident: not every area of kind '{request.AreaKind}' has a population.");
        var rates = EmpiricalBayes.Rates(counts, population);
        var normal = GetisOrd.Star(rates, units.Weights);
        var pseudo = ConditionalPermutation.PseudoP(rates, units.Weights, request.Permutations, request.Seed, cancellationToken);
        var bins = HotSpots.Bin(pseudo, [.. normal.Z.Select(z => double.IsNaN(z) ? 0 : Math.Sign(z))]);
        return new HotspotResult(columns.Jurisdiction.Projection, units, [.. counts.Select((count, unit) => new HotspotCell(
            unit, units.Ids[unit], (int)count, Known(normal.Z[unit]), normal.P[unit], null, pseudo[unit], bins[unit], rates[unit] * ResidentsPerRate))], rates);
    }

    private static double? Known(double z) => double.IsNaN(z) ? null : z;
}
