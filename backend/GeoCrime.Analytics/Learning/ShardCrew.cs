namespace GeoCrime.Analytics.Learning;

/// <summary>A fixed number of threads that share numbered pieces of work; the caller's own thread is one of them.</summary>
/// <remarks>Nothing is allocated by <see cref="Run"/>. Which thread takes which piece is open: pieces must not depend on it.</remarks>
internal sealed class ShardCrew : IDisposable
{
    private readonly Action<int, int> work;
    private readonly SemaphoreSlim starts = new(0);
    private readonly CountdownEvent ends = new(1);
    private readonly int helpers;
    private Exception? failure;
    private int next;
    private int pieces;
    private bool stopped;

    /// <param name="work">(thread from 0, piece): does that piece; no two at once for one thread.</param>
    /// <param name="threads">≥ 1; the caller's included.</param>
    public ShardCrew(Action<int, int> work, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        this.work = work;
        helpers = threads - 1;
        for (var i = 1; i <= helpers; i++)
        {
            var thread = i;
            new Thread(() => Help(thread)) { IsBackground = true, Name = "network shard" }.Start();
        }
    }

    /// <summary>Does pieces 0 … count − 1 and returns when all are done.</summary>
    public void Run(int count)
    {
        pieces = count;
        next = -1;
        if (helpers > 0 && count > 1)
        {
            ends.Reset(helpers + 1);
            starts.Release(helpers);
            TakePieces(0);
            ends.Signal();
            ends.Wait();
        }
        else
        {
            TakePieces(0);
        }
        if (failure is { } error)
        {
            failure = null;
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
        }
    }

    public void Dispose()
    {
        stopped = true;
        if (helpers > 0)
            starts.Release(helpers);
    }

    private void Help(int thread)
    {
        while (true)
        {
            starts.Wait();
            if (stopped)
                return;
            TakePieces(thread);
            ends.Signal();
        }
    }

    private void TakePieces(int thread)
    {
        try
        {
            for (var piece = Interlocked.Increment(ref next); piece < pieces; piece = Interlocked.Increment(ref next))
                work(thread, piece);
        }
        catch (Exception e)
        {
            // Thrown again on the caller's thread by Run.
            failure = e;
        }
    }
}
