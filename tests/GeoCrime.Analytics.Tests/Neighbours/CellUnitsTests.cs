using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Tests.Neighbours;

public class CellUnitsTests
{
    [Fact]
    public void Points_are_counted_in_their_units_and_nowhere_else()
    {
        var units = new CellUnits<SquareGrid>(new SquareGrid(10), [new(0, 0), new(1, 0)]);
        Assert.Equal([2.0, 1], units.Sum([1, 9.99, 10, 25], [0, 5, 5, 5]));
        Assert.Equal([5.0, 7], units.Sum([1, 9.99, 10, 25], [0, 5, 5, 5], [2, 3, 7, 9]));
    }

    [Theory]
    [InlineData(Contiguity.Queen, new[] { 3, 5, 8, 5, 3 })]
    [InlineData(Contiguity.Rook, new[] { 2, 3, 4, 3, 2 })]
    public void A_corner_an_edge_and_the_middle_have_their_neighbours(Contiguity contiguity, int[] counts)
    {
        var grid = new SquareGrid(1, contiguity);
        var weights = new CellUnits<SquareGrid>(grid, [.. grid.CentredIn(0, 0, 3, 3)]).Contiguity();
        Assert.Equal(counts, new[] { 0, 1, 4, 7, 8 }.Select(weights.Count));
    }

    [Fact]
    public void A_hexagon_among_hexagons_has_six()
    {
        var grid = new HexGrid(1);
        var cells = grid.CentredIn(-5, -5, 5, 5).ToArray();
        var weights = new CellUnits<HexGrid>(grid, cells).Contiguity();
        Assert.Equal(6, weights.Count(Array.IndexOf(cells, new GridCell(0, 0))));
    }

    [Fact]
    public void A_gap_makes_an_island() =>
        Assert.Equal([2], new CellUnits<HexGrid>(new HexGrid(1), [new(0, 0), new(1, 0), new(9, 9)]).Contiguity().Islands());

    [Fact]
    public void No_units_count_nothing() => Assert.Empty(new CellUnits<HexGrid>(new HexGrid(1), []).Sum([1], [1]));

    [Fact]
    public void A_cell_twice_is_refused() =>
        Assert.Contains("Cell c1r2 is listed twice.", Assert.Throws<ArgumentException>(() =>
            new CellUnits<SquareGrid>(new SquareGrid(1), [new(1, 2), new(1, 2)])).Message, StringComparison.Ordinal);
}
