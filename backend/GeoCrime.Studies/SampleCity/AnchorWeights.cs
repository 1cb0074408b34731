namespace GeoCrime.Studies.SampleCity;

/// <summary>How each kind of location spreads over precincts, and over the anchors inside one.</summary>
internal sealed class AnchorWeights
{
    private readonly int[] starts;
    private readonly double[][][] cumulative;
    private readonly double[][] shares;

    public AnchorWeights(CityLayout layout, SamplePlace[] places, AnchorIndex index, SampleRandom random)
    {
        var count = layout.Precincts.Length;
        starts = [.. Enumerable.Range(0, count + 1).Select(p => Array.FindIndex(layout.Anchors, a => a.Precinct >= p))];
        starts[count] = layout.Anchors.Length;

        var nearBars = Nearness("bar");
        var nearShops = Nearness("shop");
        // A few addresses collect far more than their neighbours, as in real data.
        var habit = layout.Anchors.Select(_ => random.Normal()).ToArray();
        var kinds = Enum.GetValues<LocationKind>();
        shares = [.. kinds.Select(kind => PrecinctShares(layout.Precincts, kind))];
        cumulative = [.. kinds.Select(kind => Enumerable.Range(0, count)
            .Select(p => Cumulative.Of([.. Enumerable.Range(starts[p], starts[p + 1] - starts[p]).Select(i => Weight(kind, i))])).ToArray())];

        double Weight(LocationKind kind, int i)
        {
            var anchor = layout.Anchors[i];
            var (spread, corner, arterial, bars, shops) = kind switch
            {
                LocationKind.Homes => (0.55, 0.15, 0.8, 0.0, 0.0),
                LocationKind.Nightlife => (0.80, 1.4, 1.5, 6.0, 1.0),
                LocationKind.Shops => (0.80, 0.8, 1.8, 0.5, 7.0),
                LocationKind.Kerb => (0.70, 0.3, 0.9, 1.0, 1.0),
                _ => (0.80, 1.2, 1.6, 1.0, 1.0),
            };
            return PortableMath.Exp(spread * habit[i]) * (anchor.IsIntersection ? corner : 1) * (anchor.IsArterial ? arterial : 1)
                * (1 + bars * nearBars[i] + shops * nearShops[i]);
        }

        double[] Nearness(string category)
        {
            const double reach = 220;
            var nearness = new double[layout.Anchors.Length];
            foreach (var place in places.Where(p => p.Category == category))
                foreach (var (anchor, metres) in index.Within(place.Point, reach))
                    nearness[anchor] += (1 - metres / reach) * (1 - metres / reach);
            return nearness;
        }
    }

    /// <summary>The share of a precinct in all incidents at this kind of location; a kind's shares sum to 1.</summary>
    public double Share(LocationKind kind, int precinct) => shares[(int)kind][precinct];

    /// <summary>An anchor of a precinct, drawn by its weight for this kind of location.</summary>
    public int Draw(LocationKind kind, int precinct, SampleRandom random) =>
        starts[precinct] + random.Draw(cumulative[(int)kind][precinct]);

    private static double[] PrecinctShares(CityArea[] precincts, LocationKind kind)
    {
        // A unit of nightlife or retail brings as many incidents as this many residents.
        const double visitors = 20_000;
        var raw = precincts.Select((area, p) =>
        {
            var character = PrecinctPlan.Precincts[p];
            var (home, night, retail) = kind switch
            {
                LocationKind.Homes => (1.0, 0.0, 0.0),
                LocationKind.Nightlife => (0.45, 0.9, 0.2),
                LocationKind.Shops => (0.35, 0.2, 0.9),
                LocationKind.Kerb => (0.75, 0.3, 0.3),
                _ => (0.65, 0.4, 0.3),
            };
            return character.Level * home * area.Population + visitors * (night * character.Nightlife + retail * character.Retail);
        }).ToArray();
        var total = raw.Sum();
        return [.. raw.Select(weight => weight / total)];
    }
}
