using System.Numerics;

namespace GeoCrime.Analytics.Numerics;

/// <summary>Places in ascending values, equal ones among them.</summary>
public static class SortedSearch
{
    /// <param name="ascending">Shape [n]; from low to high.</param>
    /// <returns>Index of the first value that is not below <paramref name="value"/>; n where all are. O(log n).</returns>
    public static int FirstAtLeast<T>(ReadOnlySpan<T> ascending, T value)
        where T : INumber<T>
    {
        var (low, high) = (0, ascending.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ascending[middle] < value)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
