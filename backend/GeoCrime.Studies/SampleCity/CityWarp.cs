namespace GeoCrime.Studies.SampleCity;

/// <summary>
/// Bends a lattice of superblocks into a city: column u counts from the west, row v from the shore, and lines of
/// whole u or v become the arterials.
/// </summary>
/// <remarks>
/// A chain of one-to-one maps (monotone spacing, bay, shears, rotations that fade with distance), so lattice lines
/// never cross and whatever tiles the lattice tiles the city.
/// </remarks>
internal sealed class CityWarp
{
    /// <summary>The column line that is the middle of the river.</summary>
    public const int RiverColumn = 11;

    // Metres; narrow superblocks in the old centre by the bay, wide ones at the edges.
    private static readonly double[] ColumnWidths =
        [1000, 950, 880, 820, 760, 700, 640, 580, 540, 520, 640, 640, 660, 720, 800, 880, 960, 1000];
    private static readonly double[] RowHeights =
        [560, 540, 560, 600, 660, 720, 780, 840, 880, 920, 960, 1000, 1000];

    private static readonly double[] ColumnStarts = Cumulate(ColumnWidths);
    private static readonly double[] RowStarts = Cumulate(RowHeights);

    private readonly double[] phases = new double[8];

    public CityWarp(SampleRandom random)
    {
        for (var i = 0; i < phases.Length; i++)
            phases[i] = random.Between(-0.6, 0.6);
    }

    /// <summary>Columns of the lattice.</summary>
    public static int Columns => ColumnWidths.Length;

    /// <summary>Rows of the lattice.</summary>
    public static int Rows => RowHeights.Length;

    /// <summary>The plane position of lattice position (u, v), 0 ≤ u ≤ Columns, 0 ≤ v ≤ Rows; rounded to the millimetre.</summary>
    public PlanePoint ToPlane(double u, double v)
    {
        double east = Interpolate(ColumnStarts, ColumnWidths, u) - 7000;
        double inland = Interpolate(RowStarts, RowHeights, v), t = inland / RowStarts[^1];
        var shoreward = (1 - t) * Math.Sqrt(1 - t);

        var x = east * (0.94 + 0.12 * t);
        var y = inland - 5200
            + (1150 * Bell((x - 400) / 3000 * ((x - 400) / 3000)) - 650 * (x / 7000) * (x / 7000)) * shoreward
            + 500 * t * (1 - x / 7000 * (x / 7000));
        if (v < 0.4)
            y += (1 - v / 0.4) * (50 * PortableMath.Sin(x / 270 + phases[0]) + 26 * PortableMath.Sin(x / 97 + phases[1]));
        x += 480 * PortableMath.Sin(y / 1350 + 0.9 + phases[2]) * Bell((u - RiverColumn) / 2.6);

        (x, y) = Swirl(x, y, -900, -2600, 1700, 0.42);
        (x, y) = Swirl(x, y, -4300, 900, 1900, -0.55);
        (x, y) = Swirl(x, y, 4100, -700, 1700, 0.5);
        (x, y) = Swirl(x, y, 600, 2900, 1500, -0.35);

        x += 80 * PortableMath.Sin(y / 1300 + phases[3]) + 30 * PortableMath.Sin(y / 510 + phases[4]);
        y += 80 * PortableMath.Sin(x / 1200 + phases[5]) + 30 * PortableMath.Sin(x / 470 + phases[6]);
        return new PlanePoint(Math.Round(x, 3), Math.Round(y, 3));
    }

    /// <summary>Half the river's width at row position v, in columns; it widens to the mouth.</summary>
    public static double RiverHalfWidth(double v) => 0.11 + 0.22 * PortableMath.Exp(-v);

    private static double Bell(double z) => PortableMath.Exp(-z * z);

    private static (double X, double Y) Swirl(double x, double y, double centreX, double centreY, double radius, double angle)
    {
        double dx = x - centreX, dy = y - centreY;
        var turn = angle * PortableMath.Exp(-(dx * dx + dy * dy) / (radius * radius));
        double sin = PortableMath.Sin(turn), cos = PortableMath.Cos(turn);
        return (centreX + cos * dx - sin * dy, centreY + sin * dx + cos * dy);
    }

    private static double Interpolate(double[] starts, double[] sizes, double position)
    {
        var cell = Math.Clamp((int)position, 0, sizes.Length - 1);
        return starts[cell] + (position - cell) * sizes[cell];
    }

    private static double[] Cumulate(double[] sizes)
    {
        var starts = new double[sizes.Length + 1];
        for (var i = 0; i < sizes.Length; i++)
            starts[i + 1] = starts[i] + sizes[i];
        return starts;
    }
}
