namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>Pairs that were compared. A comparison of parents that may coincide answers the weaker question of exclusive ones too.</summary>
internal sealed class ComparedPairs<TLeft, TRight>
{
    private readonly Dictionary<(TLeft, TRight), bool> _exclusive = [];

    public bool Has(TLeft left, TRight right, bool exclusive) =>
        _exclusive.TryGetValue((left, right), out var known) && (exclusive || !known);

    /// <returns>Whether the pair still has to be compared.</returns>
    public bool Add(TLeft left, TRight right, bool exclusive)
    {
        if (Has(left, right, exclusive))
            return false;
        _exclusive[(left, right)] = exclusive;
        return true;
    }
}
