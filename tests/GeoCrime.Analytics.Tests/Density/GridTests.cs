using GeoCrime.Analytics.Density;

namespace GeoCrime.Analytics.Tests.Density;

public class GridTests
{
    [Fact]
    public void Covering_snaps_outwards_to_multiples_of_the_cell() =>
        Assert.Equal(new Grid(100, 300, 50, 4, 3), Grid.Covering(120, 151, 260, 299, 50));

    [Fact]
    public void A_box_on_the_lines_gains_no_cells() =>
        Assert.Equal(new Grid(-50, 100, 50, 2, 2), Grid.Covering(-50, 0, 50, 100, 50));

    [Fact]
    public void A_single_point_gets_one_cell() => Assert.Equal(1, Grid.Covering(7, 7, 7, 7, 50).Cells);

    [Fact]
    public void Row_zero_is_northmost()
    {
        var grid = new Grid(0, 100, 10, 5, 5);
        Assert.Equal(95, grid.CentreY(0));
        Assert.Equal(45, grid.CentreX(4));
    }

    [Fact]
    public void An_inverted_box_is_refused() =>
        Assert.Contains("minX (5) ≤ maxX (1)", Assert.Throws<ArgumentOutOfRangeException>(() =>
            Grid.Covering(5, 0, 1, 1, 10)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_far_outlier_at_a_fine_cell_is_refused_with_the_size_it_would_take() =>
        Assert.Contains("10000000 × 10000000 cells", Assert.Throws<ArgumentOutOfRangeException>(() =>
            Grid.Covering(0, 0, 1e7, 1e7, 1)).Message, StringComparison.Ordinal);
}
