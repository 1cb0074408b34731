namespace GeoCrime.Studies.SampleCity;

/// <summary>The streets of one superblock as a small lattice of which some edges are streets.</summary>
internal sealed class StreetPattern
{
    private readonly bool[,] eastward;
    private readonly bool[,] northward;

    public StreetPattern(Superblock block, SampleRandom random)
    {
        var (across, along, missing) = block.Fabric switch
        {
            CityFabric.Core => (68.0, 104.0, 0.05),
            CityFabric.Inner => (84.0, 150.0, 0.12),
            CityFabric.Suburb => (104.0, 160.0, 0.20),
            _ => (190.0, 240.0, 0.10),
        };
        // Neighbouring superblocks of one precinct mostly point the same way.
        var eastwardBlocks = random.Chance(0.85) == (block.Precinct % 3 != 0);
        Columns = Math.Max(2, (int)Math.Round(block.WidthMetres / (eastwardBlocks ? along : across)));
        Rows = Math.Max(2, (int)Math.Round(block.HeightMetres / (eastwardBlocks ? across : along)));
        eastward = new bool[Columns, Rows + 1];
        northward = new bool[Columns + 1, Rows];

        var stagger = block.Fabric is CityFabric.Inner or CityFabric.Suburb;
        for (var a = 0; a < Columns; a++)
            for (var b = 0; b <= Rows; b++)
                eastward[a, b] = b == 0 ? block.HasStreetSouth : b == Rows ? block.HasStreetNorth
                    : IsStreet(isLong: eastwardBlocks, a, b);
        for (var a = 0; a <= Columns; a++)
            for (var b = 0; b < Rows; b++)
                northward[a, b] = a == 0 ? block.HasStreetWest : a == Columns ? block.HasStreetEast
                    : IsStreet(isLong: !eastwardBlocks, b, a);

        bool IsStreet(bool isLong, int step, int line)
        {
            var drawn = random.NextDouble();
            if (block.IsPark)
                return false;
            var skipped = stagger && !isLong && (step + line) % 2 == 1;
            return drawn >= (isLong ? missing / 2 : skipped ? 0.72 : missing);
        }
    }

    public int Columns { get; }
    public int Rows { get; }

    /// <summary>Whether the edge from node (a, b) to (a + 1, b) is a street.</summary>
    public bool Eastward(int a, int b) => a >= 0 && a < Columns && eastward[a, b];

    /// <summary>Whether the edge from node (a, b) to (a, b + 1) is a street.</summary>
    public bool Northward(int a, int b) => b >= 0 && b < Rows && northward[a, b];

    /// <summary>Whether two streets meet at node (a, b).</summary>
    public bool IsIntersection(int a, int b) =>
        (Eastward(a, b) || Eastward(a - 1, b)) && (Northward(a, b) || Northward(a, b - 1));
}
