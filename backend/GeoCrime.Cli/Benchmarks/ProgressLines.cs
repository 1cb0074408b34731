namespace GeoCrime.Cli.Benchmarks;

/// <summary>Says on stderr, at once, what is being worked on.</summary>
internal sealed class ProgressLines : IProgress<string>
{
    public void Report(string value) => Console.Error.WriteLine(value);
}
