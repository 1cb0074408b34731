using GeoCrime.Analytics.Learning;
using GeoCrime.Api.Hosting;
using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Uploads;
using GeoCrime.Studies.Forecasts;

namespace GeoCrime.Api;

/// <summary>The one place that says which errors' own words users may read: those that were written for them.</summary>
internal static class Foreseen
{
    private const string ParameterName = " (Parameter '";

    /// <returns>What went wrong and what is allowed; null for an error that was not foreseen, whose words may hold anything.</returns>
    public static string? Words(Exception? error) => error switch
    {
        // A null that reached a method is a fault of the program, not of what was asked.
        ArgumentNullException => null,
        ArgumentException argument => Words(argument),
        ImportException or UploadException or UnknownNameException or NotComputedException or NonConvergenceException => error.Message,
        _ => null,
    };

    /// <summary>An argument's words without its C# name, which means nothing to a client.</summary>
    public static string Words(ArgumentException error) => error.ParamName is null ? error.Message : error.Message.Split(ParameterName)[0];
}
