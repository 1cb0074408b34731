namespace GeoCrime.Analytics.Tests;

/// <summary>Runs work so that its parallel loops have one thread, to compare with what many threads give.</summary>
internal static class SingleThread
{
    public static T Run<T>(Func<T> work)
    {
        var scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, 1).ConcurrentScheduler;
        return Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, scheduler).GetAwaiter().GetResult();
    }
}
