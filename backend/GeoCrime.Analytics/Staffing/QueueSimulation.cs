using GeoCrime.Analytics.Numerics;
using MathNet.Numerics.Distributions;

namespace GeoCrime.Analytics.Staffing;

/// <summary>Event by event simulation of the queue M/M/c, to check what <see cref="ErlangC"/> says; it knows nothing of the formula.</summary>
/// <remarks>
/// Calls in order of arrival take the server that is free first. A call that finds the usual number of servers busy and none waiting
/// starts a new cycle: as service has no memory, cycles are independent, which gives the interval of the ratio of their sums
/// (Crane and Iglehart 1975, Operations Research 23, 33–45) and needs no warming up. Cost: O(calls · servers).
/// </remarks>
public static class QueueSimulation
{
    private const int FewestCycles = 30;

    /// <summary>How many times the calls asked for may be simulated while the last cycle is still open.</summary>
    private const int Patience = 20;

    /// <param name="servers">≥ 1 and more than the load.</param>
    /// <param name="load">Erlangs; &gt; 0.</param>
    /// <param name="target">Wait, in units of the mean service time, whose keeping is counted; ≥ 0.</param>
    /// <param name="calls">≥ 1; a few more may be simulated until a cycle closes.</param>
    /// <param name="seed">Same seed and stream, same figures.</param>
    /// <exception cref="ArgumentOutOfRangeException">The load reaches the servers, so that waits would grow without bound.</exception>
    public static SimulatedQueue Run(int servers, double load, double target, int calls, int seed, long stream = 0, CancellationToken cancellation = default)
    {
        if (!(load > 0 && load < servers))
            throw new ArgumentOutOfRangeException(nameof(load), load, $"A load between 0 and the {servers} servers can be simulated.");
        if (!(target >= 0))
            throw new ArgumentOutOfRangeException(nameof(target), target, "A wait target is 0 or more.");
        ArgumentOutOfRangeException.ThrowIfLessThan(calls, 1);
        var random = new Xoshiro256(seed, stream);
        var usual = Math.Min((int)load, servers - 1);
        // Ascending times at which servers become free. At the start the usual number are busy.
        var freeAt = new double[servers];
        for (var server = servers - usual; server < servers; server++)
            freeAt[server] = Exponential(ref random);
        Array.Sort(freeAt);
        var cycles = new CycleSums();
        var (clock, kept, done) = (0.0, 0, 0);
        while (true)
        {
            if (done > 0 && Busy(freeAt, clock) == usual)
            {
                cycles.Close();
                if (done >= calls)
                    break;
            }
            if (done >= (long)Patience * calls)
                break;
            if ((done & 0xFFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            var start = Math.Max(clock, freeAt[0]);
            var wait = start - clock;
            cycles.Add(wait);
            kept += wait <= target ? 1 : 0;
            done++;
            Occupy(freeAt, start + Exponential(ref random));
            clock += Exponential(ref random) / load;
        }
        var (mean, half) = cycles.Ratio();
        return new SimulatedQueue(mean, half is { } lower ? Math.Max(0, mean - lower) : null, mean + half, kept / (double)done, done, cycles.Closed);
    }

    /// <summary>Servers at work; all of them while calls wait.</summary>
    private static int Busy(double[] freeAt, double clock)
    {
        var busy = 0;
        for (var server = freeAt.Length - 1; server >= 0 && freeAt[server] > clock; server--)
            busy++;
        return busy;
    }

    /// <summary>Gives the server that is free first work until a time, keeping the order.</summary>
    private static void Occupy(double[] freeAt, double until)
    {
        var place = 0;
        for (; place + 1 < freeAt.Length && freeAt[place + 1] < until; place++)
            freeAt[place] = freeAt[place + 1];
        freeAt[place] = until;
    }

    private static double Exponential(ref Xoshiro256 random) => -Math.Log(1 - random.NextDouble());

    /// <summary>Sums and products of waits and calls of closed cycles.</summary>
    private sealed class CycleSums
    {
        private double wait, waits, squares, products;
        private double call, calls, callSquares;

        public int Closed { get; private set; }

        public void Add(double waited)
        {
            wait += waited;
            call++;
        }

        public void Close()
        {
            (waits, squares, products) = (waits + wait, squares + (wait * wait), products + (wait * call));
            (calls, callSquares) = (calls + call, callSquares + (call * call));
            (wait, call) = (0, 0);
            Closed++;
        }

        public (double Mean, double? HalfWidth) Ratio()
        {
            if (Closed < FewestCycles)
                return ((waits + wait) / (calls + call), null);
            var mean = waits / calls;
            var variance = Math.Max(0, squares - (2 * mean * products) + (mean * mean * callSquares)) / (Closed - 1);
            return (mean, StudentT.InvCDF(0, 1, Closed - 1, 0.975) * Math.Sqrt(variance / Closed) / (calls / Closed));
        }
    }
}
