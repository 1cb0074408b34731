using GeoCrime.Api.Jobs;
using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Profiles;
using GeoCrime.Data.Import.Uploads;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed record ImportInput(string Upload, string Jurisdiction, string? Name, string TimeZone, string? Profile, string? Source, ColumnMappingInput? Mapping)
{
    public ImportTask ToTask(Upload file) => new(
        file.Id, file.Name, JurisdictionCode.Checked(Jurisdiction), JurisdictionCode.NameOrNull(Name), Mapping is null ? null : Slug.Of(Source ?? "mapped"), TimeZone, Profile,
        (Profile, Mapping) switch
        {
            (null, null) or (not null, not null) => throw new ArgumentException("Give either a profile or a mapping."),
            (_, var mapping) => mapping?.ToMapping(),
        });
}

public sealed record ColumnMappingInput(
    string Occurred, string? Time, string? To, string? Reported, string? Category, string? Constant, string? X, string? Y, string? Crs, string? Id, string? Number,
    IReadOnlyList<string>? Formats, string? Encoding, IReadOnlyList<StatedAreaInput>? Areas, IReadOnlyList<string>? Keep)
{
    public ColumnMapping ToMapping()
    {
        var areas = Areas ?? [];
        if (areas.GroupBy(area => area.Kind).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"Two columns state areas of kind '{twice.Key}'.");
        return new ColumnMapping(Occurred)
        {
            Time = Time, To = To, Reported = Reported, Category = Category, Constant = Constant, X = X, Y = Y, Crs = Crs, Id = Id, Number = Number,
            Formats = Formats ?? [], Encoding = Encoding, Areas = areas.ToDictionary(area => Slug.Of(area.Kind), area => area.Column), Keep = Keep ?? [],
        };
    }
}

public sealed record StatedAreaInput(string Kind, string Column);

public sealed record AreaFileInput(
    string Upload, string Jurisdiction, string? Name, string? TimeZone, string Kind, string? Label, string CodeProperty, string NameProperty, bool? Slug, string? PopulationProperty, string? Crs)
{
    public AreaTask ToTask(Upload file)
    {
        if (Kind.Length is 0 or > 40 || Kind != Data.Import.Slug.Of(Kind))
            throw new ArgumentException($"'{Kind}' is no kind of area; it is 1–40 lower-case letters, digits and hyphens, such as 'precinct'.");
        if (TimeZone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            throw new ArgumentException($"'{TimeZone}' is no IANA time zone.");
        return new AreaTask(file.Id, file.Name, JurisdictionCode.Checked(Jurisdiction), JurisdictionCode.NameOrNull(Name), TimeZone, Kind, Label, CodeProperty, NameProperty, Slug ?? false, PopulationProperty, Crs);
    }
}

public sealed record CategoryInput(string Code, string Label, string Group, double Severity, bool? OfficerInitiated);

/// <summary>Codes and names of jurisdictions that users make.</summary>
internal static class JurisdictionCode
{
    private const int LongestCode = 40;
    private const int LongestName = 80;

    /// <exception cref="ArgumentException">The code is no slug of 1–40 characters.</exception>
    public static string Checked(string code) => code.Length is >= 1 and <= LongestCode && code == Slug.Of(code)
        ? code
        : throw new ArgumentException($"'{code}' is no code of a jurisdiction; it is 1–{LongestCode} lower-case letters, digits and hyphens, such as 'denver'.");

    /// <exception cref="ArgumentException">The name is too long.</exception>
    public static string? NameOrNull(string? name) => string.IsNullOrWhiteSpace(name)
        ? null
        : name.Trim() is { Length: <= LongestName } trimmed ? trimmed : throw new ArgumentException($"The name of a jurisdiction has at most {LongestName} characters.");
}
