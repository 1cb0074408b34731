using System.Text.Json;
using System.Text.Json.Serialization;

namespace GeoCrime.Studies.SampleCity;

/// <summary>truth.json: what was planted, and how much of each defect the files hold.</summary>
internal sealed class TruthJson(Utf8JsonWriter json, City city)
{
    private static readonly JsonSerializerOptions CamelCase = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <param name="stream">Left open.</param>
    /// <param name="city">The city.</param>
    /// <param name="incidentsSha256">Hash of the incident file before compression, hexadecimal.</param>
    public static void Write(Stream stream, City city, string incidentsSha256)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        new TruthJson(json, city).WriteAll(incidentsSha256);
    }

    private void WriteAll(string incidentsSha256)
    {
        json.WriteStartObject();
        json.WriteBoolean("synthetic", true);
        json.WriteString("note", "A made-up city with made-up incidents. Nothing here describes a real place or person.");
        json.WriteNumber("seed", city.Seed);
        json.WriteString("code", City.Code);
        json.WriteString("name", City.Name);
        json.WriteString("timeZone", City.TimeZone);
        json.WriteNumber("metricEpsg", OceanProjection.Epsg);
        json.WriteString("firstDay", $"{SamplePeriod.First:yyyy-MM-dd}");
        json.WriteString("lastDay", $"{SamplePeriod.Last:yyyy-MM-dd}");
        json.WriteNumber("rows", city.Incidents.Length);
        json.WriteString("incidentsCsvSha256", incidentsSha256);
        Value("offences", city.Truth.Offences);
        json.WriteNumber("dailySpread", EventSimulation.DailySpread);
        WritePrecincts();
        WriteHotSpots();
        Value("nearRepeats", city.Truth.NearRepeats);
        Value("holidays", city.Truth.Holidays);
        WriteReporting();
        Value("dirt", city.Truth.Dirt);
        json.WriteEndObject();
    }

    private void WritePrecincts()
    {
        json.WriteStartArray("precincts");
        for (var p = 0; p < city.Layout.Precincts.Length; p++)
        {
            var area = city.Layout.Precincts[p];
            json.WriteStartObject();
            json.WriteString("code", area.Code);
            json.WriteString("district", area.District);
            json.WriteNumber("population", area.Population);
            json.WriteNumber("yearlyDrift", PrecinctPlan.Precincts[p].YearlyDrift);
            json.WriteStartObject("expectedIncidents");
            var total = 0.0;
            for (var o = 0; o < city.Truth.Offences.Length; o++)
            {
                total += city.Truth.ExpectedCounts[o, p];
                json.WriteNumber(city.Truth.Offences[o].Code, Math.Round(city.Truth.ExpectedCounts[o, p], 2));
            }
            json.WriteNumber("total", Math.Round(total, 2));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteHotSpots()
    {
        json.WriteStartArray("hotSpots");
        foreach (var spot in city.Truth.HotSpots)
        {
            json.WriteStartObject();
            json.WriteString("code", spot.Code);
            json.WriteString("name", spot.Name);
            WritePosition("start", spot.Start);
            WritePosition("end", spot.End);
            json.WriteNumber("radiusMetres", spot.RadiusMetres);
            json.WriteString("first", $"{spot.First:yyyy-MM-dd}");
            json.WriteString("fadesFrom", spot.FadesFrom > spot.Last ? null : $"{spot.FadesFrom:yyyy-MM-dd}");
            json.WriteString("last", $"{spot.Last:yyyy-MM-dd}");
            json.WriteNumber("incidentsPerDay", spot.PerDay);
            json.WriteStartObject("mix");
            foreach (var (offence, share) in spot.Mix)
                json.WriteNumber(offence, share);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WritePosition(string name, PlanePoint point)
    {
        var (longitude, latitude) = OceanProjection.ToDegrees(point);
        json.WriteStartObject(name);
        json.WriteNumber("longitude", longitude);
        json.WriteNumber("latitude", latitude);
        json.WriteNumber("easting", Math.Round(OceanProjection.OriginEasting + point.X, 3));
        json.WriteNumber("northing", Math.Round(OceanProjection.OriginNorthing + point.Y, 3));
        json.WriteEndObject();
    }

    private void WriteReporting()
    {
        json.WriteStartObject("reporting");
        json.WriteStartArray("delayMixture");
        foreach (var (share, days) in ReportingProcess.Delays)
        {
            json.WriteStartObject();
            json.WriteNumber("share", share);
            json.WriteNumber("meanDays", days);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("notYetReported", city.Truth.NotYetReported);
        json.WriteEndObject();
    }

    private void Value<T>(string name, T value)
    {
        json.WritePropertyName(name);
        JsonSerializer.Serialize(json, value, CamelCase);
    }
}
