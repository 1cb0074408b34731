using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Execution;

/// <summary>A leaf value that a method returned or a list holds.</summary>
internal sealed class LeafShape<T>(GraphType type, LeafWriter<T> leaf) : Shape(type)
{
    public LeafWriter<T> Leaf { get; } = leaf;

    public override ValueTask<object?> SettleAsync(Settlement run, FieldPlan field, object value, ValuePath path)
    {
        if (Leaf.Problem((T)value) is not { } problem)
            return new(value);
        run.Report(field, path, problem);
        return new(Settled.Failed);
    }

    public override void Write(ResponseWriter output, FieldPlan field, object settled) => Leaf.Write(output.Json, (T)settled);
}
