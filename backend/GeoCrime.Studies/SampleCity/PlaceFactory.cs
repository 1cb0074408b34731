namespace GeoCrime.Studies.SampleCity;

/// <summary>Puts bars, shops, stops, schools, hospitals and a stadium beside anchors.</summary>
internal sealed class PlaceFactory
{
    private static readonly string[] Colours =
        ["Blue", "Copper", "Golden", "Green", "Grey", "Red", "Silver", "White", "Old", "Little", "Quiet", "Merry"];
    private static readonly string[] Signs =
        ["Anchor", "Barrel", "Bell", "Compass", "Crane", "Dolphin", "Fox", "Gull", "Heron", "Lantern", "Otter", "Swan"];

    private readonly List<SamplePlace> places = [];
    private readonly SampleRandom random;

    private PlaceFactory(SampleRandom random) => this.random = random;

    /// <summary>All places, precinct by precinct, then the stadium.</summary>
    /// <param name="layout">The ground.</param>
    /// <param name="stadium">Where the stadium stands; the nearest anchor's precinct holds it.</param>
    /// <param name="random">A stream of its own.</param>
    public static SamplePlace[] Build(CityLayout layout, PlanePoint stadium, SampleRandom random)
    {
        var factory = new PlaceFactory(random);
        for (var precinct = 0; precinct < layout.Precincts.Length; precinct++)
        {
            var character = PrecinctPlan.Precincts[precinct];
            var arterials = layout.Anchors.Where(a => a.Precinct == precinct && a.IsArterial).ToArray();
            var corners = arterials.Where(a => a.IsIntersection).ToArray();
            var faces = layout.Anchors.Where(a => a.Precinct == precinct && !a.IsIntersection).ToArray();
            factory.Add("bar", (int)Math.Round(9 * character.Nightlife), arterials, _ => factory.BarName());
            factory.Add("shop", (int)Math.Round(9 * character.Retail), arterials,
                a => $"{StreetOf(a)} {factory.Pick("Market", "Stores", "Pharmacy", "Arcade")}");
            factory.Add("transit-stop", 3 + (int)layout.Precincts[precinct].SquareKilometres, corners, a => a.Address);
            factory.Add("school", 1 + layout.Precincts[precinct].Population / 8000, faces, a => $"{StreetOf(a)} School");
            if (precinct is 6 or 14)
                factory.Add("hospital", 1, arterials, _ => $"{character.Name} Hospital");
        }
        var nearest = layout.Anchors.MinBy(a => a.Point.DistanceTo(stadium))!;
        factory.places.Add(new SamplePlace("stadium-1", "Meridian Stadium", "stadium", stadium, nearest.Precinct));
        return [.. factory.places];
    }

    private void Add(string category, int count, Anchor[] candidates, Func<Anchor, string> name)
    {
        for (var i = 0; i < count; i++)
        {
            var anchor = candidates[random.Next(candidates.Length)];
            var point = new PlanePoint(
                Math.Round(anchor.Point.X + random.Between(-5, 5), 3), Math.Round(anchor.Point.Y + random.Between(-5, 5), 3));
            var number = places.Count(p => p.Category == category) + 1;
            places.Add(new SamplePlace($"{category}-{number}", name(anchor), category, point, anchor.Precinct));
        }
    }

    private string BarName() => $"The {Colours[random.Next(Colours.Length)]} {Signs[random.Next(Signs.Length)]}";

    private string Pick(params string[] words) => words[random.Next(words.Length)];

    private static string StreetOf(Anchor anchor)
    {
        var address = anchor.IsIntersection ? anchor.Address[..anchor.Address.IndexOf(" & ", StringComparison.Ordinal)] : anchor.Address;
        var block = address.IndexOf(" block ", StringComparison.Ordinal);
        return block < 0 ? address : address[(block + 7)..];
    }
}
