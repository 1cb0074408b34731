using System.Text.Json;

namespace GeoCrime.Api.Tests;

internal static class Intervals
{
    /// <summary>The intervals of a forecast point: in order of level each holds the one before, and none reaches below 0.</summary>
    public static void AssertNested(JsonElement point)
    {
        var intervals = point.GetProperty("intervals").EnumerateArray().OrderBy(interval => interval.GetProperty("level").GetDouble()).ToList();
        Assert.NotEmpty(intervals);
        foreach (var (inner, outer) in intervals.Zip(intervals.Skip(1)))
        {
            Assert.True(outer.GetProperty("lower").GetDouble() <= inner.GetProperty("lower").GetDouble(), point.ToString());
            Assert.True(outer.GetProperty("upper").GetDouble() >= inner.GetProperty("upper").GetDouble(), point.ToString());
        }
        Assert.All(intervals, interval => Assert.True(
            interval.GetProperty("lower").GetDouble() >= 0 && interval.GetProperty("lower").GetDouble() <= interval.GetProperty("upper").GetDouble(), point.ToString()));
    }
}
