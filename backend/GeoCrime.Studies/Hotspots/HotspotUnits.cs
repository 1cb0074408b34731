using System.Runtime.CompilerServices;
using GeoCrime.Analytics.Neighbours;
using GeoCrime.Domain;
using GeoCrime.Studies.Cities;
using GeoCrime.Studies.Filtering;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace GeoCrime.Studies.Hotspots;

/// <summary>The units of a city: cells whose centre lies in it, or its areas of one kind.</summary>
/// <param name="Ids">Column and row of a cell, or an area's code.</param>
/// <param name="Outline">Of a unit, metres in the analysis CRS.</param>
/// <param name="Contiguity">Units that touch, without the unit itself.</param>
/// <param name="Count">Incidents in each unit; those in none are left out.</param>
/// <param name="UnitAt">The unit that holds a position (metres), or −1.</param>
/// <param name="Population">Shape [n]; null for cells and where an area's is not known.</param>
public sealed record HotspotUnits(
    IReadOnlyList<string> Ids,
    Func<int, Geometry> Outline,
    SpatialWeights Contiguity,
    Func<FilteredIncidents, double[]> Count,
    Func<double, double, int> UnitAt,
    double[]? Population)
{
    private const int Most = 200_000;

    /// <summary>Areas this close are neighbours: published boundaries do not always meet in equal coordinates.</summary>
    private const double TouchMetres = 5;

    private static readonly ConditionalWeakTable<IncidentColumns, Dictionary<(HotspotUnit, double, string?), HotspotUnits>> Known = [];

    /// <summary>Contiguous units and each unit itself, binary.</summary>
    public SpatialWeights Weights { get; } = Contiguity.WithSelf();

    /// <summary>Made once a data version and kept with it.</summary>
    /// <exception cref="ArgumentException">Nothing is located, there would be too many cells, or the area kind is unknown or has fewer than 4 areas.</exception>
    internal static HotspotUnits Of(IncidentColumns columns, HotspotUnit unit, double cellMetres, string? areaKind)
    {
        var known = Known.GetOrCreateValue(columns);
        lock (known)
        {
            if (!known.TryGetValue((unit, cellMetres, areaKind), out var units))
                known[(unit, cellMetres, areaKind)] = units = unit switch
                {
                    HotspotUnit.Hexagon => OfCells(columns, new HexGrid(cellMetres)),
                    HotspotUnit.Square => OfCells(columns, new SquareGrid(cellMetres)),
                    _ => OfAreas(columns, areaKind!),
                };
            return units;
        }
    }

    private static HotspotUnits OfCells<TGrid>(IncidentColumns columns, TGrid grid)
        where TGrid : struct, ICellGrid
    {
        var city = City.Of(columns);
        var bounds = city.Bounds ?? throw new ArgumentException($"No located incident is loaded for {columns.Jurisdiction.Code}.");
        if (bounds.Area / (grid.CellMetres * grid.CellMetres) > Most)
            throw new ArgumentException($"Cells of {grid.CellMetres} m make more than {Most} cells here; ask for larger ones.");
        GridCell[] cells = [.. grid.CentredIn(bounds.MinX, bounds.MinY, bounds.MaxX, bounds.MaxY).Where(cell =>
        {
            var (x, y) = grid.Centre(cell);
            return city.Contains(x, y);
        })];
        var units = new CellUnits<TGrid>(grid, cells);
        return new HotspotUnits(
            [.. cells.Select(cell => cell.ToString())],
            number => Polygon(grid.Corners(cells[number])),
            units.Contiguity(),
            rows => rows.Positions() is var (x, y) ? units.Sum(x, y) : [],
            units.UnitAt,
            null);
    }

    private static HotspotUnits OfAreas(IncidentColumns columns, string kind)
    {
        var number = columns.KindNumber(kind);
        var areas = columns.AreaKinds[number].Areas;
        if (areas.Count < 4)
            throw new ArgumentException($"areaKind: '{kind}' has {areas.Count} areas; neighbours are compared among 4 or more.");
        Geometry[] outlines = [.. areas.Select(area => columns.Jurisdiction.Projection.ToMetres(area.Geometry))];
        var index = new STRtree<int>();
        for (var area = 0; area < outlines.Length; area++)
            index.Insert(outlines[area].EnvelopeInternal, area);
        var lists = outlines.AsParallel().AsOrdered().Select((outline, area) =>
        {
            var reach = outline.EnvelopeInternal.Copy();
            reach.ExpandBy(TouchMetres);
            return (IReadOnlyList<int>)[.. index.Query(reach).Where(other => other != area && outlines[other].IsWithinDistance(outline, TouchMetres)).Order()];
        }).ToArray();
        return new HotspotUnits(
            [.. areas.Select(area => area.Code)],
            area => outlines[area],
            SpatialWeights.FromLists(lists),
            rows => CountByArea(rows, number, areas.Count),
            (x, y) => index.Query(new Envelope(x, x, y, y)).Order().Cast<int?>().FirstOrDefault(area => outlines[area!.Value].Covers(new Point(x, y))) ?? -1,
            areas.All(area => area.Population > 0) ? [.. areas.Select(area => (double)area.Population!.Value)] : null);
    }

    private static double[] CountByArea(FilteredIncidents rows, int kind, int areas)
    {
        var counts = new double[areas];
        foreach (var (chunk, row) in rows.Rows())
            if (chunk.Area[kind][row] is var area and >= 0)
                counts[area]++;
        return counts;
    }

    private static Polygon Polygon((double X, double Y)[] corners) =>
        new(new LinearRing([.. corners.Append(corners[0]).Select(corner => new Coordinate(corner.X, corner.Y))]));
}
