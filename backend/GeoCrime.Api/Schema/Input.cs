using GeoCrime.GraphQL.Errors;
using GeoCrime.Studies.Forecasts;

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
            },
        });

    private static string ContractName(Enum value) =>
        string.Concat(value.ToString().Select((letter, index) => index > 0 && char.IsUpper(letter) ? $"_{letter}" : $"{letter}")).ToUpperInvariant();

    private static GraphQLException Bad(ArgumentException error)
    {
        // The parameter's C# name means nothing to a client.
        var message = error.ParamName is null ? error.Message : error.Message.Split(" (Parameter '")[0];
        return Bad(message);
    }
}
