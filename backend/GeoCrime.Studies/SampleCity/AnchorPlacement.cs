namespace GeoCrime.Studies.SampleCity;

/// <summary>Places the anchors of a superblock's streets.</summary>
internal static class AnchorPlacement
{
    // Anchors stand this far inside, as an address stands beside its street, so that those on a precinct's border have one precinct.
    private const double InsetMetres = 9;
    private const double LongBlockMetres = 135;

    /// <summary>All anchors of one superblock, block faces and intersections.</summary>
    public static IEnumerable<Anchor> Place(Superblock block, StreetPattern pattern, StreetNames names)
    {
        for (var b = 0; b <= pattern.Rows; b++)
            for (var a = 0; a <= pattern.Columns; a++)
            {
                if (pattern.Eastward(a, b))
                    foreach (var anchor in BlockFaces(block, pattern, names, true, a, b))
                        yield return anchor;
                if (pattern.Northward(a, b))
                    foreach (var anchor in BlockFaces(block, pattern, names, false, a, b))
                        yield return anchor;
                if (pattern.IsIntersection(a, b))
                    yield return At(block, pattern, a, b, isIntersection: true,
                        $"{StreetNetwork.NameOf(names, block, pattern, true, b)} & {StreetNetwork.NameOf(names, block, pattern, false, a)}");
            }
    }

    private static IEnumerable<Anchor> BlockFaces(Superblock block, StreetPattern pattern, StreetNames names, bool eastward, int a, int b)
    {
        var name = StreetNetwork.NameOf(names, block, pattern, eastward, eastward ? b : a);
        var length = eastward ? block.WidthMetres / pattern.Columns : block.HeightMetres / pattern.Rows;
        var faces = length > LongBlockMetres ? 2 : 1;
        for (var k = 0; k < faces; k++)
        {
            var shift = (k + 0.5) / faces;
            double column = eastward ? a + shift : a, row = eastward ? b : b + shift;
            var position = eastward ? block.Column + column / pattern.Columns : block.Row + row / pattern.Rows;
            yield return At(block, pattern, column, row, isIntersection: false, $"{100 * (1 + (int)(position * 8))} block {name}");
        }
    }

    private static Anchor At(Superblock block, StreetPattern pattern, double column, double row, bool isIntersection, string address)
    {
        var point = block.At(
            Inside(column / pattern.Columns, block.WidthMetres), Inside(row / pattern.Rows, block.HeightMetres));
        var (longitude, latitude) = OceanProjection.ToDegrees(point);
        var isArterial = column == 0 || row == 0 || column == pattern.Columns || row == pattern.Rows;
        return new Anchor(point, longitude, latitude, block.Precinct, address, isIntersection, isArterial);
    }

    private static double Inside(double share, double metres) => share + (0.5 - share) * 2 * InsetMetres / metres;
}
