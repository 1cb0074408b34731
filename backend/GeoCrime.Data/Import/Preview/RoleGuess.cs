namespace GeoCrime.Data.Import.Preview;

/// <summary>What a column holds.</summary>
public enum ColumnRole
{
    Occurred,
    Time,
    To,
    Reported,
    Category,
    X,
    Y,
    Id,
    Number,
    Area,
}

/// <summary>Guesses by names and values which column holds what; whoever imports confirms or corrects it.</summary>
internal sealed class RoleGuess
{
    private static readonly string[] DateWords =
        ["date", "time", "datetime", "timestamp", "when", "day", "at", "on", "dt", "occ", "occurred", "occurrence", "reported", "rptd", "created", "datum", "zeit", "tatzeit", "fecha", "fechahora", "data", "wann"];

    private static readonly string[] AreaWords =
        ["precinct", "district", "beat", "sector", "division", "ward", "neighborhood", "neighbourhood", "zone", "borough", "community", "nhood", "bezirk"];

    private readonly Dictionary<string, (ColumnRole Role, string? Kind)> roles = [];
    private readonly IReadOnlyList<ColumnSample> columns;

    public RoleGuess(IReadOnlyList<ColumnSample> columns)
    {
        this.columns = columns;
        Dates = columns.Select(column => (column, Fit: DateFormats.Fit(column.Filled, column.Says(DateWords) || column.Holds("date", "time", "datum"))))
            .Where(each => each.Fit is not null).ToDictionary(each => each.column.Name, each => each.Fit!);
        GuessTimes();
        GuessPosition();
        GuessCategory();
        GuessId();
        GuessAreas();
    }

    /// <summary>Column → how its dates are read.</summary>
    public IReadOnlyDictionary<string, DateFit> Dates { get; }

    /// <summary>Whether the position stands in degrees, by its values.</summary>
    public bool InDegrees { get; private set; }

    public ColumnRole? Of(string column) => roles.TryGetValue(column, out var found) ? found.Role : null;

    public string? KindOf(string column) => roles.TryGetValue(column, out var found) ? found.Kind : null;

    private void GuessTimes()
    {
        var dated = columns.Where(column => Dates.ContainsKey(column.Name)).ToList();
        var reported = dated.FirstOrDefault(column => IsReport(column));
        var to = dated.FirstOrDefault(column => column != reported && column.Says("to", "end", "until", "last", "thru", "bis", "ende"));
        var occurred = dated.Where(column => column != reported && column != to).MaxBy(Occurs) ?? reported ?? to;
        Set(occurred, ColumnRole.Occurred);
        if (occurred != reported)
            Set(reported, ColumnRole.Reported);
        if (occurred != to)
            Set(to, ColumnRole.To);
        if (occurred is not null && occurred.Filled.All(value => Dates[occurred.Name].Formats.All(format => DateFormats.Read(value, format) is not { TimeOfDay.Ticks: > 0 })))
            Set(columns.FirstOrDefault(column => Of(column.Name) is null && IsTimeOfDay(column)), ColumnRole.Time);
    }

    private static bool IsReport(ColumnSample column) =>
        column.Says("report", "reported", "rptd", "rpt", "received", "logged", "created", "entered", "gemeldet", "anzeige") || column.Holds("report");

    private static int Occurs(ColumnSample column)
    {
        var score = column.Says("occ", "occur", "occurred", "occurrence", "occurence", "happened", "committed", "offense", "offence", "incident", "when", "tatzeit", "wann") || column.Holds("occur") ? 4 : 0;
        score += column.Says("from", "first", "start", "begin", "beginn") ? 2 : 0;
        score += column.Says("date", "datetime", "datum", "fecha") ? 1 : 0;
        return score - (column.Says("updated", "update", "modified", "edited", "closed", "birth", "arrest", "load", "extract") ? 5 : 0);
    }

    private static bool IsTimeOfDay(ColumnSample column) =>
        (column.Says("time", "hour", "hhmm", "uhrzeit", "hora") || column.Holds("time"))
        && column.Filled.Count > 0 && column.Filled.Count(value => Rows.MomentReader.TimeOfDay(value) is not null) >= 0.9 * column.Filled.Count;

    private void GuessPosition()
    {
        var free = columns.Where(column => Of(column.Name) is null && column.IsNumeric).ToList();
        var lon = free.FirstOrDefault(column => IsLongitude(column) && column.Within(180));
        var lat = free.FirstOrDefault(column => column != lon && IsLatitude(column) && column.Within(180));
        if (lon is null || lat is null)
        {
            lon = free.FirstOrDefault(column => IsX(column) && column.Numbers.Any(number => number != 0));
            lat = free.FirstOrDefault(column => column != lon && IsY(column) && column.Numbers.Any(number => number != 0));
        }
        if (lon is null || lat is null)
            (lon, lat) = ByValues(free);
        if (lon is null || lat is null)
            return;
        Set(lon, ColumnRole.X);
        Set(lat, ColumnRole.Y);
        InDegrees = lon.Within(180) && lat.Within(180);
    }

