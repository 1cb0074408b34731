using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Studies.SampleCity;

namespace GeoCrime.Studies.Tests.SampleCity;

public class AnchorIndexTests
{
    private static readonly Gen<PlanePoint> AnyPoint =
        from x in Gen.Choose(-900, 900)
        from y in Gen.Choose(-900, 900)
        select new PlanePoint(x, y);

    [Fact]
    public void Any_circle_holds_what_brute_force_finds() => Prop.ForAll(
        AnyPoint.ListOf().ToArbitrary(), AnyPoint.ToArbitrary(), Gen.Choose(0, 700).ToArbitrary(), (points, centre, radius) =>
        {
            var found = new AnchorIndex([.. points.Select(At)]).Within(centre, radius).Select(a => a.Anchor).Order();
            return found.SequenceEqual(Enumerable.Range(0, points.Count).Where(i => points[i].DistanceTo(centre) <= radius));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_rim_is_inside_and_duplicates_all_count()
    {
        var index = new AnchorIndex([At(new(300, 400)), At(new(300, 400)), At(new(300, 400.001))]);
        Assert.Equal([(0, 500.0), (1, 500.0)], index.Within(new(0, 0), 500));
    }

    [Fact]
    public void Without_anchors_there_is_nothing_near() => Assert.Empty(new AnchorIndex([]).Within(new(0, 0), 1000));

    private static Anchor At(PlanePoint point) => new(point, 0, 0, 0, "", false, false);
}
