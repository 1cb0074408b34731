using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Api;

/// <summary>A study's parameters inside an address, so that a layer's result can be recomputed from its address alone.</summary>
internal static class ParameterToken
{
    private const int MostCharacters = 16_384;

    public static string Write<T>(T parameters) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(RunIdentity.Write(parameters)));

    /// <exception cref="FormatException">The token was not written by <see cref="Write{T}"/>.</exception>
    public static T Read<T>(string token)
    {
        if (token.Length > MostCharacters)
            throw new FormatException($"The address's parameters have {token.Length} characters; at most {MostCharacters} are allowed.");
        try
        {
            return RunIdentity.Read<T>(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)));
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            throw new FormatException("The address's parameters (p) cannot be read: use the address that the API gave.", error);
        }
    }
}
