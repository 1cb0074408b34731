namespace GeoCrime.GraphQL.Execution;

/// <summary>Marks in the result of settling.</summary>
internal static class Settled
{
    /// <summary>The value failed or was null where null is not allowed; its nearest nullable parent becomes null.</summary>
    public static readonly object Failed = new();

    /// <summary>A slot whose property is read again when it is written.</summary>
    public static readonly object ReadAgain = new();
}

/// <summary>An object some of whose fields were resolved or nulled.</summary>
/// <param name="slots">One for each field of the plan.</param>
internal sealed class SettledObject(SelectionPlan plan, object source, object?[] slots)
{
    public SelectionPlan Plan { get; } = plan;

    public object Source { get; } = source;

    public object?[] Slots { get; } = slots;
}

/// <summary>A list some of whose items are settled stand-ins, or null where they failed.</summary>
internal sealed class SettledList(object?[] items)
{
    public object?[] Items { get; } = items;
}
