using GeoCrime.Studies.SampleCity;

namespace GeoCrime.Studies.Tests.SampleCity;

public class PlantedHotSpotTests
{
    private static readonly PlantedHotSpot Fading = new(
        "fades", "Test", new(0, 0), new(100, 200), 300, new(2020, 1, 1), new(2020, 1, 6), new(2020, 1, 11), 6, [("burglary", 1)]);

    [Theory]
    [InlineData("2019-12-31", 0)]
    [InlineData("2020-01-01", 6)]
    [InlineData("2020-01-05", 6)]
    [InlineData("2020-01-06", 6)]
    [InlineData("2020-01-09", 3)]
    [InlineData("2020-01-11", 1)]
    [InlineData("2020-01-12", 0)]
    public void The_rate_holds_then_falls_in_a_straight_line(string day, double rate) =>
        Assert.Equal(rate, Fading.RateOn(DateOnly.Parse(day)), 1e-12);

    [Fact]
    public void The_centre_walks_from_start_to_end()
    {
        Assert.Equal(new PlanePoint(0, 0), Fading.CentreOn(new(2020, 1, 1)));
        Assert.Equal(new PlanePoint(50, 100), Fading.CentreOn(new(2020, 1, 6)));
        Assert.Equal(new PlanePoint(100, 200), Fading.CentreOn(new(2020, 1, 11)));
    }

    [Theory]
    [InlineData("appears")]
    [InlineData("moves")]
    [InlineData("fades")]
    public void Its_circle_is_far_denser_inside_its_span_than_without_it(string code)
    {
        var spot = SharedCity.City.Truth.HotSpots.Single(h => h.Code == code);
        var offences = spot.Mix.Select(m => m.Offence).ToHashSet();
        int inSpan = 0, planted = 0;
        foreach (var (row, anchor) in SharedCity.Located())
        {
            var day = DateOnly.FromDateTime(row.OccurredFrom);
            // A fading spot counts while it burns at full rate.
            if (!offences.Contains(row.Offence) || day < spot.First || day > spot.Last || day >= spot.FadesFrom)
                continue;
            if (anchor.Point.DistanceTo(spot.CentreOn(day)) > spot.RadiusMetres)
                continue;
            inSpan++;
            if (row.Origin == code)
                planted++;
        }
        Assert.True(inSpan > 2 * (inSpan - planted), $"{inSpan} incidents of which {planted} were planted");
    }

    [Fact]
    public void The_one_that_appears_is_not_there_before()
    {
        var spot = SharedCity.City.Truth.HotSpots.Single(h => h.Code == "appears");
        double PerDay(DateOnly from, DateOnly to) => CountInside(spot, spot.Start, from, to) / (to.DayNumber - from.DayNumber);
        var before = PerDay(new(2023, 1, 1), spot.First);
        var during = PerDay(spot.First, spot.Last);
        // The last weeks lack late reports, so a little less than the planted rate shows.
        Assert.InRange(during - before, 0.75 * spot.PerDay, 1.25 * spot.PerDay);
    }

    [Fact]
    public void The_one_that_fades_is_gone_after()
    {
        var spot = SharedCity.City.Truth.HotSpots.Single(h => h.Code == "fades");
        double PerDay(DateOnly from, DateOnly to) => CountInside(spot, spot.Start, from, to) / (to.DayNumber - from.DayNumber);
        Assert.InRange(PerDay(spot.First, spot.FadesFrom) - PerDay(spot.Last.AddDays(1), new(2026, 1, 1)), 0.8 * spot.PerDay, 1.2 * spot.PerDay);
    }

    [Fact]
    public void The_one_that_moves_leaves_its_start_and_reaches_its_end()
    {
        var spot = SharedCity.City.Truth.HotSpots.Single(h => h.Code == "moves");
        DateOnly early = spot.First.AddDays(90), late = spot.Last.AddDays(-90);
        Assert.True(CountInside(spot, spot.Start, spot.First, early) > 2 * CountInside(spot, spot.Start, late, spot.Last));
        Assert.True(CountInside(spot, spot.End, late, spot.Last) > 1.5 * CountInside(spot, spot.End, spot.First, early));
    }

    [Fact]
    public void Planted_incidents_lie_inside_their_circle_and_span()
    {
        foreach (var spot in SharedCity.City.Truth.HotSpots)
            foreach (var (row, anchor) in SharedCity.Located().Where(r => r.Row.Origin == spot.Code))
            {
                var day = DateOnly.FromDateTime(row.OccurredFrom);
                Assert.InRange(day, spot.First, spot.Last);
                Assert.InRange(anchor.Point.DistanceTo(spot.CentreOn(day)), 0, spot.RadiusMetres);
            }
    }

    private static double CountInside(PlantedHotSpot spot, PlanePoint centre, DateOnly from, DateOnly to)
    {
        var offences = spot.Mix.Select(m => m.Offence).ToHashSet();
        return SharedCity.Located().Count(r =>
            offences.Contains(r.Row.Offence) && r.Anchor.Point.DistanceTo(centre) <= spot.RadiusMetres
            && DateOnly.FromDateTime(r.Row.OccurredFrom) >= from && DateOnly.FromDateTime(r.Row.OccurredFrom) < to);
    }
}
