namespace GeoCrime.Analytics.Staffing;

/// <summary>
/// Gives posts to cells so that, in this order, the shortfall Σ max(0, required − posts), the work that no post is there for
/// Σ max(0, load − posts), and the wait of all calls of cells whose wait is bounded are smallest. Exact.
/// </summary>
/// <remarks>
/// With fewer posts than required, the least shortfall is reached exactly by giving no cell more than it requires: dynamic programming
/// over cells and posts finds the best such allocation. With as many or more, by giving no cell less: there the wait of a cell's calls
/// is convex in its posts (Dyer and Proll 1977, Management Science 23, 1019–1022), so the post that saves most waiting comes first
/// (Fox 1966, Management Science 13, 210–216). Cost: O(cells · posts · required) once, O(posts · log cells) a question.
/// </remarks>
public sealed class PostAllocation
{
    private const int MostPosts = 100_000;

    /// <summary>Loads are compared in millionths of an erlang, so that equal sums are equal.</summary>
    private const double Grain = 1e6;
    private readonly StaffedCell[] cells;
    private readonly double[][] waits;
    private readonly int[][] given;
    private readonly int required;

    /// <param name="cells">Not modified.</param>
    /// <param name="most">Most posts that will be asked for.</param>
    /// <exception cref="ArgumentException">A cell requires no more posts than its load, so that its wait would have no bound.</exception>
    public PostAllocation(IReadOnlyList<StaffedCell> cells, int most)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (most is < 0 or > MostPosts)
            throw new ArgumentOutOfRangeException(nameof(most), most, $"Posts are 0…{MostPosts}.");
        foreach (var cell in cells)
            if (!(cell.Load >= 0 && double.IsFinite(cell.Load)) || (cell.Load > 0 ? cell.Required <= cell.Load : cell.Required != 0))
                throw new ArgumentException($"A load of {cell.Load} erlangs cannot require {cell.Required} posts: more than the load are needed, and none without load.", nameof(cells));
        this.cells = [.. cells];
        required = this.cells.Sum(cell => cell.Required);
        Most = most;
        waits = [.. this.cells.Select(cell => Weighted(cell, cell.Required))];
        given = Scarce(Math.Min(most, required - 1));
    }

    /// <summary>Most posts that may be asked for.</summary>
    public int Most { get; }

    /// <param name="posts">0 … <see cref="Most"/>.</param>
    /// <returns>Shape [cells]; sums to <paramref name="posts"/>, or is empty without cells.</returns>
    public int[] At(int posts)
    {
        if (posts < 0 || posts > Most)
            throw new ArgumentOutOfRangeException(nameof(posts), posts, $"Posts are 0…{Most}.");
        return posts < required ? Traced(posts) : Topped(posts);
    }

    private int[] Traced(int posts)
    {
        var result = new int[cells.Length];
        for (var cell = cells.Length - 1; cell >= 0; cell--)
        {
            result[cell] = given[cell][posts];
            posts -= result[cell];
        }
        return result;
    }

    private int[] Topped(int posts)
    {
        int[] result = [.. cells.Select(cell => cell.Required)];
        if (cells.Length == 0)
            return result;
        double[][] own = [.. waits];
        var queue = new PriorityQueue<int, (double Gain, int Posts, int Cell)>();
        for (var cell = 0; cell < cells.Length; cell++)
            queue.Enqueue(cell, Order(cell));
        for (var left = posts - required; left > 0; left--)
        {
            var cell = queue.Dequeue();
            result[cell]++;
            queue.Enqueue(cell, Order(cell));
        }
        return result;

        // Where nothing is left to gain, posts go round.
        (double, int, int) Order(int cell)
        {
            var next = result[cell] + 1;
            if (next >= own[cell].Length)
                own[cell] = Weighted(cells[cell], 2 * next);
            return (own[cell][next] - own[cell][next - 1], result[cell], cell);
        }
    }

    /// <summary>Best posts of each cell for each number given to it and the cells before it; shape [cells][budget + 1].</summary>
    private int[][] Scarce(int budget)
    {
        if (budget < 0)
            return [];
        var before = new (long Unserved, double Wait)[budget + 1];
        var after = new (long Unserved, double Wait)[budget + 1];
        // Without a cell no post can be given; long.MaxValue stands for what cannot be.
        for (var posts = 1; posts <= budget; posts++)
            before[posts] = (long.MaxValue, 0);
        var choices = new int[cells.Length][];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            choices[cell] = new int[budget + 1];
            for (var posts = 0; posts <= budget; posts++)
            {
                after[posts] = (long.MaxValue, 0);
                for (var own = 0; own <= Math.Min(posts, cells[cell].Required); own++)
                {
                    var rest = before[posts - own];
                    if (rest.Unserved == long.MaxValue)
                        continue;
                    var bounded = !double.IsInfinity(waits[cell][own]);
                    var sum = (Unserved: rest.Unserved + (bounded ? 0 : Unserved(cells[cell].Load, own)), Wait: rest.Wait + (bounded ? waits[cell][own] : 0));
                    if (sum.Unserved < after[posts].Unserved || (sum.Unserved == after[posts].Unserved && sum.Wait < after[posts].Wait))
                        (after[posts], choices[cell][posts]) = (sum, own);
                }
            }
            (before, after) = (after, before);
        }
        return choices;
    }

    /// <summary>Millionths of an erlang beyond the posts; at least one, as a queue whose load equals its posts has no bound either.</summary>
    internal static long Unserved(double load, int posts) => (long)Math.Floor((load - posts) * Grain) + 1;

    /// <summary>Wait of all calls, in erlangs × service times, with 0 … <paramref name="most"/> posts.</summary>
    private static double[] Weighted(StaffedCell cell, int most)
    {
        var waits = ErlangC.MeanWaits(cell.Load, most);
        for (var posts = 0; posts < waits.Length; posts++)
            waits[posts] = cell.Load == 0 ? 0 : waits[posts] * cell.Load;
        return waits;
    }
}
