using GeoCrime.Data.Schema;

namespace GeoCrime.Data;

internal static class DataVersions
{
    /// <summary>The version as users see it: the count of changes, and a mark of this database so that two databases never share one.</summary>
    public static string Of(JurisdictionRow jurisdiction) => $"{jurisdiction.DataVersion}.{jurisdiction.Instance.ToString("N")[..6]}";
}
