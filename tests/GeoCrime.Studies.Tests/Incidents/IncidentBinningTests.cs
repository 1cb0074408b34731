using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Domain;
using GeoCrime.Studies.Incidents;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Tests.Incidents;

public class IncidentBinningTests
{
    private const double EarthRadius = 6378137;
    private static readonly DateOnly Day = SmallCity.Monday;

    [Fact]
    public void Counts_add_up_to_the_located_rows_and_bins_balance_where_rows_do() =>
        Prop.ForAll(SmallCity.AnyRows(), Gen.Choose(0, 18).ToArbitrary(), (rows, zoom) =>
        {
            var located = rows.Where(row => row.X is not null).ToArray();
            var bins = Bins(SmallCity.Columns(rows), IncidentFilter.All, zoom);
            // The mean of all bins, weighted, is the mean of all rows, wherever the bins' borders run.
            var places = bins.Select(bin => (Metres: Metres(bin), bin.Count)).ToArray();
            return bins.Sum(bin => bin.Count) == located.Length && (located.Length == 0
                || (Math.Abs((places.Sum(place => place.Metres.X * place.Count) / located.Length) - located.Average(row => row.X!.Value)) < 0.01
                    && Math.Abs((places.Sum(place => place.Metres.Y * place.Count) / located.Length) - located.Average(row => row.Y!.Value)) < 0.01));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void A_bin_is_some_forty_pixels_wide()
    {
        // 40 of 512 pixels at zoom 14 on the 40th parallel.
        var side = 40 * 2 * Math.PI * EarthRadius / 512 / Math.Pow(2, 14) * Math.Cos(40 * Math.PI / 180);
        Row[] rows = [.. Enumerable.Range(0, 2000).Select(metre => new Row(Day, X: metre, Y: 500))];
        Assert.InRange(Bins(SmallCity.Columns(rows), IncidentFilter.All, 14).Count, (int)(2000 / side), (int)(2000 / side) + 2);
    }

    [Fact]
    public void A_filter_takes_rows_out_of_bins_and_moves_no_border() =>
        Prop.ForAll(SmallCity.AnyRows(), Gen.Choose(12, 18).ToArbitrary(), (rows, zoom) =>
        {
            var columns = SmallCity.Columns(rows);
            var parts = SmallCity.Categories.SelectMany(category => Bins(columns, new IncidentFilter(Categories: [category.Code]), zoom)).ToArray();
            var all = Bins(columns, IncidentFilter.All, zoom);
            // Each category's bins lie inside bins of the whole, so there are no fewer bins in all than in the whole, and no more than thrice.
            return parts.Length >= all.Count && parts.Length <= 3 * all.Count && parts.Sum(bin => bin.Count) == all.Sum(bin => bin.Count);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void The_size_does_not_depend_on_which_row_comes_first()
    {
        // One row lies half a degree further north, where a size taken from it would be another.
        var far = new Row(new(2022, 1, 1), Y: 80_000);
        Row[] rows = [.. Enumerable.Range(0, 2000).Select(metre => new Row(Day, X: metre, Y: 500))];
        var columns = SmallCity.Columns([far, .. rows]);
        var later = Bins(columns, new IncidentFilter(From: Day), 16);
        var all = Bins(columns, IncidentFilter.All, 16);
        Assert.Equal(later.OrderBy(bin => bin.X), all.Where(bin => Metres(bin).Y < 1000).OrderBy(bin => bin.X));
    }

    [Fact]
    public void Nothing_located_makes_no_bins() => Assert.Empty(Bins(SmallCity.Columns([new(Day, X: null, Y: null)], precincts: []), IncidentFilter.All, 10));

    [Fact]
    public async Task Neighbouring_tiles_share_one_computation()
    {
        var binning = new IncidentBinning(new LiveRuns());
        var columns = SmallCity.Columns([new(Day)]);
        var first = await binning.BinsAsync(columns, IncidentFilter.All, 10, AccessPolicy.Local, CancellationToken.None);
        Assert.Same(first, await binning.BinsAsync(columns, new IncidentFilter(), 10, AccessPolicy.Local, CancellationToken.None));
        Assert.NotSame(first, await binning.BinsAsync(columns, IncidentFilter.All, 11, AccessPolicy.Local, CancellationToken.None));
        Assert.NotSame(first, await binning.BinsAsync(columns, IncidentFilter.All, 10, AccessPolicy.Local with { Name = "other" }, CancellationToken.None));
    }

    private static IReadOnlyList<IncidentBin> Bins(IncidentColumns columns, IncidentFilter filter, int zoom) =>
        new IncidentBinning(new LiveRuns()).BinsAsync(columns, filter, zoom, AccessPolicy.Local, CancellationToken.None).GetAwaiter().GetResult();

    private static (double X, double Y) Metres(IncidentBin bin)
    {
        var latitude = (2 * Math.Atan(Math.Exp(bin.Y / EarthRadius))) - (Math.PI / 2);
        var (x, y) = SmallCity.Jurisdiction.Projection.ToMetres(double.RadiansToDegrees(bin.X / EarthRadius), double.RadiansToDegrees(latitude));
        return (x - SmallCity.West, y - SmallCity.South);
    }
}
