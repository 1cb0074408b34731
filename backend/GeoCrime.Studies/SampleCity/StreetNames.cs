namespace GeoCrime.Studies.SampleCity;

/// <summary>Hands out street names: one a lattice line, never the same twice, until the words run out.</summary>
internal sealed class StreetNames
{
    private static readonly string[] Stems =
    [
        "Acorn", "Alder", "Amber", "Anchor", "Arbour", "Ash", "Aspen", "Aster", "Avocet", "Beacon", "Beech", "Birch", "Bluebell",
        "Bramble", "Brook", "Buoy", "Cable", "Canvas", "Capstan", "Carver", "Cedar", "Chandler", "Chapel", "Cherry", "Chestnut",
        "Clover", "Cobalt", "Compass", "Cooper", "Copper", "Coral", "Cove", "Crane", "Curlew", "Cutter", "Cypress", "Dolphin",
        "Dune", "Eider", "Elder", "Elm", "Ember", "Falcon", "Fern", "Finch", "Flint", "Foxglove", "Garnet", "Glass", "Granary",
        "Granite", "Gull", "Harvest", "Hawthorn", "Hazel", "Heather", "Heron", "Holly", "Indigo", "Iris", "Ivy", "Jasper", "Juniper",
        "Keel", "Kestrel", "Kiln", "Lark", "Laurel", "Lavender", "Ledger", "Lilac", "Linden", "Linnet", "Loom", "Magnolia", "Maple",
        "Marble", "Marigold", "Marlin", "Martin", "Mason", "Mast", "Meadow", "Mill", "Mulberry", "Myrtle", "Oak", "Olive", "Opal",
        "Orchid", "Osprey", "Otter", "Pearl", "Pelican", "Pepper", "Petrel", "Pine", "Plover", "Plum", "Poplar", "Poppy", "Primrose",
        "Quarry", "Quartz", "Quince", "Raven", "Reed", "Robin", "Rope", "Rowan", "Rudder", "Rush", "Sable", "Saffron", "Sage", "Sail",
        "Sandpiper", "Schooner", "Sextant", "Shale", "Silver", "Slate", "Sloop", "Sorrel", "Spindle", "Spruce", "Starling", "Stone",
        "Swallow", "Swan", "Sycamore", "Tansy", "Teal", "Tern", "Thistle", "Thyme", "Tide", "Tiller", "Topaz", "Tulip", "Vale",
        "Verbena", "Violet", "Walnut", "Warbler", "Weaver", "Wharf", "Wheel", "Willow", "Windmill", "Wren", "Yarrow", "Yew",
    ];

    private readonly Dictionary<(bool Eastward, int Line), string> names = [];
    private readonly string[][] queues;
    private readonly int[] used = new int[2];

    public StreetNames(SampleRandom random)
    {
        queues = [Combine(["Street", "Lane", "Row", "Close"], random), Combine(["Avenue", "Road", "Way", "Court"], random)];
    }

    /// <summary>The name of a lattice line: streets run eastward, avenues northward.</summary>
    /// <param name="eastward">The line's direction.</param>
    /// <param name="position">Row or column position; equal to 1/60 means the same line.</param>
    public string Of(bool eastward, double position)
    {
        var key = (eastward, (int)Math.Round(position * 60));
        if (names.TryGetValue(key, out var known))
            return known;
        var queue = eastward ? 0 : 1;
        return names[key] = queues[queue][used[queue]++ % queues[queue].Length];
    }

    private static string[] Combine(string[] suffixes, SampleRandom random)
    {
        var names = new List<string>();
        foreach (var suffix in suffixes)
        {
            var stems = (string[])Stems.Clone();
            random.Shuffle(stems);
            names.AddRange(stems.Select(stem => $"{stem} {suffix}"));
        }
        return [.. names];
    }
}
