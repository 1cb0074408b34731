using System.Buffers.Text;
using System.Globalization;
using System.Text;
using GeoCrime.Domain;
using GeoCrime.GraphQL.Errors;

namespace GeoCrime.Api.Schema;

/// <summary>Cursors of incident pages: the sort value and id of a row, opaque to clients.</summary>
internal static class IncidentCursors
{
    public static string Write(Incident incident, IncidentOrder order)
    {
        var value = order == IncidentOrder.SeverityDesc
            ? incident.Category.Severity
            : (incident.OccurredLocal - DateTime.UnixEpoch).TotalSeconds;
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{value:R}|{incident.Id}")));
    }

    public static IncidentCursor? Read(string? cursor)
    {
        if (cursor is null)
            return null;
        try
        {
            var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('|');
            return new IncidentCursor(double.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture));
        }
        catch (Exception error) when (error is FormatException or IndexOutOfRangeException or OverflowException)
        {
            throw new GraphQLException("after is not a cursor of this connection.", ErrorCodes.BadUserInput);
        }
    }
}
