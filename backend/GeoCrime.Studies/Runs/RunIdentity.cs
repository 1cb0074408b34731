using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using GeoCrime.Domain;

namespace GeoCrime.Studies.Runs;

/// <summary>What makes two runs the same: study, data version, code version, parameters, seed and access policy.</summary>
public sealed record RunIdentity(StudyKind Study, string Jurisdiction, string DataVersion, string Parameters, int? Seed, string Policy)
{
    private static readonly JsonSerializerOptions Canonical = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false), new PlaceJson() },
    };

    private static readonly JsonSerializerOptions Strict = new(Canonical)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <param name="parameters">A record; its properties in their order make the JSON.</param>
    public static RunIdentity Of<T>(StudyKind study, IncidentColumns columns, T parameters, int? seed, AccessPolicy policy) =>
        new(study, columns.Jurisdiction.Code, columns.DataVersion, Write(parameters), seed, policy.Name);

    /// <summary>First 16 hexadecimal digits of the SHA-256 of all parts.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{Study}\n{Jurisdiction}\n{DataVersion}\n{CodeVersion.Current}\n{Parameters}\n{Seed}\n{Policy}")))[..16];

    public static string Write<T>(T parameters) => JsonSerializer.Serialize(parameters, Canonical);

    /// <summary>Reads what <see cref="Write{T}"/> wrote.</summary>
    public static T Read<T>(string parameters) => JsonSerializer.Deserialize<T>(parameters, Canonical) ?? throw new JsonException("The parameters are empty.");

    /// <summary>Reads what a client sent: nothing may be missing or unknown.</summary>
    /// <exception cref="JsonException">The text is not such a record.</exception>
    public static T ReadUntrusted<T>(string parameters) => JsonSerializer.Deserialize<T>(parameters, Strict) ?? throw new JsonException("The parameters are empty.");

    /// <summary>The ledger's record of this run.</summary>
    public Run ToRun(RunState state, DateTime queuedAt, DateTime? startedAt = null, double? seconds = null) =>
        new(Id, Study, state, Jurisdiction, Parameters, DataVersion, CodeVersion.Current, Seed, queuedAt, startedAt, seconds, state == RunState.Succeeded ? 1 : 0, null, null);
}
