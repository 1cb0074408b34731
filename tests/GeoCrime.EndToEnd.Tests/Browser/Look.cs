using Microsoft.Playwright;

namespace GeoCrime.EndToEnd.Tests.Browser;

/// <summary>How a visitor looks at the map: window in CSS pixels, the system's theme, mouse or finger.</summary>
internal sealed record Look(int Width, int Height, bool Dark = false, bool Touch = false)
{
    public static Look Desk { get; } = new(1440, 900);

    public static Look DeskAtNight { get; } = Desk with { Dark = true };

    public static Look Phone { get; } = new(390, 844, Touch: true);

    public BrowserNewContextOptions ToOptions() => new()
    {
        ViewportSize = new ViewportSize { Width = Width, Height = Height },
        ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
        HasTouch = Touch,
        IsMobile = Touch,
        // Pictures are compared: nothing may glide from one place to another.
        ReducedMotion = ReducedMotion.Reduce,
        TimezoneId = "Europe/Vienna",
    };
}
