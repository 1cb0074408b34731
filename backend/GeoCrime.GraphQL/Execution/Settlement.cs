using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Execution;

/// <summary>
/// Resolves one operation down to its leaves before a byte is written (section 6.4). Which nulls bubble up to which
/// parent is then decided, so writing never has to take bytes back and large lists stream. What a property can give
/// again is not kept: a list of 100,000 plain records costs nothing here but a look at each.
/// </summary>
internal sealed class Settlement(Planner planner, RequestContext context, Action<string, Exception>? onUnforeseen)
{
    // A layer whose every cell fails need not say so a hundred thousand times.
    private const int MaxErrors = 100;

    private readonly List<GraphQLError> _errors = [];

    public Planner Planner { get; } = planner;

    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>Settles the root fields one after the other, as mutations ask (section 6.2.2).</summary>
    public async ValueTask<object?> SettleSeriallyAsync(SelectionPlan plan, object root)
    {
        var slots = new object?[plan.Fields.Length];
        for (var i = 0; i < slots.Length; i++)
        {
            var field = plan.Fields[i];
            slots[i] = field.Bound is null
                ? Settled.ReadAgain
                : await Held(() => SettleFieldAsync(field, root, new ValuePath(null, field.ResponseName))).ConfigureAwait(false);
            if (ReferenceEquals(slots[i], Settled.Failed))
                return Settled.Failed;
        }
        return new SettledObject(plan, root, slots);
    }

    public ValueTask<object?> SettleRootAsync(SelectionPlan plan, object root) => Held(() => SettleObjectAsync(plan, root, null));

    public ValueTask<object?> SettleObjectAsync(SelectionPlan plan, object source, ValuePath? path)
    {
        object?[]? slots = null;
        List<(int Index, Task<object?> Task)>? waiting = null;
        for (var i = 0; i < plan.Fields.Length; i++)
        {
            var field = plan.Fields[i];
            object? settled;
            if (field.Bound is null)
                continue;
            if (field.Bound.Leaf is { } leaf)
            {
                if (IsWritable(field, leaf, source, path))
                    continue;
                settled = field.Bound.Shape.NonNull ? Settled.Failed : null;
            }
            else
            {
                var settling = SettleFieldAsync(field, source, new ValuePath(path, field.ResponseName));
                if (settling.IsCompletedSuccessfully)
                    settled = settling.Result;
                else
                {
                    (waiting ??= []).Add((i, settling.AsTask()));
                    slots ??= NewSlots(plan);
                    continue;
                }
            }
            if (ReferenceEquals(settled, Settled.Failed))
                return waiting is null ? new(settled) : FailAfterAsync(waiting);
            if (!ReferenceEquals(settled, Settled.ReadAgain))
                (slots ??= NewSlots(plan))[i] = settled;
        }
        if (waiting is not null)
            return JoinAsync(slots!, waiting, settled => new SettledObject(plan, source, settled));
        return new(slots is null ? source : new SettledObject(plan, source, slots));
    }

    /// <summary>Whether each field of a flat plan can be written as it is; never throws.</summary>
    public static bool IsWhole(SelectionPlan plan, object source)
    {
        try
        {
            foreach (var field in plan.Fields)
                if (field.Bound?.Leaf?.Problem(source) is { } problem && (field.Bound.Shape.NonNull || !ReferenceEquals(problem, LeafWriter.IsNull)))
                    return false;
            return true;
        }
        catch (Exception)
        {
            // The long way throws it again and reports it.
            return false;
        }
    }

    /// <summary>Settles the value of one event of a subscription.</summary>
    public ValueTask<object?> SettleEventAsync(FieldPlan field, object? value, ValuePath path) =>
        Held(() => SettleValueAsync(field.Bound!.Shape, field, value, path));

    /// <summary>Settles a value in a position: null and failure become null, or <see cref="Settled.Failed"/> where it is non-null.</summary>
    public ValueTask<object?> SettleValueAsync(Shape shape, FieldPlan field, object? value, ValuePath path)
    {
        if (value is null)
        {
            if (!shape.NonNull)
                return default;
            Report(field, path, LeafWriter.IsNull);
            return new(Settled.Failed);
        }
        var settling = shape.SettleAsync(this, field, value, path);
        if (shape.NonNull)
            return settling;
        return settling.IsCompletedSuccessfully ? new(Absorb(settling.Result)) : AbsorbAsync(settling);
    }

    public void Report(FieldPlan field, ValuePath path, string problem) => Add(new GraphQLError(
        ReferenceEquals(problem, LeafWriter.IsNull)
            ? $"Cannot return null for non-nullable field {field.ParentName}.{field.Bound!.Field.Name}."
            : problem,
        ErrorCodes.InvalidResult, field.Locations, ValuePath.ToList(path)));

