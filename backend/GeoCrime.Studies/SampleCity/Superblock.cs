namespace GeoCrime.Studies.SampleCity;

/// <summary>One cell of the lattice: the land between two arterials each way, less river and beach.</summary>
internal sealed class Superblock
{
    private const double BeachDepth = 0.13;
    private readonly CityWarp warp;
    private readonly double bend;

    public Superblock(CityWarp warp, int column, int row, SampleRandom random)
    {
        this.warp = warp;
        Column = column;
        Row = row;
        Precinct = PrecinctPlan.PrecinctAt(column, row);
        IsPark = PrecinctPlan.IsPark(column, row);
        bend = Fabric == CityFabric.Suburb ? random.Between(-0.45, 0.45) : 0;
        WidthMetres = At(0, 0.5).DistanceTo(At(1, 0.5));
        HeightMetres = At(0.5, 0).DistanceTo(At(0.5, 1));
    }

    public int Column { get; }
    public int Row { get; }
    public int Precinct { get; }
    public bool IsPark { get; }
    public CityFabric Fabric => PrecinctPlan.Precincts[Precinct].Fabric;
    public double WidthMetres { get; }
    public double HeightMetres { get; }

    /// <summary>Whether a street runs along each edge; the city's outer limit has none, river and shore have their own.</summary>
    public bool HasStreetWest => Column == CityWarp.RiverColumn || IsCity(Column - 1, Row);
    public bool HasStreetEast => Column == CityWarp.RiverColumn - 1 || IsCity(Column + 1, Row);
    public bool HasStreetSouth => Row == 0 || IsCity(Column, Row - 1);
    public bool HasStreetNorth => IsCity(Column, Row + 1);

    /// <summary>The lattice position of local (a, b); a from west to east and b from south to north, both 0…1.</summary>
    public (double U, double V) Lattice(double a, double b)
    {
        // Turns the middle and leaves the rim, so that streets curve but still meet the arterials.
        var turn = bend * 16 * a * (1 - a) * b * (1 - b);
        double sin = PortableMath.Sin(turn), cos = PortableMath.Cos(turn);
        (a, b) = (0.5 + cos * (a - 0.5) - sin * (b - 0.5), 0.5 + sin * (a - 0.5) + cos * (b - 0.5));

        var south = Row == 0 ? BeachDepth : 0;
        var v = Row + south + b * (1 - south);
        var west = Column == CityWarp.RiverColumn ? CityWarp.RiverHalfWidth(v) : 0;
        var east = Column == CityWarp.RiverColumn - 1 ? CityWarp.RiverHalfWidth(v) : 0;
        return (Column + west + a * (1 - west - east), v);
    }

    /// <summary>The plane position of local (a, b).</summary>
    public PlanePoint At(double a, double b)
    {
        var (u, v) = Lattice(a, b);
        return warp.ToPlane(u, v);
    }

    private static bool IsCity(int column, int row) => PrecinctPlan.PrecinctAt(column, row) >= 0;
}
