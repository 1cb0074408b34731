using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Tests.Neighbours;

public class CellGridTests
{
    private static readonly Arbitrary<(double X, double Y)> Places =
        Gen.Choose(-1_000_000, 1_000_000).Two().Select(pair => (pair.Item1 / 100.0, pair.Item2 / 100.0)).ToArbitrary();

    public static TheoryData<ICellGrid> Grids => [new SquareGrid(250), new SquareGrid(250, Contiguity.Rook), new HexGrid(250)];

    [Fact]
    public void A_square_is_anchored_at_the_origin_and_holds_its_south_west_corner()
    {
        var grid = new SquareGrid(250);
        Assert.Equal(new GridCell(0, 0), grid.CellAt(0, 0));
        Assert.Equal(new GridCell(-1, 1), grid.CellAt(-0.001, 250));
        Assert.Equal((125, 375), grid.Centre(new GridCell(0, 1)));
    }

    [Fact]
    public void A_hexagon_has_the_area_of_the_square()
    {
        var corners = new HexGrid(250).Corners(new GridCell(3, -5));
        var area = corners.Zip([.. corners[1..], corners[0]], (a, b) => a.X * b.Y - b.X * a.Y).Sum() / 2;
        Assert.Equal(62_500, area, 1e-6);
    }

    [Fact]
    public void The_first_hexagon_is_centred_on_the_origin()
    {
        var grid = new HexGrid(100);
        Assert.Equal(new GridCell(0, 0), grid.CellAt(0, 0));
        Assert.Equal(new GridCell(0, 1), grid.CellAt(grid.WidthMetres / 2, 1.5 * grid.EdgeMetres));
        Assert.Equal(new GridCell(-1, -1), grid.CellAt(-grid.WidthMetres / 2, -1.5 * grid.EdgeMetres));
    }

    [Fact]
    public void A_point_belongs_to_the_hexagon_with_the_nearest_centre() =>
        Prop.ForAll(Places, place =>
        {
            var grid = new HexGrid(137);
            double Squared(GridCell cell) => Math.Pow(grid.Centre(cell).X - place.X, 2) + Math.Pow(grid.Centre(cell).Y - place.Y, 2);
            var cell = grid.CellAt(place.X, place.Y);
            return grid.Neighbours(cell).All(other => Squared(cell) <= Squared(other) + 1e-6);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Grids))]
    public void A_cells_centre_belongs_to_it_and_neighbours_are_mutual(ICellGrid grid) =>
        Prop.ForAll(Places, place =>
        {
            var cell = grid.CellAt(place.X, place.Y);
            var (x, y) = grid.Centre(cell);
            return grid.CellAt(x, y) == cell && grid.Neighbours(cell).All(other => other != cell && grid.Neighbours(other).Contains(cell));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Grids))]
    public void Centred_cells_are_those_whose_centre_is_in_the_box(ICellGrid grid)
    {
        var cells = grid.CentredIn(-900, -700, 1100, 800).ToHashSet();
        var brute = Enumerable.Range(-20, 41).SelectMany(row => Enumerable.Range(-20, 41).Select(column => new GridCell(column, row)))
            .Where(cell => grid.Centre(cell) is var (x, y) && x >= -900 && x <= 1100 && y >= -700 && y <= 800);
        Assert.True(cells.SetEquals(brute));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-12, 7)]
    [InlineData(int.MinValue, int.MaxValue)]
    public void An_id_reads_back(int column, int row)
    {
        var cell = new GridCell(column, row);
        Assert.True(GridCell.TryParse(cell.ToString(), out var read));
        Assert.Equal(cell, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("r1c2")]
    [InlineData("c1r")]
    [InlineData("c 1r2")]
    [InlineData("c1r2x")]
    public void What_is_no_id_is_not_read(string? id) => Assert.False(GridCell.TryParse(id, out _));

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    public void A_cell_must_have_a_size(double side)
    {
        Assert.Contains("must be finite and > 0 metres", Assert.Throws<ArgumentOutOfRangeException>(() => new HexGrid(side)).Message, StringComparison.Ordinal);
        Assert.Contains("must be finite and > 0 metres", Assert.Throws<ArgumentOutOfRangeException>(() => new SquareGrid(side)).Message, StringComparison.Ordinal);
    }
}
