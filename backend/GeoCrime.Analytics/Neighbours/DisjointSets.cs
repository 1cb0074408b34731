namespace GeoCrime.Analytics.Neighbours;

/// <summary>Sets of 0…n−1 that are joined two at a time; near-constant time a step.</summary>
internal sealed class DisjointSets(int count)
{
    private readonly int[] _parent = [.. Enumerable.Range(0, count)];

    /// <summary>The member that stands for the set.</summary>
    public int Find(int member)
    {
        while (_parent[member] != member)
            member = _parent[member] = _parent[_parent[member]];
        return member;
    }

    /// <summary>Joins two sets; the lower of their two standing members stands for both.</summary>
    public void Join(int a, int b)
    {
        a = Find(a);
        b = Find(b);
        _parent[Math.Max(a, b)] = Math.Min(a, b);
    }
}
