using System.Buffers.Text;
using System.Globalization;
using System.Text;
using GeoCrime.Domain;
using GeoCrime.GraphQL.Errors;

namespace GeoCrime.Api.Schema;

/// <summary>Cursors of incident pages: the order, and the sort value and id of a row in it; opaque to clients.</summary>
internal static class IncidentCursors
{
    /// <summary>About 1900 years to both sides of 1970; severities are far smaller.</summary>
    private const double MostSeconds = 6e10;

    private static GraphQLException Foreign => Input.Bad("after is not a cursor of this connection and order.");

    public static string Write(Incident incident, IncidentOrder order)
    {
        var value = order == IncidentOrder.SeverityDesc
            ? incident.Category.Severity
            : (incident.OccurredLocal - DateTime.UnixEpoch).TotalSeconds;
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{order}|{value:R}|{incident.Id}")));
    }

    public static IncidentCursor? Read(string? cursor, IncidentOrder order)
    {
        if (cursor is null)
            return null;
        try
        {
            var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('|');
            var value = double.Parse(parts[1], CultureInfo.InvariantCulture);
            if (parts[0] == order.ToString() && Math.Abs(value) < MostSeconds)
                return new IncidentCursor(value, long.Parse(parts[2], CultureInfo.InvariantCulture));
        }
        catch (Exception error) when (error is FormatException or IndexOutOfRangeException or OverflowException)
        {
            throw Foreign;
        }
        throw Foreign;
    }
}
