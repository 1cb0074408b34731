using System.Runtime.CompilerServices;

namespace GeoCrime.Analytics.Neighbours;

internal static class Metres
{
    /// <exception cref="ArgumentOutOfRangeException">The length is not finite and positive.</exception>
    public static double RequirePositive(double metres, [CallerArgumentExpression(nameof(metres))] string? name = null) =>
        double.IsFinite(metres) && metres > 0
            ? metres
            : throw new ArgumentOutOfRangeException(name, metres, "It must be finite and > 0 metres.");
}
