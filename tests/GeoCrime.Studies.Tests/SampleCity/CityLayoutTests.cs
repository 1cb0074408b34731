using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Studies.SampleCity;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;

namespace GeoCrime.Studies.Tests.SampleCity;

public class CityLayoutTests
{
    private static CityLayout Layout => SharedCity.City.Layout;

    [Fact]
    public void There_are_24_precincts_in_4_districts_with_unique_codes_and_names()
    {
        Assert.Equal(Enumerable.Range(1, 24).Select(n => $"P{n:00}"), Layout.Precincts.Select(p => p.Code));
        Assert.Equal(24, Layout.Precincts.Select(p => p.Name).Distinct().Count());
        Assert.Equal(["D1", "D2", "D3", "D4"], Layout.Districts.Select(d => d.Code));
        Assert.All(Layout.Districts, d => Assert.Equal(d.Population, Layout.Precincts.Where(p => p.District == d.Code).Sum(p => p.Population)));
    }

    [Fact]
    public void The_city_is_about_14_by_11_kilometres()
    {
        var bounds = new Envelope(Layout.Precincts.SelectMany(p => p.Ring).Select(p => new Coordinate(p.X, p.Y)));
        Assert.InRange(bounds.Width, 12_500, 15_500);
        Assert.InRange(bounds.Height, 9_500, 12_500);
    }

    [Fact]
    public void Precincts_tile_the_city_without_gap_or_overlap()
    {
        var precincts = Layout.Precincts.Select(p => SharedCity.Polygon(p.Ring)).ToArray();
        Assert.All(precincts, p => Assert.True(p.IsValid));
        for (var a = 0; a < precincts.Length; a++)
            for (var b = 0; b < a; b++)
                Assert.False(precincts[a].Relate(precincts[b], "T********"), $"{Layout.Precincts[a].Code} overlaps {Layout.Precincts[b].Code}");

        var city = Assert.IsType<Polygon>(UnaryUnionOp.Union(precincts));
        Assert.Empty(city.Holes);
        // Square metres; the sum of 24 shoelace sums of 1e7 each rounds at 1e-8.
        Assert.Equal(city.Area, precincts.Sum(p => p.Area), 1e-3);
        Assert.Equal(city.Area / 1e6, Layout.Precincts.Sum(p => p.SquareKilometres), 1e-6);
    }

    [Fact]
    public void A_district_is_the_union_of_its_precincts()
    {
        foreach (var district in Layout.Districts)
        {
            var union = UnaryUnionOp.Union(Layout.Precincts.Where(p => p.District == district.Code).Select(p => (Geometry)SharedCity.Polygon(p.Ring)));
            Assert.True(union.EqualsTopologically(SharedCity.Polygon(district.Ring)), district.Name);
        }
    }

    [Fact]
    public void Precinct_borders_follow_streets()
    {
        var streets = Layout.Streets.Where(s => s.Class != "residential").SelectMany(s => s.Line).ToHashSet();
        var vertices = Layout.Precincts.SelectMany(p => p.Ring.Skip(1)).ToArray();
        var shared = vertices.GroupBy(v => v).Where(g => g.Count() > 1).Select(g => g.Key).ToArray();
        // What is left runs down the middle of the river.
        Assert.InRange(shared.Count(streets.Contains) / (double)shared.Length, 0.80, 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(-77)]
    public void Every_anchor_lies_inside_the_precinct_it_names(int seed)
    {
        var layout = CityLayout.Build(new CityWarp(new SampleRandom(seed, 1)), seed);
        foreach (var group in layout.Anchors.GroupBy(a => a.Precinct))
        {
            var locator = new IndexedPointInAreaLocator(SharedCity.Polygon(layout.Precincts[group.Key].Ring));
            Assert.DoesNotContain(group, a => locator.Locate(new Coordinate(a.Point.X, a.Point.Y)) != Location.Interior);
        }
    }

    [Fact]
    public void Streets_are_named_classed_and_stay_near_the_city()
    {
        Assert.All(Layout.Streets, s => Assert.Contains(s.Class, new[] { "motorway", "primary", "secondary", "residential" }));
        Assert.All(Layout.Streets, s => Assert.True(s.Line.Length > 1 && s.Name.Contains(' ', StringComparison.Ordinal)));
        var city = new IndexedPointInAreaLocator(UnaryUnionOp.Union(Layout.Precincts.Select(p => (Geometry)SharedCity.Polygon(p.Ring).Buffer(5))));
        Assert.DoesNotContain(Layout.Streets.SelectMany(s => s.Line), p => city.Locate(new Coordinate(p.X, p.Y)) != Location.Interior);
    }

    [Fact]
    public void No_seed_folds_the_lattice() => Prop.ForAll(Gen.Choose(int.MinValue, int.MaxValue).ToArbitrary(), seed =>
    {
        var warp = new CityWarp(new SampleRandom(seed, 1));
        const double step = 0.25;
        for (var u = 0.0; u < CityWarp.Columns; u += step)
            for (var v = 0.0; v < CityWarp.Rows; v += step)
            {
                PlanePoint a = warp.ToPlane(u, v), b = warp.ToPlane(u + step, v), c = warp.ToPlane(u, v + step);
                if ((b.X - a.X) * (c.Y - a.Y) - (c.X - a.X) * (b.Y - a.Y) <= 0)
                    return false;
            }
        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void Parks_and_river_are_valid_and_hold_no_incident()
    {
        var landscape = Layout.Landscape.Select(f => SharedCity.Polygon(f.Ring)).ToArray();
        Assert.All(landscape, p => Assert.True(p.IsValid));
        var locators = landscape.Select(p => new IndexedPointInAreaLocator(p.Buffer(-15))).ToArray();
        Assert.DoesNotContain(Layout.Anchors, a => locators.Any(l => l.Locate(new Coordinate(a.Point.X, a.Point.Y)) == Location.Interior));
    }
}
