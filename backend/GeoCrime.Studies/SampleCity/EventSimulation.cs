namespace GeoCrime.Studies.SampleCity;

/// <summary>Draws what happened: background, then contagion, then planted hot spots.</summary>
/// <remarks>
/// Background counts are Poisson by day, offence and precinct, with one common lognormal factor a day (weather, chance)
/// of mean 1. Contagion is a branching process: background burglaries are thinned so that the total keeps its expectation.
/// </remarks>
internal sealed class EventSimulation
{
    /// <summary>Standard deviation of the logarithm of the common daily factor.</summary>
    public const double DailySpread = 0.06;

    private readonly CityLayout layout;
    private readonly AnchorIndex index;
    private readonly AnchorWeights weights;
    private readonly OffenceCalendar[] calendars = [.. OffenceTable.All.Select(o => new OffenceCalendar(o))];
    private readonly List<DrawnEvent> events = [];

    private EventSimulation(CityLayout layout, AnchorIndex index, AnchorWeights weights)
    {
        (this.layout, this.index, this.weights) = (layout, index, weights);
        ExpectedCounts = new double[OffenceTable.All.Length, layout.Precincts.Length];
    }

    /// <summary>Expected incidents over the period by offence and precinct, all sources together.</summary>
    public double[,] ExpectedCounts { get; }

    /// <summary>All events, in the order in which they were drawn.</summary>
    public IReadOnlyList<DrawnEvent> Events => events;

    /// <summary>Runs the whole period.</summary>
    public static EventSimulation Run(CityLayout layout, AnchorIndex index, AnchorWeights weights, PlantedHotSpot[] hotSpots, int seed)
    {
        var simulation = new EventSimulation(layout, index, weights);
        simulation.DrawBackground(new SampleRandom(seed, 5));
        simulation.DrawNearRepeats(NearRepeatRule.Planted, new SampleRandom(seed, 6));
        for (var i = 0; i < hotSpots.Length; i++)
            simulation.DrawHotSpot(hotSpots[i], new SampleRandom(seed, 10 + i));
        return simulation;
    }

    private void DrawBackground(SampleRandom random)
    {
        var contagious = OffenceTable.IndexOf(NearRepeatRule.Planted.Offence);
        for (var day = 0; day < SamplePeriod.Days; day++)
        {
            var common = PortableMath.Exp(DailySpread * random.Normal() - DailySpread * DailySpread / 2);
            for (var precinct = 0; precinct < layout.Precincts.Length; precinct++)
            {
                var drift = PortableMath.Exp(PrecinctPlan.Precincts[precinct].YearlyDrift * (day - SamplePeriod.Days / 2.0) / 365.25);
                for (var offence = 0; offence < calendars.Length; offence++)
                {
                    var place = OffenceTable.All[offence].Place;
                    var expected = calendars[offence].Expected(day) * weights.Share(place, precinct) * drift;
                    ExpectedCounts[offence, precinct] += expected;
                    var thinned = offence == contagious ? expected * (1 - NearRepeatRule.Planted.ExpectedOffspring) : expected;
                    for (var n = random.Poisson(thinned * common); n > 0; n--)
                        Add(day, offence, weights.Draw(place, precinct, random), "background", random);
                }
            }
        }
    }

    private void DrawNearRepeats(NearRepeatRule rule, SampleRandom random)
    {
        var offence = OffenceTable.IndexOf(rule.Offence);
        // Offspring are appended and so take their turn as parents.
        for (var i = 0; i < events.Count; i++)
        {
            var parent = events[i];
            if (parent.Offence != offence)
                continue;
            for (var n = random.Poisson(rule.ExpectedOffspring); n > 0; n--)
            {
                double lag;
                do
                    lag = random.Exponential(rule.MeanLagDays);
                while (lag > rule.Days);
                var near = index.Within(layout.Anchors[parent.Anchor].Point, rule.RadiusMetres);
                var anchor = near[random.Draw(Cumulative.Of([.. near.Select(a => 1 - a.Metres / (1.25 * rule.RadiusMetres))]))].Anchor;
                var day = parent.Day + Math.Max(1, (int)Math.Ceiling(lag));
                if (day < SamplePeriod.Days)
                    Add(day, offence, anchor, "near-repeat", random);
            }
        }
    }

    private void DrawHotSpot(PlantedHotSpot spot, SampleRandom random)
    {
        var offences = spot.Mix.Select(m => OffenceTable.IndexOf(m.Offence)).ToArray();
        var mix = Cumulative.Of([.. spot.Mix.Select(m => m.Share)]);
        for (var date = spot.First; date <= spot.Last; date = date.AddDays(1))
        {
            var centre = spot.CentreOn(date);
            var near = index.Within(centre, spot.RadiusMetres);
            var weights = near.Select(a => 1 - a.Metres / spot.RadiusMetres * (a.Metres / spot.RadiusMetres)).ToArray();
            var cumulative = Cumulative.Of(weights);
            var rate = spot.RateOn(date);
            for (var i = 0; i < near.Count; i++)
                for (var m = 0; m < offences.Length; m++)
                    ExpectedCounts[offences[m], layout.Anchors[near[i].Anchor].Precinct] +=
                        rate * spot.Mix[m].Share * weights[i] / cumulative[^1];
            for (var n = random.Poisson(rate); n > 0; n--)
                Add(SamplePeriod.Day(date), offences[random.Draw(mix)], near[random.Draw(cumulative)].Anchor, spot.Code, random);
        }
    }

    private void Add(int day, int offence, int anchor, string origin, SampleRandom random) =>
        events.Add(new DrawnEvent(day, calendars[offence].DrawHour(day, random), offence, anchor, origin));
}
