using GeoCrime.Domain;

namespace GeoCrime.Data.Columns;

/// <summary>Grows the arrays of one chunk row by row.</summary>
internal sealed class ChunkBuilder
{
    private readonly short[][] area;
    private int[] x = new int[1024];
    private int[] y = new int[1024];
    private int[] day = new int[1024];
    private byte[] hour = new byte[1024];
    private short[] category = new short[1024];
    private int[] reported = new int[1024];
    private int count;

    public ChunkBuilder(int kinds) => area = [.. Enumerable.Range(0, kinds).Select(_ => new short[1024])];

    /// <summary>Adds a row that lies in no area yet. A row with one coordinate missing is unlocated.</summary>
    public void Add(int x, int y, int day, byte hour, short category, int reported)
    {
        if (count == this.x.Length)
            Grow(count * 2);
        var located = x != IncidentChunk.Unlocated && y != IncidentChunk.Unlocated;
        this.x[count] = located ? x : IncidentChunk.Unlocated;
        this.y[count] = located ? y : IncidentChunk.Unlocated;
        this.day[count] = day;
        this.hour[count] = hour;
        this.category[count] = category;
        this.reported[count] = reported;
        foreach (var column in area)
            column[count] = -1;
        count++;
    }

    /// <summary>Puts the row added last into an area.</summary>
    public void SetArea(int kind, short index) => area[kind][count - 1] = index;

    public IncidentChunk Build(int year, long version)
    {
        Grow(count);
        return new IncidentChunk(year, version, x, y, day, hour, category, area, reported);
    }

    private void Grow(int length)
    {
        Array.Resize(ref x, length);
        Array.Resize(ref y, length);
        Array.Resize(ref day, length);
        Array.Resize(ref hour, length);
        Array.Resize(ref category, length);
        Array.Resize(ref reported, length);
        for (var kind = 0; kind < area.Length; kind++)
            Array.Resize(ref area[kind], length);
    }
}
