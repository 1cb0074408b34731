namespace GeoCrime.Studies.SampleCity;

/// <summary>Draws the streets: arterials along the lattice, local streets inside superblocks, a motorway and a diagonal.</summary>
internal sealed class StreetNetwork
{
    private const int SamplesPerEdge = 10;
    private static readonly int[] BridgeRows = [2, 4, 5, 7, 9, 11];

    private readonly CityWarp warp;
    private readonly StreetNames names;
    private readonly Superblock?[,] blocks;
    private readonly List<Street> streets = [];

    private StreetNetwork(CityWarp warp, Superblock?[,] blocks, StreetNames names)
    {
        this.warp = warp;
        this.blocks = blocks;
        this.names = names;
    }

    /// <summary>All streets, the widest first.</summary>
    public static Street[] Draw(
        CityWarp warp, Superblock?[,] blocks, IReadOnlyDictionary<Superblock, StreetPattern> patterns, StreetNames names)
    {
        var network = new StreetNetwork(warp, blocks, names);
        network.DrawMotorway();
        network.DrawDiagonal();
        network.DrawEastwardArterials();
        network.DrawNorthwardArterials();
        foreach (var (block, pattern) in patterns)
            network.DrawLocalStreets(block, pattern);
        return [.. network.streets];
    }

    /// <summary>The class of the arterial on a lattice line.</summary>
    public static string ArterialClass(int line) => line % 3 == 1 ? "primary" : "secondary";

    /// <summary>The name of the street on an edge of a superblock's pattern.</summary>
    public static string NameOf(StreetNames names, Superblock block, StreetPattern pattern, bool eastward, int line)
    {
        if (eastward)
            return block.Row == 0 && line == 0 ? "Harbour Drive" : names.Of(true, block.Row + (double)line / pattern.Rows);
        if (block.Column == CityWarp.RiverColumn && line == 0)
            return "East Quay";
        return block.Column == CityWarp.RiverColumn - 1 && line == pattern.Columns
            ? "West Quay"
            : names.Of(false, block.Column + (double)line / pattern.Columns);
    }

    private void DrawMotorway()
    {
        AddCurve("Ring Motorway", "motorway", s => (18 * s, 5.6 + 3.1 * PortableMath.Sin(Math.PI * (0.06 + 0.88 * s))), 160);
        AddCurve("North Spur", "motorway", s => (8.6 - 0.5 * s, 8.62 + 4.38 * s), 40);
    }

    private void DrawDiagonal() => AddCurve("Meridian Avenue", "primary", s => (6.9 + 9.1 * s, 1.0 + 8.0 * s), 120);

    private void AddCurve(string name, string roadClass, Func<double, (double U, double V)> curve, int steps)
    {
        var line = new List<PlanePoint>();
        for (var k = 0; k <= steps; k++)
        {
            var (u, v) = curve((double)k / steps);
            var inCity = PrecinctPlan.PrecinctAt((int)Math.Min(u, CityWarp.Columns - 1), (int)Math.Min(v, CityWarp.Rows - 1)) >= 0;
            if (inCity)
                line.Add(warp.ToPlane(u, v));
            if (!inCity || k == steps)
                Add(name, roadClass, line);
        }
    }

    private void DrawEastwardArterials()
    {
        for (var row = 0; row < CityWarp.Rows; row++)
        {
            var line = new List<PlanePoint>();
            var (name, roadClass) = row == 0 ? ("Harbour Drive", "primary") : (names.Of(true, row), ArterialClass(row));
            for (var column = 0; column < CityWarp.Columns; column++)
            {
                if (column == CityWarp.RiverColumn && !BridgeRows.Contains(row))
                    Add(name, roadClass, line);
                if (blocks[column, row] is { HasStreetSouth: true } block)
                    AddEdge(line, s => block.At(s, 0));
                else
                    Add(name, roadClass, line);
            }
            Add(name, roadClass, line);
        }
    }

    private void DrawNorthwardArterials()
    {
        for (var column = 0; column < CityWarp.Columns; column++)
        {
            var isRiver = column == CityWarp.RiverColumn;
            DrawNorthward(isRiver ? "East Quay" : names.Of(false, column), isRiver ? "secondary" : ArterialClass(column), column, 0);
            if (isRiver)
                DrawNorthward("West Quay", "secondary", column - 1, 1);
        }
    }

    private void DrawNorthward(string name, string roadClass, int column, double edge)
    {
        var line = new List<PlanePoint>();
        for (var row = 0; row < CityWarp.Rows; row++)
        {
            if (blocks[column, row] is { } block && (edge == 0 ? block.HasStreetWest : block.HasStreetEast))
                AddEdge(line, s => block.At(edge, s));
            else
                Add(name, roadClass, line);
        }
        Add(name, roadClass, line);
    }

    private void DrawLocalStreets(Superblock block, StreetPattern pattern)
    {
        for (var b = 1; b < pattern.Rows; b++)
        {
            var at = (double)b / pattern.Rows;
            DrawRuns(pattern.Columns, a => pattern.Eastward(a, b), s => block.At(s, at), NameOf(names, block, pattern, true, b));
        }
        for (var a = 1; a < pattern.Columns; a++)
        {
            var at = (double)a / pattern.Columns;
            DrawRuns(pattern.Rows, b => pattern.Northward(a, b), s => block.At(at, s), NameOf(names, block, pattern, false, a));
        }
    }

    private void DrawRuns(int count, Func<int, bool> isStreet, Func<double, PlanePoint> at, string name)
    {
        var line = new List<PlanePoint>();
        for (var k = 0; k < count; k++)
        {
            if (!isStreet(k))
            {
                Add(name, "residential", line);
                continue;
            }
            if (line.Count == 0)
                line.Add(at((double)k / count));
            line.Add(at((k + 0.5) / count));
            line.Add(at((k + 1.0) / count));
        }
        Add(name, "residential", line);
    }

    private static void AddEdge(List<PlanePoint> line, Func<double, PlanePoint> at)
    {
        for (var k = 0; k <= SamplesPerEdge; k++)
        {
            var point = at((double)k / SamplesPerEdge);
            if (line.Count == 0 || line[^1] != point)
                line.Add(point);
        }
    }

    private void Add(string name, string roadClass, List<PlanePoint> line)
    {
        if (line.Count > 1)
            streets.Add(new Street(name, roadClass, [.. line]));
        line.Clear();
    }
}
