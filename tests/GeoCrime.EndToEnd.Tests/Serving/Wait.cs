using System.Diagnostics;

namespace GeoCrime.EndToEnd.Tests.Serving;

/// <summary>Waits for what other processes do. Patience is far above what is usual, so that a busy machine fails no test.</summary>
internal static class Wait
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <param name="so">Asked again until true.</param>
    /// <param name="what">What is waited for; the message of the <see cref="TimeoutException"/>.</param>
    public static Task UntilAsync(Func<bool> so, string what) => UntilAsync(() => Task.FromResult(so()), what);

    public static async Task UntilAsync(Func<Task<bool>> so, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!await so())
        {
            if (clock.Elapsed > Patience)
                throw new TimeoutException($"Not within {Patience.TotalSeconds:0} s: {what}.");
            await Task.Delay(Pause);
        }
    }
}
