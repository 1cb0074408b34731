using System.Text.Json;

namespace GeoCrime.EndToEnd.Tests.Serving;

/// <summary>What a server says of the sample city's data: version, totals, quality, and counts by offence, year and precinct.</summary>
/// <param name="Answer">The API's answer, for comparison as a whole.</param>
internal sealed record Figures(string Answer)
{
    private const string Fields =
        """
        dataset { version incidents located from to completeThrough quality { rows accepted quarantined duplicates unlocated reasons { reason rows } } }
        offenceCategories { code incidents }
        years: counts(by: [YEAR]) { keys incidents }
        precincts: counts(by: [AREA], areaKind: "precinct") { keys incidents }
        """;

    public int Incidents => Dataset.GetProperty("incidents").GetInt32();

    public static async Task<Figures> OfAsync(Server server) => new((await server.Api.SampleAsync(Fields)).ToString());

    /// <summary>A figure of the data's quality: rows, accepted, quarantined, duplicates or unlocated.</summary>
    public int Quality(string name) => Dataset.GetProperty("quality").GetProperty(name).GetInt32();

    /// <summary>Incidents over all rows of a count: years or precincts.</summary>
    public int Sum(string counts) => JsonElement.Parse(Answer).GetProperty(counts).EnumerateArray().Sum(row => row.GetProperty("incidents").GetInt32());

    private JsonElement Dataset => JsonElement.Parse(Answer).GetProperty("dataset");
}
