using GeoCrime.Data.Import.Uploads;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace GeoCrime.Api.Hosting;

/// <summary>The one place that turns exceptions of tile and layer requests into problem details (RFC 9457).</summary>
internal static class Problems
{
    private const int ClientGone = 499;

    public static async Task WriteAsync(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var (status, detail) = error switch
        {
            UnknownNameException => (StatusCodes.Status404NotFound, error.Message),
            UploadException upload => (upload.Fault switch { UploadFault.TooLarge => StatusCodes.Status413PayloadTooLarge, UploadFault.DiskFull => StatusCodes.Status507InsufficientStorage, _ => StatusCodes.Status400BadRequest }, upload.Message),
            BadHttpRequestException bad => (bad.StatusCode, bad.Message),
            FormatException or System.Text.Json.JsonException => (StatusCodes.Status400BadRequest, error.Message),
            UnauthorizedAccessException => (StatusCodes.Status403Forbidden, error.Message),
            OperationCanceledException => (ClientGone, "The request was cancelled."),
            _ => Foreseen.Words(error) is { } words ? (StatusCodes.Status400BadRequest, words) : (StatusCodes.Status500InternalServerError, Unforeseen(context, error)),
        };
        context.Response.StatusCode = status;
        await context.Response.WriteAsJsonAsync(new ProblemDetails { Status = status, Detail = detail }, options: null, "application/problem+json");
    }

    /// <summary>What was not foreseen goes to the log with a reference; the reference alone goes out.</summary>
    private static string Unforeseen(HttpContext context, Exception? error)
    {
        var reference = Guid.NewGuid().ToString("N")[..8];
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("GeoCrime").LogError(error, "Reference {Reference}", reference);
        return $"Something failed that was not foreseen. Reference {reference}.";
    }
}

/// <summary>The address or query names something that is not there.</summary>
internal sealed class UnknownNameException(string message) : Exception(message);
