namespace GeoCrime.Studies.Tests.Hotspots;

/// <summary>Hot spots of squares with their eight neighbours, straight from the definitions and as slow as those are.</summary>
internal sealed record SquareHotspots(double[,] Z, double[,] P, int[,] Bins)
{
    public static SquareHotspots Find(int[,] counts)
    {
        var (columns, rows) = (counts.GetLength(0), counts.GetLength(1));
        var (z, p, bins) = (new double[columns, rows], new double[columns, rows], new int[columns, rows]);
        int[] all = [.. counts.Cast<int>()];
        var mean = all.Average();
        var deviation = Math.Sqrt(all.Average(count => (double)count * count) - (mean * mean));
        var sets = new Dictionary<int, double[]>();
        var tests = new List<(int Column, int Row, double P, int Side)>();
        for (var column = 0; column < columns; column++)
            for (var row = 0; row < rows; row++)
            {
                int[] near = [.. Around(counts, column, row)];
                double n = all.Length, k = near.Length;
                // Gi* with weights of 1 (Ord and Getis 1995, formula 14).
                z[column, row] = deviation == 0 ? double.NaN : (near.Sum() - (mean * k)) / (deviation * Math.Sqrt(((n * k) - (k * k)) / (n - 1)));
                if (!sets.TryGetValue(near.Length, out var share))
                    sets[near.Length] = share = SumsOfSets(all, near.Length);
                var (low, high) = (share[..(near.Sum() + 1)].Sum(), share[near.Sum()..].Sum());
                p[column, row] = Math.Min(1, 2 * Math.Min(low, high));
                tests.Add((column, row, p[column, row], low > high ? 1 : -1));
            }
        foreach (var (rate, bin) in new[] { (0.10, 1), (0.05, 2), (0.01, 3) })
        {
            // Benjamini-Hochberg: reject up to the largest p that is at most its rank's share of the rate.
            var sorted = tests.OrderBy(test => test.P).ToArray();
            var cut = sorted.Where((test, rank) => test.P <= rate * (rank + 1) / sorted.Length).Select(test => test.P).DefaultIfEmpty(-1).Max();
            foreach (var test in tests.Where(test => test.P <= cut))
                bins[test.Column, test.Row] = bin * test.Side;
        }
        return new SquareHotspots(z, p, bins);
    }

    private static IEnumerable<int> Around(int[,] counts, int column, int row) =>
        from dx in new[] { -1, 0, 1 }
        from dy in new[] { -1, 0, 1 }
        let x = column + dx
        let y = row + dy
        where x >= 0 && y >= 0 && x < counts.GetLength(0) && y < counts.GetLength(1)
        select counts[x, y];

    /// <summary>Of all sets of some size the share with each sum.</summary>
    private static double[] SumsOfSets(int[] counts, int size)
    {
        var sets = new double[size + 1, counts.Sum() + 1];
        sets[0, 0] = 1;
        foreach (var count in counts)
            for (var taken = size; taken > 0; taken--)
                for (var sum = sets.GetLength(1) - 1; sum >= count; sum--)
                    sets[taken, sum] += sets[taken - 1, sum - count];
        double[] ways = [.. Enumerable.Range(0, sets.GetLength(1)).Select(sum => sets[size, sum])];
        return [.. ways.Select(way => way / ways.Sum())];
    }
}
