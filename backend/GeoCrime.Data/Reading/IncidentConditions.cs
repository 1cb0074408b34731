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
        Add("i.jurisdiction_id = {0}", jurisdiction.Id);
        if (filter.From is { } from)
        {
            Add("i.occurred_local >= {0}", from.ToDateTime(TimeOnly.MinValue));
            Add("i.local_year >= {0}", (short)from.Year);
        }
        if (filter.To is { } to)
        {
            Add("i.occurred_local < {0}", to.ToDateTime(TimeOnly.MinValue));
            Add("i.local_year <= {0}", (short)to.Year);
        }
        if (filter.Categories is { } categories)
            Add("c.code = ANY({0})", categories.ToArray());
        if (filter.Hours is { } hours)
            Add("extract(hour FROM i.occurred_local)::integer = ANY({0})", hours.ToArray());
        if (filter.Weekdays is { } weekdays)
            Add("extract(dow FROM i.occurred_local)::integer = ANY({0})", weekdays.Select(day => (int)day).ToArray());
        if (filter.MinSeverity is { } severity)
            Add("c.severity >= {0}", severity);
        AddPlace(filter.Where, jurisdiction);
    }

    public string Text => string.Join(" AND ", conditions);

    public IReadOnlyList<NpgsqlParameter> Parameters => parameters;

    /// <summary>Adds one more condition; {0} stands for the value, which is bound.</summary>
    public void Add(string condition, object value)
    {
        parameters.Add(new NpgsqlParameter { Value = value });
        conditions.Add(condition.Replace("{0}", $"${parameters.Count}", StringComparison.Ordinal));
    }

    private void AddPlace(Place? place, Jurisdiction jurisdiction)
    {
        switch (place)
        {
            case null:
                break;
            case Place.InAreas areas:
                Add("""
                    i.area_ids && ARRAY(SELECT a.id FROM geocrime.area a JOIN geocrime.area_set s ON s.id = a.area_set_id
                    WHERE s.current AND s.jurisdiction_id = i.jurisdiction_id AND s.kind || ':' || a.code = ANY({0}))
                    """, areas.Codes.Select(code => $"{areas.Kind}:{code}").ToArray());
                break;
            case Place.InPolygon polygon:
                Add("ST_Covers(ST_GeomFromEWKB({0}), i.geom)", GeometryBytes.Write(polygon.Polygon));
                break;
            case Place.Near near:
                var (x, y) = jurisdiction.Projection.ToMetres(near.Longitude, near.Latitude);
                Add("(i.x - ({0}::float8[])[1])^2 + (i.y - ({0}::float8[])[2])^2 <= ({0}::float8[])[3]^2", new[] { x, y, near.Metres });
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(place), place, "Unknown kind of place.");
        }
    }
}
