using System.Runtime.InteropServices;
using GeoCrime.Domain;
using GeoCrime.Studies.Cities;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Incidents;

/// <summary>Incidents of one bin: where they lie on average, and how many.</summary>
/// <param name="X">EPSG:3857 metres.</param>
/// <param name="Y">EPSG:3857 metres.</param>
public readonly record struct IncidentBin(double X, double Y, int Count);

/// <summary>Groups located incidents for small scales, so that a tile draws dozens of counted circles and not thousands of points.</summary>
public sealed class IncidentBinning(LiveRuns runs)
{
    private const double PixelsAcross = 40;

    /// <summary>The bins of a whole jurisdiction at a zoom, kept for its neighbouring tiles.</summary>
    public async Task<IReadOnlyList<IncidentBin>> BinsAsync(IncidentColumns columns, IncidentFilter filter, int zoom, AccessPolicy policy, CancellationToken cancellationToken) =>
        await runs.GetAsync(
            $"bins {columns.Jurisdiction.Code} {columns.DataVersion} {policy.Name} {zoom} {RunIdentity.Write(filter)}",
            token => Bin(RowFilter.Apply(columns, filter, token), zoom),
            cancellationToken);

    private static IncidentBin[] Bin(FilteredIncidents incidents, int zoom)
    {
        var projection = incidents.Columns.Jurisdiction.Projection;
        var cell = CellCentimetres(incidents.Columns, zoom);
        var bins = new Dictionary<(long, long), (long X, long Y, int Count)>();
        foreach (var (chunk, row) in incidents.Rows())
        {
            if (chunk.X[row] == IncidentChunk.Unlocated)
                continue;
            ref var bin = ref CollectionsMarshal.GetValueRefOrAddDefault(bins, (FloorDiv(chunk.X[row], cell), FloorDiv(chunk.Y[row], cell)), out _);
            bin = (bin.X + chunk.X[row], bin.Y + chunk.Y[row], bin.Count + 1);
        }
        return [.. bins.Values.Select(bin =>
        {
            var (longitude, latitude) = projection.ToDegrees(bin.X / 100.0 / bin.Count, bin.Y / 100.0 / bin.Count);
            return new IncidentBin(
                WebMercator.X(longitude),
                WebMercator.Y(latitude),
                bin.Count);
        })];
    }

    /// <summary>Side of a bin on the ground; anchored in the analysis CRS, so that panning and filters never shift bins.</summary>
    private static long CellCentimetres(IncidentColumns columns, int zoom)
    {
        // In steps of one degree and of the whole city: the size must not depend on which rows a filter lets through.
        var latitude = City.Of(columns).Bounds?.Centre is { } centre ? columns.Jurisdiction.Projection.ToDegrees(centre.X, centre.Y).Latitude : 0;
        var metresPerPixel = 2 * Math.PI * WebMercator.EarthRadius / 512 / Math.Pow(2, zoom) * Math.Cos(double.DegreesToRadians(Math.Round(latitude)));
        return (long)(PixelsAcross * metresPerPixel * 100);
    }

    private static long FloorDiv(long value, long by) => (value >= 0 ? value : value - by + 1) / by;
}
