using System.Text.Json;
using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Execution;

/// <summary>One response name of a selection: the merged field nodes behind it, its resolver, and its arguments.</summary>
internal sealed class FieldPlan(string responseName, FieldNode[] nodes)
{
    private (ObjectBinding Binding, SelectionPlan Plan)[] _below = [];

    public string ResponseName { get; } = responseName;

    public JsonEncodedText EncodedName { get; } = JsonEncodedText.Encode(responseName);

    /// <summary>All nodes that were merged; the first gives the arguments.</summary>
    public FieldNode[] Nodes { get; } = nodes;

    /// <summary>Null for <c>__typename</c>, which needs no resolver.</summary>
    public BoundField? Bound { get; init; }

    /// <summary>The name of the type that the field belongs to.</summary>
    public required string ParentName { get; init; }

    public object?[] Arguments { get; init; } = [];

    /// <summary>Set where the arguments could not be coerced; each resolution of the field fails with it.</summary>
    public GraphQLError? ArgumentError { get; init; }

    public IReadOnlyList<SourceLocation> Locations => [.. Nodes.Select(node => node.Location)];

    /// <summary>The plan of the selections below for one object type; null before it was made.</summary>
    public SelectionPlan? Below(ObjectBinding binding)
    {
        foreach (var (known, plan) in _below)
            if (ReferenceEquals(known, binding))
                return plan;
        return null;
    }

    /// <summary>Keeps the plan for one object type; the first that was made counts.</summary>
    public SelectionPlan Keep(ObjectBinding binding, SelectionPlan made)
    {
        lock (Nodes)
        {
            if (Below(binding) is { } known)
                return known;
            _below = [.. _below, (binding, made)];
            return made;
        }
    }
}

/// <summary>The fields to give of one object, in the order of the response.</summary>
internal sealed record SelectionPlan(ObjectBinding Binding, FieldPlan[] Fields)
{
    /// <summary>Whether every field is a property behind a leaf, so that looking at an object settles it.</summary>
    public bool IsFlat { get; } = Array.TrueForAll(Fields, field => field.Bound is null or { Leaf: not null });

    /// <summary>Whether lists or objects stand below, so that writing may pause to flush.</summary>
    public bool Streams { get; } = Array.Exists(Fields, field => field.Bound?.Shape.Streams == true);
}
