namespace GeoCrime.Analytics.Staffing;

/// <summary>Waits of the queue M/M/c: calls come at random, last exponentially long, and are answered in turn by c equal servers.</summary>
/// <remarks>
/// Erlang (1917); Cooper (1981), Introduction to Queueing Theory, 3.5. C follows from Erlang's B, whose recursion
/// 1/B(c) = 1 + c/(a·B(c−1)) stays exact at any load. Loads are in erlangs: calls a unit of time × mean service time.
/// </remarks>
public static class ErlangC
{
    private const int MostServers = 100_000;

    /// <summary>Probability that a call has to wait. O(servers).</summary>
    /// <param name="servers">Whole; ≥ 0.</param>
    /// <param name="load">Erlangs; ≥ 0.</param>
    /// <returns>0–1; 1 where the load reaches the servers.</returns>
    public static double DelayProbability(int servers, double load)
    {
        Check(servers, load);
        if (load == 0)
            return 0;
        if (load >= servers)
            return 1;
        var inverseB = 1.0;
        for (var c = 1; c <= servers; c++)
            inverseB = Next(inverseB, c, load);
        return Delay(inverseB, servers, load);
    }

    /// <summary>Mean wait over all calls, those answered at once included, in units of the mean service time. O(servers).</summary>
    /// <returns>Infinite where the load reaches the servers; 0 without load.</returns>
    public static double MeanWait(int servers, double load) =>
        DelayProbability(servers, load) is var delay && load == 0 ? 0 : load >= servers ? double.PositiveInfinity : delay / (servers - load);

    /// <summary>Probability that a call waits no longer than a time. O(servers).</summary>
    /// <param name="time">In units of the mean service time; ≥ 0.</param>
    /// <returns>0–1; 0 where the load reaches the servers, as the wait then has no bound.</returns>
    public static double ProbabilityWithin(int servers, double load, double time)
    {
        if (!(time >= 0))
            throw new ArgumentOutOfRangeException(nameof(time), time, "A time is 0 or more.");
        var delay = DelayProbability(servers, load);
        return load == 0 ? 1 : load >= servers ? 0 : 1 - (delay * Math.Exp(-(servers - load) * time));
    }

    /// <summary>Fewest servers whose mean wait does not exceed a target. O(servers).</summary>
    /// <param name="target">In units of the mean service time; &gt; 0.</param>
    /// <returns>0 without load.</returns>
    public static int Servers(double load, double target)
    {
        Check(0, load);
        if (!(target > 0))
            throw new ArgumentOutOfRangeException(nameof(target), target, "A wait target lies above 0.");
        if (load == 0)
            return 0;
        var inverseB = 1.0;
        for (var c = 1; ; c++)
        {
            inverseB = Next(inverseB, c, load);
            if (c > load && Delay(inverseB, c, load) / (c - load) <= target)
                return c;
        }
    }

    /// <summary>Mean waits, as <see cref="MeanWait"/>, with 0 … <paramref name="most"/> servers. O(most).</summary>
    /// <returns>Shape [most + 1]; falling and convex from the first finite one on (Dyer and Proll 1977).</returns>
    public static double[] MeanWaits(double load, int most)
    {
        Check(most, load);
        var waits = new double[most + 1];
        if (load == 0)
            return waits;
        waits[0] = double.PositiveInfinity;
        var inverseB = 1.0;
        for (var c = 1; c <= most; c++)
        {
            inverseB = Next(inverseB, c, load);
            waits[c] = c <= load ? double.PositiveInfinity : Delay(inverseB, c, load) / (c - load);
        }
        return waits;
    }

    private static double Next(double inverseB, int servers, double load) => 1 + (servers / load * inverseB);

    // C = 1 / (1 + (1 − ρ)(1/B − 1)).
    private static double Delay(double inverseB, int servers, double load) => 1 / (1 + ((1 - (load / servers)) * (inverseB - 1)));

    private static void Check(int servers, double load)
    {
        if (servers is < 0 or > MostServers)
            throw new ArgumentOutOfRangeException(nameof(servers), servers, $"Servers are 0…{MostServers}.");
        if (!(load is >= 0 and < MostServers))
            throw new ArgumentOutOfRangeException(nameof(load), load, $"A load lies between 0 and {MostServers} erlangs.");
    }
}
