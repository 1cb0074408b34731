namespace GeoCrime.Studies.SampleCity;

/// <summary>Makes the sample city: the same seed gives the same city to the last digit on every machine.</summary>
public static class SampleCityGenerator
{
    /// <summary>Draws city and incidents; about 250,000 rows in about a second.</summary>
    /// <param name="seed">Any number; the plan of precincts is the same for all, its lines, names and incidents are not.</param>
    public static City Generate(int seed)
    {
        var warp = new CityWarp(new SampleRandom(seed, 1));
        var layout = CityLayout.Build(warp, seed);
        var places = PlaceFactory.Build(layout, warp.ToPlane(12.6, 3.5), new SampleRandom(seed, 3));
        var index = new AnchorIndex(layout.Anchors);
        var weights = new AnchorWeights(layout, places, index, new SampleRandom(seed, 4));
        var hotSpots = PlantedHotSpot.Plant(warp);

        var simulation = EventSimulation.Run(layout, index, weights, hotSpots, seed);
        var clean = new ReportingProcess(layout, new SampleRandom(seed, 7)).Report(simulation.Events);
        var (rows, dirt) = FileDirt.Spoil(clean, layout, new SampleRandom(seed, 8));
        var truth = new CityTruth(
            OffenceTable.All, simulation.ExpectedCounts, hotSpots, NearRepeatRule.Planted, SampleHolidays.All,
            simulation.Events.Count - clean.Count, dirt);
        return new City(seed, layout, places, rows, truth);
    }
}
