namespace GeoCrime.Cli.Verbs;

/// <summary>Runs a verb that works on plain files; what its input lacks is bad usage, said in one line.</summary>
internal static class FileVerb
{
    public static int Run(Action work)
    {
        try
        {
            work();
            return 0;
        }
        catch (ArgumentException error)
        {
            throw new UsageException(error.Message.Split(" (Parameter '")[0]);
        }
    }
}
