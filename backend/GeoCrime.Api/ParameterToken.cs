using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using GeoCrime.GraphQL.Errors;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Api;

/// <summary>A study's parameters inside an address, so that a layer's result can be recomputed from its address alone.</summary>
internal static class ParameterToken
{
    private const int MostCharacters = 16_384;

    /// <exception cref="GraphQLException">The parameters are too long for an address.</exception>
    public static string Write<T>(T parameters)
    {
        var token = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(RunIdentity.Write(parameters)));
        return token.Length <= MostCharacters
            ? token
            : throw new GraphQLException($"The filter makes an address of {token.Length} characters; at most {MostCharacters} are allowed. Draw a polygon with fewer corners.", ErrorCodes.BadUserInput);
    }

    /// <exception cref="FormatException">The token was not written by <see cref="Write{T}"/>.</exception>
    public static T Read<T>(string token)
    {
        if (token.Length > MostCharacters)
            throw new FormatException($"The address's parameters have {token.Length} characters; at most {MostCharacters} are allowed.");
        try
        {
            return RunIdentity.ReadUntrusted<T>(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)));
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            throw new FormatException("The address's parameters (p) cannot be read: use the address that the API gave.", error);
        }
    }
}
