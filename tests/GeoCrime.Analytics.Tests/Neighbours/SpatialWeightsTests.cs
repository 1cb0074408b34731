using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Tests.Neighbours;

public class SpatialWeightsTests
{
    private static readonly SpatialWeights Chain = SpatialWeights.FromLists([[1], [0, 2], [1], []]);

    [Fact]
    public void WithSelf_adds_each_unit_once()
    {
        var star = Chain.WithSelf().WithSelf();
        Assert.Equal([1, 0, 2], star.Of(1).ToArray());
        Assert.Equal([3], star.Of(3).ToArray());
        Assert.Null(star.Values);
    }

    [Fact]
    public void Row_standardised_rows_sum_to_one_and_islands_stay_empty()
    {
        var standardised = Chain.RowStandardised();
        Assert.Equal([0.5, 0.5], standardised.ValuesOf(1).ToArray());
        Assert.Equal([1.0], standardised.ValuesOf(0).ToArray());
        Assert.True(standardised.ValuesOf(3).IsEmpty);
    }

    [Fact]
    public void Islands_are_units_with_no_one_else()
    {
        Assert.Equal([3], Chain.Islands());
        Assert.Equal([3], Chain.WithSelf().Islands());
    }

    [Theory]
    [InlineData(new[] { 0, 2 }, new[] { 0 }, "Offsets must run from 0 to the 1 links.")]
    [InlineData(new[] { 0, 2, 1, 2 }, new[] { 0, 1 }, "Offsets fall after unit 1.")]
    [InlineData(new[] { 0, 1 }, new[] { 7 }, "Neighbour 7 is not among 1 units.")]
    [InlineData(new[] { 0, 2 }, new[] { 0, 0 }, "Unit 0 lists neighbour 0 twice.")]
    public void A_matrix_that_does_not_fit_is_refused(int[] offsets, int[] neighbours, string message) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => new SpatialWeights(offsets, neighbours)).Message, StringComparison.Ordinal);

    [Fact]
    public void Weights_must_be_finite() =>
        Assert.Contains("weights[0] is NaN", Assert.Throws<ArgumentException>(() =>
            new SpatialWeights([0, 1], [0], [double.NaN])).Message, StringComparison.Ordinal);
}
