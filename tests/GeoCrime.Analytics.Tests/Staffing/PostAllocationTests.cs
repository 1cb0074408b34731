using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Staffing;

namespace GeoCrime.Analytics.Tests.Staffing;

public class PostAllocationTests
{
    [Fact]
    public void Posts_beyond_the_required_go_where_they_save_most_waiting()
    {
        // Waiting of all calls with 1 and 2 posts: at load ½ ½ and 0.033, at load 0.9 8.1 and 0.229. The busier cell saves more.
        StaffedCell[] cells = [new(0.5, 1), new(0.9, 1)];
        Assert.Equal([1, 1], new PostAllocation(cells, 2).At(2));
        Assert.Equal([1, 2], new PostAllocation(cells, 3).At(3));
        // The next: 0.467 saved by the first, 0.229 − 0.027 by the second.
        Assert.Equal([2, 2], new PostAllocation(cells, 4).At(4));
    }

    [Fact]
    public void Where_posts_lack_no_cell_gets_more_than_it_requires()
    {
        // Five are required and three are there: 2 + 1 and 1 + 2 leave 0.5 and 0.6 erlangs to no one.
        StaffedCell[] cells = [new(1.6, 3), new(1.5, 2)];
        Assert.Equal([2, 1], new PostAllocation(cells, 3).At(3));
        // With four, both are served with 2 posts each; 3 + 1 would leave half an erlang.
        Assert.Equal([2, 2], new PostAllocation(cells, 4).At(4));
    }

    [Fact]
    public void A_thousand_small_cases_equal_brute_force() =>
        Prop.ForAll(Cases.ToArbitrary(), each =>
        {
            var allocation = new PostAllocation(each.Cells, each.Posts).At(each.Posts);
            var (shortfall, unserved, wait) = Value(each.Cells, allocation);
            var best = All(each.Cells.Length, each.Posts).Select(posts => Value(each.Cells, posts)).OrderBy(value => value.Shortfall).ThenBy(value => value.Unserved).ThenBy(value => value.Wait).First();
            return allocation.Sum() == each.Posts && shortfall == best.Shortfall && unserved == best.Unserved && wait <= best.Wait + 1e-9;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Any_number_of_posts_can_be_asked_of_one_allocation() =>
        Prop.ForAll(Cases.ToArbitrary(), each =>
        {
            var large = new PostAllocation(each.Cells, each.Posts + 5);
            return Enumerable.Range(0, each.Posts + 1).All(posts => large.At(posts).SequenceEqual(new PostAllocation(each.Cells, posts).At(posts)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_city_of_a_thousand_cells_is_served()
    {
        StaffedCell[] cells = [.. Enumerable.Range(0, 1000).Select(cell => Cell(0.05 + (cell % 40 / 10.0)))];
        var allocation = new PostAllocation(cells, 5000);
        var required = cells.Sum(cell => cell.Required);
        Assert.Equal(cells.Select(cell => cell.Required), allocation.At(required));
        Assert.Equal(required - 400, allocation.At(required - 400).Sum());
        Assert.All(cells.Zip(allocation.At(required - 400)), pair => Assert.True(pair.Second <= pair.First.Required));
    }

    [Fact]
    public void Without_work_posts_go_round()
    {
        Assert.Equal([2, 2, 1], new PostAllocation([new(0, 0), new(0, 0), new(0, 0)], 5).At(5));
        Assert.Equal([0, 1], new PostAllocation([new(0, 0), new(0.2, 1)], 1).At(1));
        Assert.Empty(new PostAllocation([], 3).At(3));
        Assert.Equal([0], new PostAllocation([new(0.5, 1)], 0).At(0));
    }

    [Fact]
    public void Misuse_is_named()
    {
        Assert.StartsWith("A load of 2 erlangs cannot require 2 posts", Assert.Throws<ArgumentException>(() => new PostAllocation([new(2, 2)], 1)).Message, StringComparison.Ordinal);
        Assert.StartsWith("A load of NaN erlangs", Assert.Throws<ArgumentException>(() => new PostAllocation([new(double.NaN, 2)], 1)).Message, StringComparison.Ordinal);
        Assert.StartsWith("Posts are 0…100000.", Assert.Throws<ArgumentOutOfRangeException>(() => new PostAllocation([], -1)).Message, StringComparison.Ordinal);
        Assert.StartsWith("Posts are 0…1.", Assert.Throws<ArgumentOutOfRangeException>(() => new PostAllocation([new(0.5, 1)], 1).At(2)).Message, StringComparison.Ordinal);
    }

    /// <summary>One to four cells, some of whole or no load, and posts from none to more than enough.</summary>
    private static Gen<(StaffedCell[] Cells, int Posts)> Cases =>
        from cells in Gen.Choose(1, 4).SelectMany(count => Gen.Frequency((1, Gen.Constant(0.0)), (1, Gen.Choose(1, 3).Select(load => (double)load)), (6, Gen.Choose(1, 350).Select(load => load / 100.0))).ArrayOf(count))
        from target in Gen.Elements(0.1, 0.25, 1.0)
        from posts in Gen.Choose(0, 14)
        select (cells.Select(load => new StaffedCell(load, ErlangC.Servers(load, target))).ToArray(), posts);

    private static StaffedCell Cell(double load) => new(load, ErlangC.Servers(load, 0.2));

    private static (int Shortfall, decimal Unserved, double Wait) Value(StaffedCell[] cells, int[] posts)
    {
        var (shortfall, unserved, wait) = (0, 0m, 0.0);
        foreach (var (cell, own) in cells.Zip(posts))
        {
            shortfall += Math.Max(0, cell.Required - own);
            if (cell.Load > 0 && own <= cell.Load)
                // A queue as long as its posts has no bound: it counts a grain, as in the allocation.
                unserved += Math.Floor(((decimal)cell.Load - own) * 1_000_000) + 1;
            else
                wait += cell.Load == 0 ? 0 : cell.Load * ErlangC.MeanWait(own, cell.Load);
        }
        return (shortfall, unserved, wait);
    }

    private static IEnumerable<int[]> All(int cells, int posts) => cells == 1
        ? [[posts]]
        : Enumerable.Range(0, posts + 1).SelectMany(own => All(cells - 1, posts - own).Select(rest => (int[])[own, .. rest]));
}
