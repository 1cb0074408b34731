using GeoCrime.Analytics.SpaceTime;
using GeoCrime.Domain;
using GeoCrime.Studies.Emerging;
using GeoCrime.Studies.Runs;
using GeoCrime.Studies.SampleCity;
using GeoCrime.Studies.Tests.Hotspots;
using GeoCrime.Studies.Tests.SampleCity;

namespace GeoCrime.Studies.Tests.Emerging;

/// <summary>
/// The planted hot spots show the patterns that were planted. Windows are such that the truth names one pattern: one appears on
/// 12 May 2025, one holds until 1 July 2022 and fades until 30 June 2024, one sets out on 1 February 2024 and moves away.
/// </summary>
public class SampleCityEmergingTests
{
    [Theory]
    [InlineData("appears", "2024-10-01", "2026-01-01", EmergingPattern.ConsecutiveHot)]
    [InlineData("appears", "2022-01-01", "2024-07-01", EmergingPattern.None)]
    [InlineData("fades", "2020-01-01", "2022-07-01", EmergingPattern.PersistentHot)]
    [InlineData("fades", "2021-01-01", "2023-12-01", EmergingPattern.DiminishingHot)]
    [InlineData("fades", "2020-01-01", "2024-07-01", EmergingPattern.HistoricalHot)]
    [InlineData("moves", "2022-01-01", "2024-07-01", EmergingPattern.ConsecutiveHot)]
    [InlineData("moves", "2024-01-01", "2026-01-01", EmergingPattern.None)]
    public async Task The_cell_where_a_spot_starts_has_the_planted_pattern(string code, string from, string to, EmergingPattern pattern)
    {
        var spot = SharedCity.City.Truth.HotSpots.Single(each => each.Code == code);
        var filter = new IncidentFilter(DateOnly.Parse(from), DateOnly.Parse(to), [.. spot.Mix.Select(part => part.Offence)]);
        var result = (await new EmergingStudy(new LiveRuns()).RunAsync(SampleCityColumns.All, new EmergingRequest(filter), AccessPolicy.Local, CancellationToken.None)).Result;
        Assert.Equal(pattern, result.Cells[result.Grid.UnitAt(OceanProjection.OriginEasting + spot.Start.X, OceanProjection.OriginNorthing + spot.Start.Y)].Pattern);
    }
}
