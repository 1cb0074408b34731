using GeoCrime.Analytics.SpaceTime;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Hotspots;
using GeoCrime.Studies.Runs;
using NetTopologySuite.Geometries;

namespace GeoCrime.Studies.NearRepeat;

/// <param name="Number">Index among the cells.</param>
/// <param name="Risk">Sum over recent reports of 1/(1 + d/100 m) · 1/(1 + age/7 days); above 0.</param>
public sealed record RiskCell(int Number, string Id, double Risk);

/// <param name="Events">Located reports that were compared.</param>
/// <param name="AsOf">The day after the window: risk is for it.</param>
/// <param name="Zones">Cells that a recent report reaches, highest risk first.</param>
public sealed record NearRepeatResult(
    UtmProjection Projection, HotspotUnits Grid, int Events, DateOnly From, DateOnly AsOf, IReadOnlyList<KnoxBand> Bands, IReadOnlyList<RiskCell> Zones)
{
    /// <summary>The cell's outline in EPSG:4326.</summary>
    public Geometry ShapeInDegrees(RiskCell cell) => Projection.ToDegrees(Grid.Outline(cell.Number));
}

/// <summary>Whether reports near in place come near in time (Knox), and where repeats are likely now.</summary>
public sealed class NearRepeatStudy(LiveRuns runs)
{
    private const double HalfRiskMetres = 100;

    /// <exception cref="ArgumentException">A parameter is out of range, the filter names what there is not, or there are too many pairs.</exception>
    public Task<LiveRun<NearRepeatResult>> RunAsync(IncidentColumns columns, NearRepeatRequest request, AccessPolicy policy, CancellationToken cancellationToken)
    {
        request.Check();
        var identity = RunIdentity.Of(StudyKind.NearRepeat, columns, request, request.Seed, policy);
        return runs.GetAsync(identity, token => Analyse(columns, request, token), cancellationToken);
    }

    private static NearRepeatResult Analyse(IncidentColumns columns, NearRepeatRequest request, CancellationToken cancellationToken)
    {
        var window = StudyWindow.Of(columns, request.Filter);
        var rows = RowFilter.Apply(columns, request.Filter with { From = window.From, To = window.To }, cancellationToken);
        var (x, y) = rows.Positions();
        int[] days = [.. rows.Rows().Where(each => each.Chunk.X[each.Row] != IncidentChunk.Unlocated).Select(each => each.Chunk.Day[each.Row])];
        var bands = KnoxTest.Run(x, y, days, [.. request.Metres], [.. request.Days], request.Metric, request.Permutations, request.Seed, cancellationToken);
        var units = HotspotUnits.Of(columns, HotspotUnit.Square, request.CellMetres, null);
        var centres = Enumerable.Range(0, units.Ids.Count).Select(unit => units.Outline(unit).EnvelopeInternal.Centre).ToArray();
        var risk = NearRepeatRisk.At(
            x, y, days, window.To.DayNumber, [.. centres.Select(centre => centre.X)], [.. centres.Select(centre => centre.Y)], request.Metres[^1], request.Days[^1], HalfRiskMetres);
        return new NearRepeatResult(columns.Jurisdiction.Projection, units, days.Length, window.From, window.To, bands,
            [.. risk.Select((value, unit) => new RiskCell(unit, units.Ids[unit], value)).Where(cell => cell.Risk > 0).OrderByDescending(cell => cell.Risk).ThenBy(cell => cell.Number)]);
    }
}
