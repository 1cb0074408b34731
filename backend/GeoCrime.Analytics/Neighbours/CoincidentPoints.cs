using System.Numerics;

namespace GeoCrime.Analytics.Neighbours;

/// <summary>Points grouped by exactly equal coordinates: police data repeats a block's or a corner's position many times.</summary>
/// <param name="X">Shape [groups]; groups are in order of their first point.</param>
/// <param name="Y">Shape [groups].</param>
/// <param name="GroupOf">Shape [n]: the group of each point.</param>
public sealed record CoincidentPoints(double[] X, double[] Y, int[] GroupOf)
{
    /// <summary>Positions are kept in pieces of 2¹² while they are found: growing one array would copy, and leave behind, as much again.</summary>
    private const int PieceBits = 12, PieceLength = 1 << PieceBits;

    public int Groups => X.Length;

    /// <summary>Groups the points by a hash of both coordinates. O(n) time; no more than <paramref name="maximumGroups"/> held.</summary>
    /// <param name="x">Shape [n]; finite.</param>
    /// <param name="y">Shape [n]; finite.</param>
    /// <param name="maximumGroups">Give up beyond this many distinct positions.</param>
    /// <param name="cancellation">Looked at every 2¹⁶ points.</param>
    /// <returns>The groups, or null if there are more than <paramref name="maximumGroups"/>.</returns>
    public static CoincidentPoints? TryGroup(
        double[] x, double[] y, int maximumGroups = int.MaxValue, CancellationToken cancellation = default)
    {
        PlanarPoints.Require(x, y);
        var limit = Math.Min(maximumGroups, x.Length);
        var pieces = new List<(double X, double Y)[]>();
        var groupOf = GC.AllocateUninitializedArray<int>(x.Length);
        var table = new int[4096];
        var shift = 64 - 12;
        var groups = 0;
        for (var i = 0; i < x.Length; i++)
        {
            if ((i & 0xFFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            // −0 and 0 are one place: adding +0 turns the first into the second.
            double px = x[i] + 0.0, py = y[i] + 0.0;
            var slot = Hash(px, py) >> shift;
            int entry;
            while ((entry = table[slot]) != 0 && At(pieces, entry - 1) != (px, py))
                slot = (slot + 1) & (ulong)(table.Length - 1);
            if (entry == 0)
            {
                if (groups == limit)
                    return null;
                if (groups % PieceLength == 0)
                    pieces.Add(new (double, double)[PieceLength]);
                pieces[^1][groups % PieceLength] = (px, py);
                table[slot] = entry = ++groups;
                if (groups * 2 > table.Length)
                {
                    shift -= 2;
                    table = Rehash(pieces, groups, shift);
                }
            }
            groupOf[i] = entry - 1;
        }
        var (groupX, groupY) = (new double[groups], new double[groups]);
        for (var g = 0; g < groups; g++)
            (groupX[g], groupY[g]) = At(pieces, g);
        return new CoincidentPoints(groupX, groupY, groupOf);
    }

    private static (double X, double Y) At(List<(double X, double Y)[]> pieces, int group) => pieces[group >> PieceBits][group % PieceLength];

    /// <summary>Sums of weights by group, or counts where weights are null. Shape [groups].</summary>
    public double[] Sums(double[]? weights)
    {
        var sums = new double[Groups];
        for (var i = 0; i < GroupOf.Length; i++)
            sums[GroupOf[i]] += weights?[i] ?? 1;
        return sums;
    }

    private static int[] Rehash(List<(double X, double Y)[]> pieces, int groups, int shift)
    {
        var table = new int[1 << 64 - shift];
        for (var g = 0; g < groups; g++)
        {
            var (x, y) = At(pieces, g);
            var slot = Hash(x, y) >> shift;
            while (table[slot] != 0)
                slot = (slot + 1) & (ulong)(table.Length - 1);
            table[slot] = g + 1;
        }
        return table;
    }

    private static ulong Hash(double x, double y)
    {
        var mixed = BitConverter.DoubleToUInt64Bits(x) * 0x9E3779B97F4A7C15UL
            ^ BitOperations.RotateLeft(BitConverter.DoubleToUInt64Bits(y) * 0xC2B2AE3D27D4EB4FUL, 31);
        return (mixed ^ mixed >> 32) * 0xD6E8FEB86659FD93UL;
    }
}
