namespace GeoCrime.Api.Hosting;

/// <summary>
/// The map under the map, which an operator may choose: the section <c>BaseMap</c> of appsettings.json, or environment
/// variables such as <c>BaseMap__Raster</c>. Without it the map needs no network.
/// </summary>
internal sealed record BaseMapSettings
{
    private const string Section = "BaseMap";

    /// <summary>Address of a MapLibre style.</summary>
    public string? Style { get; init; }

    /// <summary>Address of raster tiles with {z}, {x} and {y}.</summary>
    public string? Raster { get; init; }

    /// <summary>Who made it, as its licence asks; shown on the map and on its exports.</summary>
    public string? Attribution { get; init; }

    /// <summary>Other origins that a style loads its tiles from, such as https://tiles.example.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>Every origin that browsers may load the base map from; empty without one.</summary>
    public IReadOnlyList<string> AllowedOrigins => Address is { } address ? [.. Origins.Prepend(OriginOf(address)).Distinct()] : [];

    private string? Address => Style ?? Raster;

    /// <exception cref="ArgumentException">A name is unknown, an address is none, or the attribution is missing.</exception>
    public static BaseMapSettings Read(IConfiguration configuration)
    {
        var settings = SettingsSection.Read<BaseMapSettings>(configuration, Section);
        settings.Check();
        return settings;
    }

    private void Check()
    {
        if (Style is not null && Raster is not null)
            throw new ArgumentException("BaseMap:Style and BaseMap:Raster are both set; one of them is allowed.");
        if (Address is null)
            return;
        if (string.IsNullOrWhiteSpace(Attribution))
            throw new ArgumentException("BaseMap:Attribution is missing: say who made the base map, as its licence asks.");
        if (Raster is not null && !(Raster.Contains("{z}", StringComparison.Ordinal) && Raster.Contains("{x}", StringComparison.Ordinal) && Raster.Contains("{y}", StringComparison.Ordinal)))
            throw new ArgumentException($"BaseMap:Raster is '{Raster}'; it must hold {{z}}, {{x}} and {{y}}.");
        OriginOf(Address);
        foreach (var origin in Origins)
            if (OriginOf(origin) != origin)
                throw new ArgumentException($"BaseMap:Origins holds '{origin}'; an origin such as https://tiles.example is needed, without a path.");
    }

    /// <summary>Scheme, host and port alone: what a content security policy can name.</summary>
    private static string OriginOf(string address) =>
        // Braces of a template are no part of an address.
        Uri.TryCreate(address.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? uri.GetLeftPart(UriPartial.Authority)
            : throw new ArgumentException($"BaseMap: '{address}' is no address of https, or of http on this machine.");
}
