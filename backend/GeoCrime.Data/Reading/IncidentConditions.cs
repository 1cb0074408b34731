using GeoCrime.Data.Geometry;
using GeoCrime.Domain;
using Npgsql;

namespace GeoCrime.Data.Reading;

/// <summary>An incident filter as SQL over <c>geocrime.incident i JOIN geocrime.offence_category c</c>: pure text, bound values.</summary>
public sealed class IncidentConditions
{
    private readonly List<string> conditions = [];
    private readonly List<NpgsqlParameter> parameters = [];

    public IncidentConditions(Jurisdiction jurisdiction, IncidentFilter filter)
    {
        Add($"i.jurisdiction_id = {Bind(jurisdiction.Id)}");
        if (filter.From is { } from)
        {
            Add($"i.occurred_local >= {Bind(from.ToDateTime(TimeOnly.MinValue))}");
            Add($"i.local_year >= {Bind((short)from.Year)}");
        }
        if (filter.To is { } to)
        {
            Add($"i.occurred_local < {Bind(to.ToDateTime(TimeOnly.MinValue))}");
            Add($"i.local_year <= {Bind((short)to.Year)}");
        }
        if (filter.Categories is { } categories)
            Add($"c.code = ANY({Bind(categories.ToArray())})");
        if (filter.Hours is { } hours)
            Add($"extract(hour FROM i.occurred_local)::integer = ANY({Bind(hours.ToArray())})");
        if (filter.Weekdays is { } weekdays)
            Add($"extract(dow FROM i.occurred_local)::integer = ANY({Bind(weekdays.Select(day => (int)day).ToArray())})");
        if (filter.MinSeverity is { } severity)
            Add($"c.severity >= {Bind(severity)}");
        AddPlace(filter.Where, jurisdiction);
    }

    public string Text => string.Join(" AND ", conditions);

    public IReadOnlyList<NpgsqlParameter> Parameters => parameters;

    /// <summary>Adds one more condition, whose values stand in it as <see cref="Bind"/> names them.</summary>
    public void Add(string condition) => conditions.Add(condition);

    /// <summary>Binds a value.</summary>
    /// <returns>Its place in the text, such as <c>$3</c>.</returns>
    public string Bind(object value)
    {
        parameters.Add(new NpgsqlParameter { Value = value });
        return $"${parameters.Count}";
    }

    private void AddPlace(Place? place, Jurisdiction jurisdiction)
    {
        switch (place)
        {
            case null:
                break;
            case Place.InAreas areas:
                Add($"""
                    i.area_ids && ARRAY(SELECT a.id FROM geocrime.area a JOIN geocrime.area_set s ON s.id = a.area_set_id
                    WHERE s.current AND s.jurisdiction_id = i.jurisdiction_id AND s.kind = {Bind(areas.Kind)} AND a.code = ANY({Bind(areas.Codes.ToArray())}))
                    """);
                break;
            case Place.InPolygon polygon:
                Add($"ST_Covers(ST_GeomFromEWKB({Bind(GeometryBytes.Write(polygon.Polygon))}), i.geom)");
                break;
            case Place.Near near:
                var (x, y) = jurisdiction.Projection.ToMetres(near.Longitude, near.Latitude);
                Add($"(i.x - {Bind(x)})^2 + (i.y - {Bind(y)})^2 <= {Bind(near.Metres)}^2");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(place), place, "Unknown kind of place.");
        }
    }
}
