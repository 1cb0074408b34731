namespace GeoCrime.Analytics.Forecasting;

/// <summary>One of the thirty exponential smoothing models: how error, trend and season join the level.</summary>
/// <param name="Error">Additive or multiplicative; an error that multiplies grows with the expected count.</param>
/// <param name="Damped">Whether the trend fades by φ a step.</param>
/// <param name="Season">Steps of the season; 0 where <paramref name="Seasonal"/> is none.</param>
/// <remarks>Hyndman et al. (2008), Forecasting with Exponential Smoothing, tables 2.2 and 2.3.</remarks>
public sealed record EtsForm(EtsPart Error, EtsPart Trend, bool Damped, EtsPart Seasonal, int Season)
{
    /// <summary>With additive errors, without or with a damped additive trend, without or with an additive season.</summary>
    public static EtsForm Additive(bool dampedTrend, int season) =>
        new(EtsPart.Additive, dampedTrend ? EtsPart.Additive : EtsPart.None, dampedTrend, season > 0 ? EtsPart.Additive : EtsPart.None, season);

    public bool HasTrend => Trend != EtsPart.None;

    /// <summary>Whether nothing multiplies: errors are then linear in the initial states.</summary>
    public bool Linear => Error == EtsPart.Additive && Trend != EtsPart.Multiplicative && Seasonal != EtsPart.Multiplicative;

    /// <summary>Level, trend, season: the length of the state.</summary>
    public int States => 1 + (HasTrend ? 1 : 0) + Season;

    /// <summary>Estimated numbers: smoothing and damping, initial states (one season is fixed) and the error variance.</summary>
    public int Parameters => 2 + 2 * (HasTrend ? 1 : 0) + (Damped ? 1 : 0) + Season + 1;

    /// <summary>Reads "A,Ad,M" or "ETS(A,Ad,M)": error A or M, trend N, A, Ad, M or Md, season N, A or M.</summary>
    /// <param name="season">Steps of a season, where the form has one.</param>
    /// <exception cref="FormatException">The text is no form.</exception>
    public static EtsForm Parse(string text, int season)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Replace("ETS(", "", StringComparison.OrdinalIgnoreCase).TrimEnd(')').Split(',', StringSplitOptions.TrimEntries);
        var damped = parts.Length == 3 && parts[1].Length == 2 && parts[1][1] is 'd' or 'D';
        if (parts.Length == 3 && Part(parts[0]) is { } error and not EtsPart.None && Part(damped ? parts[1][..1] : parts[1]) is { } trend && Part(parts[2]) is { } seasonal
            && !(damped && trend == EtsPart.None))
            return new EtsForm(error, trend, damped, seasonal, seasonal == EtsPart.None ? 0 : season);
        throw new FormatException($"'{text}' is no form of exponential smoothing; a form is error (A, M), trend (N, A, Ad, M, Md) and season (N, A, M), such as A,Ad,N.");
    }

    public override string ToString() => $"ETS({Letter(Error)},{Letter(Trend)}{(Damped ? "d" : "")},{Letter(Seasonal)})";

    private static string Letter(EtsPart part) => part switch { EtsPart.None => "N", EtsPart.Additive => "A", _ => "M" };

    private static EtsPart? Part(string letter) => letter.ToUpperInvariant() switch { "N" => EtsPart.None, "A" => EtsPart.Additive, "M" => EtsPart.Multiplicative, _ => null };
}
