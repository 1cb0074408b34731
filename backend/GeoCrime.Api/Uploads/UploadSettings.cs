using GeoCrime.Api.Hosting;
using GeoCrime.Data.Import.Uploads;

namespace GeoCrime.Api.Uploads;

/// <summary>What an operator may set for imports in the browser: the section <c>Import</c> of appsettings.json, or environment variables such as <c>Import__MaxUploadBytes</c>.</summary>
internal sealed record UploadSettings
{
    public const string Section = "Import";

    /// <summary>Greatest size of one file, bytes, 1…2⁴⁰.</summary>
    public long MaxUploadBytes { get; init; } = 2L << 30;

    /// <exception cref="ArgumentException">A name is unknown, or a value is out of range.</exception>
    public static UploadSettings Read(IConfiguration configuration)
    {
        var settings = SettingsSection.Read<UploadSettings>(configuration, Section);
        return settings.MaxUploadBytes is >= 1 and <= 1L << 40
            ? settings
            : throw new ArgumentException($"{Section}:{nameof(MaxUploadBytes)} is {settings.MaxUploadBytes}; 1…{1L << 40} is allowed.");
    }

    public UploadStore Open(string folder) => new(folder, MaxUploadBytes);
}
