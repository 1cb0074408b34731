using GeoCrime.Domain;

namespace GeoCrime.Api.Schema;

/// <summary>Where a result can be fetched as a file: its parameters are in the address.</summary>
internal readonly record struct LayerAddress(string Jurisdiction, string Token)
{
    public static LayerAddress Of<T>(Jurisdiction jurisdiction, T request) => new(jurisdiction.Code, ParameterToken.Write(request));

    public string Of(string file) => $"/layers/{Jurisdiction}/{file}?p={Token}";
}
