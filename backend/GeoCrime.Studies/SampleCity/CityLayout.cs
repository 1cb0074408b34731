namespace GeoCrime.Studies.SampleCity;

/// <summary>The ground: streets, areas and anchors.</summary>
/// <param name="Streets">Centre lines, the widest first.</param>
/// <param name="Precincts">The 24 precincts in code order; they tile the city.</param>
/// <param name="Districts">The four districts in code order; each is whole precincts.</param>
/// <param name="Landscape">Parks and the river.</param>
/// <param name="Anchors">Where incidents can be, ordered by precinct.</param>
public sealed record CityLayout(Street[] Streets, CityArea[] Precincts, CityArea[] Districts, LandscapeFeature[] Landscape, Anchor[] Anchors)
{
    internal static CityLayout Build(CityWarp warp, int seed)
    {
        var random = new SampleRandom(seed, 2);
        var names = new StreetNames(random);
        var blocks = new Superblock?[CityWarp.Columns, CityWarp.Rows];
        var patterns = new Dictionary<Superblock, StreetPattern>();
        for (var row = 0; row < CityWarp.Rows; row++)
            for (var column = 0; column < CityWarp.Columns; column++)
            {
                if (PrecinctPlan.PrecinctAt(column, row) < 0)
                    continue;
                var block = blocks[column, row] = new Superblock(warp, column, row, random);
                patterns.Add(block, new StreetPattern(block, random));
            }

        var streets = StreetNetwork.Draw(warp, blocks, patterns, names);
        var anchors = patterns.SelectMany(p => AnchorPlacement.Place(p.Key, p.Value, names)).OrderBy(a => a.Precinct).ToArray();
        var precincts = PrecinctPlan.Precincts.Select((p, i) => Precinct(warp, i, p, random)).ToArray();
        var districts = PrecinctPlan.Districts.Select((d, i) => District(warp, i, d.Code, d.Name, precincts)).ToArray();
        var parks = patterns.Keys.Where(b => b.IsPark).Select(LandscapeFeature.Park);
        return new CityLayout(streets, precincts, districts, [LandscapeFeature.River(warp), .. parks], anchors);
    }

    private static CityArea Precinct(CityWarp warp, int index, PrecinctCharacter character, SampleRandom random)
    {
        var ring = AreaOutlines.Trace(warp, (column, row) => PrecinctPlan.PrecinctAt(column, row) == index);
        var area = SquareKilometres(ring);
        var population = (int)Math.Round(area * character.Density * random.Between(0.95, 1.05));
        return new CityArea($"P{index + 1:00}", character.Name, PrecinctPlan.Districts[character.District].Code, population, area, ring);
    }

    private static CityArea District(CityWarp warp, int index, string code, string name, CityArea[] precincts)
    {
        var ring = AreaOutlines.Trace(warp, (column, row) => PrecinctPlan.DistrictAt(column, row) == index);
        return new CityArea(code, name, code, precincts.Where(p => p.District == code).Sum(p => p.Population), SquareKilometres(ring), ring);
    }

    // The shoelace formula.
    private static double SquareKilometres(PlanePoint[] ring)
    {
        var twice = 0.0;
        for (var i = 1; i < ring.Length; i++)
            twice += ring[i - 1].X * ring[i].Y - ring[i].X * ring[i - 1].Y;
        return twice / 2e6;
    }
}
