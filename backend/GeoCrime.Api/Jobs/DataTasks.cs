using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Areas;
using GeoCrime.Data.Import.Profiles;

namespace GeoCrime.Api.Jobs;

/// <summary>An import of a file that was sent: the parameters of a run.</summary>
/// <param name="Upload">Id of the file; <paramref name="File"/> is its name.</param>
/// <param name="Name">Of a jurisdiction that is made; null for the profile's, else the code.</param>
/// <param name="Source">Code of the data set that the rows belong to; null with a profile.</param>
/// <param name="Profile">How the file is read; else <paramref name="Mapping"/> says it.</param>
public sealed record ImportTask(string Upload, string File, string Jurisdiction, string? Name, string? Source, string TimeZone, string? Profile, ColumnMapping? Mapping)
{
    /// <exception cref="ImportException">The profile is unknown, or the time zone, CRS or encoding is.</exception>
    /// <exception cref="ArgumentException">The mapping contradicts itself.</exception>
    public ImportRequest ToRequest(string path, string gisData)
    {
        var profile = Profile is null
            ? (Mapping ?? throw new ArgumentException("The import needs a profile or a mapping.")).ToProfile(Source ?? "mapped", TimeZone)
            : SourceProfileFile.Load(Profile, Path.Combine(gisData, "sources")) with { TimeZone = TimeZone };
        return new ImportRequest(path, profile, Jurisdiction) { Name = Name };
    }
}

/// <summary>Loading of boundaries from a file that was sent.</summary>
/// <param name="CodeProperty">The property that identifies an area; <paramref name="NameProperty"/> names it.</param>
/// <param name="Slug">Whether codes are made of the property's values: lower case, hyphens.</param>
public sealed record AreaTask(
    string Upload, string File, string Jurisdiction, string? Name, string? TimeZone, string Kind, string? Label, string CodeProperty, string NameProperty, bool Slug, string? PopulationProperty, string? Crs)
{
    public AreaRequest ToRequest(string path) => new(path, Jurisdiction, Kind, CodeProperty, NameProperty)
    {
        JurisdictionName = Name, TimeZone = TimeZone, Label = Label, SlugCodes = Slug, PopulationProperty = PopulationProperty, Crs = Crs,
    };
}

/// <summary>An import taken back.</summary>
public sealed record UndoTask(int Batch);

/// <summary>The sample city loaded.</summary>
public sealed record SampleTask(int Seed);
