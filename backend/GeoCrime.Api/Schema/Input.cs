using System.Text.Json;
using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Uploads;
using GeoCrime.Domain;
using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Execution;
using GeoCrime.Studies.Forecasts;
using NetTopologySuite.Geometries;

namespace GeoCrime.Api.Schema;

/// <summary>Turns what studies say of a bad request, or of a missing run, into errors that the client reads.</summary>
internal static class Input
{
    public static T Checked<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ArgumentException error)
        {
            throw Bad(error);
        }
    }

    public static TResult Checked<T1, T2, TResult>(Func<T1, T2, CancellationToken, TResult> read, T1 first, T2 second, CancellationToken cancellationToken) =>
        Checked(() => read(first, second, cancellationToken));

    public static async Task<T> CheckedAsync<T>(Func<Task<T>> run)
    {
        try
        {
            return await run();
        }
        catch (ArgumentException error)
        {
            throw Bad(error);
        }
    }

    /// <summary>The file of an id.</summary>
    /// <exception cref="GraphQLException">There is none, or no longer.</exception>
    public static Upload File(RequestContext context, string upload) =>
        context.Get<UploadStore>().Find(upload) ?? throw Bad("The file is no longer here: files are kept for a day. Send it again.");

    /// <summary>Runs what reads or imports a file; what is wrong with the file is the client's to mend.</summary>
    public static async Task<T> ImportAsync<T>(Func<Task<T>> run)
    {
        try
        {
            return await run();
        }
        catch (ImportException error)
        {
            var reason = char.ToUpperInvariant(error.Reason[0]) + error.Reason[1..];
            throw Bad(error.Row is { } row ? $"Row {row:N0}: {error.Reason}." : $"{reason}.");
        }
        catch (ArgumentException error)
        {
            throw Bad(error);
        }
    }

    /// <summary>BAD_USER_INPUT.</summary>
    public static GraphQLException Bad(string message) => new(message, ErrorCodes.BadUserInput);

    /// <summary>NOT_COMPUTED, with the input of the mutation that would compute it.</summary>
    public static GraphQLException NotComputed(string jurisdiction, NotComputedException error) => new(
        error.Message,
        "NOT_COMPUTED",
        new Dictionary<string, object?>
        {
            ["start"] = new Dictionary<string, object?>
            {
                ["jurisdiction"] = jurisdiction,
                ["kind"] = error.Request.Kind,
                ["model"] = ContractName(error.Request.Model),
                ["step"] = ContractName(error.Request.Step),
                ["horizon"] = error.Request.Horizon,
                ["filter"] = Filter(error.Request.Filter),
            },
        });

    private static Dictionary<string, object?>? Filter(IncidentFilter filter)
    {
        var parts = new Dictionary<string, object?>
        {
            ["categories"] = filter.Categories,
            ["where"] = filter.Where switch
            {
                Place.InAreas areas => new Dictionary<string, object?> { ["areas"] = new Dictionary<string, object?> { ["kind"] = areas.Kind, ["codes"] = areas.Codes } },
                Place.Near near => new Dictionary<string, object?> { ["near"] = new Dictionary<string, object?> { ["longitude"] = near.Longitude, ["latitude"] = near.Latitude, ["metres"] = near.Metres } },
                Place.InPolygon polygon => new Dictionary<string, object?> { ["polygon"] = GeoJson(polygon.Polygon) },
                _ => null,
            },
            ["hours"] = filter.Hours,
            ["weekdays"] = filter.Weekdays?.Select(day => ContractName(day)).ToList(),
            ["minSeverity"] = filter.MinSeverity,
        };
        return parts.Values.All(part => part is null) ? null : parts.Where(part => part.Value is not null).ToDictionary();
    }

    private static JsonElement GeoJson(Geometry polygon)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
            GeoJsonWriter.Write(json, polygon);
        using var document = JsonDocument.Parse(buffer.ToArray());
        return document.RootElement.Clone();
    }

    private static string ContractName(Enum value) =>
        string.Concat(value.ToString().Select((letter, index) => index > 0 && char.IsUpper(letter) ? $"_{letter}" : $"{letter}")).ToUpperInvariant();

    private static GraphQLException Bad(ArgumentException error) => Bad(Foreseen.Words(error));
}