    /// <summary>Waits for the rest of the slots; fails when one of them failed.</summary>
    public static async ValueTask<object?> JoinAsync(object?[] slots, List<(int Index, Task<object?> Task)> waiting, Func<object?[], object> make)
    {
        var failed = false;
        foreach (var (index, task) in waiting)
        {
            slots[index] = await task.ConfigureAwait(false);
            failed |= ReferenceEquals(slots[index], Settled.Failed);
        }
        return failed ? Settled.Failed : make(slots);
    }

    /// <summary>Lets work that was begun end before its parent is given up.</summary>
    public static async ValueTask<object?> FailAfterAsync(List<(int Index, Task<object?> Task)> waiting)
    {
        foreach (var (_, task) in waiting)
            await task.ConfigureAwait(false);
        return Settled.Failed;
    }

    private ValueTask<object?> SettleFieldAsync(FieldPlan field, object source, ValuePath path)
    {
        var bound = field.Bound!;
        try
        {
            if (field.ArgumentError is { } error)
                throw new GraphQLException(error);
            if (bound.Read is { } read)
            {
                var value = read(source);
                var settling = SettleValueAsync(bound.Shape, field, value, path);
                return settling.IsCompletedSuccessfully && ReferenceEquals(settling.Result, value) ? new(Settled.ReadAgain) : settling;
            }
            if (bound.Leaf is { } leaf)
                return new(IsWritable(field, leaf, source, path.Parent) ? Settled.ReadAgain : bound.Shape.NonNull ? Settled.Failed : null);
            var resolving = bound.Resolve!(source, field.Arguments, context);
            return resolving.IsCompletedSuccessfully
                ? SettleValueAsync(bound.Shape, field, resolving.Result, path)
                : AwaitFieldAsync(resolving, field, path);
        }
        catch (Exception error) when (!IsCancelled(error))
        {
            return new(Fail(field, path, error));
        }
    }

    private async ValueTask<object?> AwaitFieldAsync(ValueTask<object?> resolving, FieldPlan field, ValuePath path)
    {
        try
        {
            var value = await resolving.ConfigureAwait(false);
            return await Held(() => SettleValueAsync(field.Bound!.Shape, field, value, path)).ConfigureAwait(false);
        }
        catch (Exception error) when (!IsCancelled(error))
        {
            return Fail(field, path, error);
        }
    }

    private bool IsWritable(FieldPlan field, LeafProperty leaf, object source, ValuePath? path)
    {
        try
        {
            var problem = leaf.Problem(source);
            if (problem is null || (ReferenceEquals(problem, LeafWriter.IsNull) && !field.Bound!.Shape.NonNull))
                return true;
            Report(field, new ValuePath(path, field.ResponseName), problem);
        }
        catch (Exception error) when (!IsCancelled(error))
        {
            Fail(field, new ValuePath(path, field.ResponseName), error);
        }
        return false;
    }

    /// <summary>Reports what a resolver threw.</summary>
    public object? Fail(FieldPlan field, ValuePath path, Exception error)
    {
        var known = (error as GraphQLException)?.Error;
        var extensions = known?.Extensions;
        if (known is null)
        {
            var id = Guid.NewGuid().ToString("N");
            onUnforeseen?.Invoke(id, error);
            extensions = new Dictionary<string, object?> { ["id"] = id };
        }
        Add(new GraphQLError(
            known?.Message ?? "Internal error", known?.Code ?? ErrorCodes.Internal,
            known is { Locations.Count: > 0 } ? known.Locations : field.Locations, ValuePath.ToList(path), extensions));
        return field.Bound!.Shape.NonNull ? Settled.Failed : null;
    }

    private void Add(GraphQLError error)
    {
        lock (_errors)
        {
            if (_errors.Count < MaxErrors)
                _errors.Add(error);
            else if (_errors.Count == MaxErrors)
                _errors.Add(new GraphQLError("Too many errors; those after the first hundred are left out.", ErrorCodes.InvalidResult));
        }
    }

    // A resolver that was left behind may find the services of its request disposed.
    private bool IsCancelled(Exception error) => error is OperationCanceledException or ObjectDisposedException && context.CancellationToken.IsCancellationRequested;

    private ValueTask<object?> Held(Func<ValueTask<object?>> walk)
    {
        context.Loaders.Hold();
        try
        {
            return walk();
        }
        finally
        {
            context.Loaders.Release();
        }
    }

    private static object?[] NewSlots(SelectionPlan plan)
    {
        var slots = new object?[plan.Fields.Length];
        Array.Fill(slots, Settled.ReadAgain);
        return slots;
    }

    private static object? Absorb(object? settled) => ReferenceEquals(settled, Settled.Failed) ? null : settled;

    private static async ValueTask<object?> AbsorbAsync(ValueTask<object?> settling) => Absorb(await settling.ConfigureAwait(false));
}
