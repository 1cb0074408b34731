using Spectre.Console;

namespace GeoCrime.Cli;

/// <summary>A progress bar on stderr, so that stdout holds results alone.</summary>
internal static class ProgressBar
{
    /// <param name="title">What is being done.</param>
    /// <param name="work">Reports how much is done (of a total) and a few words beside the bar.</param>
    public static Task<T> RunAsync<T>(string title, Func<Action<double, double, string>, Task<T>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .AutoClear(false)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(title));
                var result = await work((done, total, words) =>
                {
                    task.MaxValue = Math.Max(total, 1);
                    task.Value = done;
                    task.Description = Markup.Escape($"{title}  {words}");
                });
                task.Value = task.MaxValue;
                return result;
            });
    }
}
