using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Execution;

/// <summary>An object, whose type is known or follows from the class of the value.</summary>
internal sealed class ObjectShape(GraphType type, BindingTable bindings) : Shape(type)
{
    private readonly ObjectBinding? _known = type.Named is ObjectType single ? bindings.Of(single) : null;

    public override bool Streams => true;

    public override ValueTask<object?> SettleAsync(Settlement run, FieldPlan field, object value, ValuePath path)
    {
        if (BindingOf(value) is { } binding)
            return run.SettleObjectAsync(run.Planner.Below(field, binding), value, path);
        run.Report(field, path, $"Abstract type \"{Type.Named}\" was resolved to {value.GetType().Name}, which is bound to none of its object types.");
        return new(Settled.Failed);
    }

    /// <summary>The plan of all objects here, where it is one plan and flat; else null.</summary>
    public SelectionPlan? FlatPlan(Planner planner, FieldPlan field) =>
        _known is { } binding && planner.Below(field, binding) is { IsFlat: true } plan ? plan : null;

    public override void Write(ResponseWriter output, FieldPlan field, object settled)
    {
        var parts = settled as SettledObject;
        output.WriteObject(parts?.Plan ?? PlanOf(output, field, settled), parts?.Source ?? settled, parts?.Slots);
    }

    public override ValueTask WriteAsync(ResponseWriter output, FieldPlan field, object settled)
    {
        var parts = settled as SettledObject;
        var plan = parts?.Plan ?? PlanOf(output, field, settled);
        if (plan.Streams)
            return output.WriteObjectAsync(plan, parts?.Source ?? settled, parts?.Slots);
        output.WriteObject(plan, parts?.Source ?? settled, parts?.Slots);
        return ValueTask.CompletedTask;
    }

    private SelectionPlan PlanOf(ResponseWriter output, FieldPlan field, object value) => output.Planner.Below(field, BindingOf(value)!);

    private ObjectBinding? BindingOf(object value)
    {
        if (_known is not null)
            return _known;
        var binding = bindings.OfValue(value);
        return binding is not null && Schema.IsMember(Type.Named, binding.Type) ? binding : null;
    }
}
