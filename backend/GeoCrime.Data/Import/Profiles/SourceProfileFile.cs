using System.Text.Json;
using System.Text.RegularExpressions;

namespace GeoCrime.Data.Import.Profiles;

/// <summary>Reads profiles from JSON and checks that they make sense.</summary>
public static class SourceProfileFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Loads the profile with a code from a folder, or from the path of a .json file.</summary>
    /// <exception cref="ImportException">There is none, or it is not a valid profile.</exception>
    public static SourceProfile Load(string codeOrPath, string folder)
    {
        var isPath = codeOrPath.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        var path = isPath ? codeOrPath : Path.Combine(folder, codeOrPath + ".json");
        if (File.Exists(path))
            return Parse(File.ReadAllText(path), path);
        var known = Files(folder).Select(Path.GetFileNameWithoutExtension).Order();
        throw new ImportException(path, null, $"no such source profile; there are {string.Join(", ", known)}; for another file give --map");
    }

    /// <summary>The first profile of a folder, by name, that covers a jurisdiction; null where none does.</summary>
    /// <exception cref="ImportException">A file of the folder is not a valid profile.</exception>
    public static SourceProfile? OfJurisdiction(string jurisdiction, string folder) =>
        All(folder).FirstOrDefault(profile => profile.Jurisdiction?.Code == jurisdiction);

    /// <exception cref="ImportException">The text is not a valid profile.</exception>
    public static SourceProfile Parse(string json, string file)
    {
        try
        {
            var profile = JsonSerializer.Deserialize<SourceProfile>(json, Options)
                ?? throw new ImportException(file, null, "the source profile is null");
            Check(profile, file);
            return profile;
        }
        catch (JsonException error)
        {
            throw new ImportException(file, null, $"not a source profile: {error.Message}", error);
        }
    }

    /// <exception cref="ImportException">A part contradicts another or lies outside its range.</exception>
    internal static void Check(SourceProfile profile, string file)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(profile.TimeZone, out _))
            throw new ImportException(file, null, $"'{profile.TimeZone}' is no IANA time zone");
        if (profile.Encoding is { } encoding)
            CheckEncoding(encoding, file);
        if (profile.Category.Column is null == profile.Category.Constant is null)
            throw new ImportException(file, null, "category takes a column or a constant, one of them");
        foreach (var time in new[] { profile.OccurredFrom, profile.OccurredTo, profile.ReportedAt }.OfType<TimeField>())
            if (time.Formats.Count == 0)
                throw new ImportException(file, null, $"the time column {time.Column} has no formats");
        if (profile.Position is { } position)
            _ = CrsCode.Srid(position.Crs, file);
        foreach (var rule in profile.Categories)
            Check(rule, file);
    }

    private static void CheckEncoding(string name, string file)
    {
        try
        {
            _ = Reading.TextEncodings.Of(name);
        }
        catch (ArgumentException error)
        {
            throw new ImportException(file, null, $"'{name}' is no encoding; name one such as utf-8 or windows-1252", error);
        }
    }

    /// <summary>All profiles of a folder, by code.</summary>
    /// <exception cref="ImportException">A file of the folder is not a valid profile.</exception>
    public static IReadOnlyList<SourceProfile> All(string folder) =>
        [.. Files(folder).Order(StringComparer.Ordinal).Select(path => Parse(File.ReadAllText(path), path))];

    private static string[] Files(string folder) => Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];

    private static void Check(CategoryRule rule, string file)
    {
        if (new[] { rule.Match, rule.Prefix, rule.Pattern }.Count(key => key is not null) != 1)
            throw new ImportException(file, null, $"category {rule.Code} takes one of match, prefix and pattern");
        if (rule.Severity is not (>= 1 and <= 100))
            throw new ImportException(file, null, $"category {rule.Code} has severity {rule.Severity}, which is not in 1–100");
        if (rule.Pattern is null)
            return;
        try
        {
            _ = new Regex(rule.Pattern);
        }
        catch (ArgumentException error)
        {
            throw new ImportException(file, null, $"category {rule.Code}: {error.Message}", error);
        }
    }
}
