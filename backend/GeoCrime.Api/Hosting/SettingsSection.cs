namespace GeoCrime.Api.Hosting;

/// <summary>Reads one section of appsettings.json, or of environment variables, into a record of settings.</summary>
internal static class SettingsSection
{
    /// <returns>The record with its defaults where the section is absent.</returns>
    /// <exception cref="ArgumentException">A name is unknown, or a value is no such value.</exception>
    public static T Read<T>(IConfiguration configuration, string section)
        where T : new()
    {
        try
        {
            return configuration.GetSection(section).Get<T>(bind => bind.ErrorOnUnknownConfiguration = true) ?? new T();
        }
        catch (InvalidOperationException error)
        {
            throw new ArgumentException($"The settings of {section} cannot be used: {error.Message}", error);
        }
    }
}