    private static bool IsLongitude(ColumnSample column) => column.Says("lon", "lng", "long", "longitude", "laenge", "länge", "longitud") || column.Holds("longitude");

    private static bool IsLatitude(ColumnSample column) => column.Says("lat", "latitude", "breite", "latitud") || column.Holds("latitude");

    private static bool IsX(ColumnSample column) => column.Says("x", "easting", "rechtswert", "xcoord", "pointx", "ost") || column.Holds("easting", "x_coord", "xcoord");

    private static bool IsY(ColumnSample column) => column.Says("y", "northing", "hochwert", "ycoord", "pointy", "nord") || column.Holds("northing", "y_coord", "ycoord");

    /// <summary>Two columns of degrees with many decimals: the one beyond ±90 is the longitude; else latitude comes first.</summary>
    private static (ColumnSample? Longitude, ColumnSample? Latitude) ByValues(List<ColumnSample> free)
    {
        var degrees = free.Where(column => column.Within(180) && column.HasDecimals(4)).ToList();
        if (degrees.Count != 2)
            return (null, null);
        return degrees[0].Within(90) ? (degrees[1], degrees[0]) : (degrees[0], degrees[1]);
    }

    private void GuessCategory() => Set(
        columns.Where(column => Of(column.Name) is null && !Dates.ContainsKey(column.Name) && !column.IsNumeric && column.Filled.Count > 0)
            .Select(column => (column, Score: Offence(column))).Where(each => each.Score > 0).OrderByDescending(each => each.Score).FirstOrDefault().column,
        ColumnRole.Category);

    private static double Offence(ColumnSample column)
    {
        double score = 0;
        if (column.Says("offense", "offence", "crime", "crm", "delikt", "delito", "straftat", "charge", "violation") || column.Holds("offense", "offence", "crime"))
            score += 4;
        if (column.Says("category", "kategorie", "categoria"))
            score += 4;
        if (column.Says("type", "primary", "class", "kind", "what", "was", "tipo", "nature"))
            score += 2.5;
        if (column.Says("desc", "description", "descript", "name"))
            score += 1;
        if (column.Says("id", "code", "status", "sex", "race", "weekday", "resolution", "address", "street", "location", "premis", "premise", "weapon", "victim", "vict", "disposition", "extension"))
            score -= 2;
        // A list of offences is short beside the number of rows, and not a single word throughout.
        if (column.Distinct is >= 2 and <= 300 && column.Distinct <= Math.Max(3, 0.5 * column.Filled.Count))
            score += 1.5 - (column.Distinct / 300.0) - (IsWeekday(column) ? 3 : 0) - (column.Says(AreaWords) ? 3 : 0);
        else if (column.Filled.Count > 3)
            score -= 3;
        return score;
    }

    private static bool IsWeekday(ColumnSample column) =>
        column.Distinct <= 7 && column.Filled.All(value => Enum.GetNames<DayOfWeek>().Any(day => day.StartsWith(value, StringComparison.OrdinalIgnoreCase) && value.Length >= 2));

    private void GuessId()
    {
        var named = columns.Where(column => Of(column.Name) is null && column.Says("id", "no", "nr", "number", "key", "num", "uuid", "guid", "case", "ref", "aktenzeichen") && column.FilledShare > 0.99).ToList();
        Set(named.Where(column => column.Distinct == column.Filled.Count).MinBy(column => column.Says("objectid", "fid", "row", "index") || column.Holds("objectid") ? 2 : column.Says("incident", "case") ? 1 : 0), ColumnRole.Id);
        if (!roles.Values.Any(role => role.Role == ColumnRole.Id) && columns is [var first, ..] && Of(first.Name) is null && LooksLikeId(first))
            Set(first, ColumnRole.Id);
        Set(named.FirstOrDefault(column => Of(column.Name) is null && column.Says("incident", "case") && column.Distinct > 0.2 * column.Filled.Count), ColumnRole.Number);
    }

    /// <summary>Whether a first column without a telling name holds short codes, each once; row numbers are no ids, as they change from one extract to the next.</summary>
    private static bool LooksLikeId(ColumnSample column) =>
        column.Rows >= 20 && column.Distinct == column.Rows && !column.HasDecimals(1)
        && column.Filled.All(value => value.Length <= 24 && value.Any(char.IsAsciiDigit) && !value.Any(char.IsWhiteSpace))
        && !(column.IsNumeric && column.Numbers.Zip(column.Numbers.Skip(1)).All(pair => pair.Second == pair.First + 1));

    private void GuessAreas()
    {
        foreach (var kind in AreaWords)
            if (columns.FirstOrDefault(column => Of(column.Name) is null && column.Says(kind) && column.Distinct is >= 1 and <= 2000) is { } column)
                roles[column.Name] = (ColumnRole.Area, kind == "nhood" ? "neighborhood" : kind);
    }

    private void Set(ColumnSample? column, ColumnRole role)
    {
        if (column is not null)
            roles[column.Name] = (role, null);
    }
}
