using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Execution;

/// <summary>A list of items of CLR type T.</summary>
/// <remarks>Settling passes a list through untouched as long as every item can be written as it is.</remarks>
internal sealed class ListShape<T>(GraphType type, Shape item) : Shape(type)
{
    private readonly LeafWriter<T>? _leaf = (item as LeafShape<T>)?.Leaf;

    public override bool Streams => true;

    public override ValueTask<object?> SettleAsync(Settlement run, FieldPlan field, object value, ValuePath path)
    {
        // What is not held in memory is enumerated once and kept, so that checking and writing see the same items.
        var items = value as IReadOnlyList<T> ?? [.. (IEnumerable<T>)value];
        return _leaf is null ? SettleItemsAsync(run, field, items, path) : new(SettleLeaves(run, field, items, path));
    }

    public override void Write(ResponseWriter output, FieldPlan field, object settled)
    {
        var json = output.Json;
        json.WriteStartArray();
        if (settled is SettledList parts)
            foreach (var value in parts.Items)
                output.WriteValue(item, field, value);
        else if (_leaf is not null)
            foreach (var value in (IReadOnlyList<T>)settled)
                _leaf.Write(json, value);
        else
            foreach (var value in (IReadOnlyList<T>)settled)
                output.WriteValue(item, field, value);
        json.WriteEndArray();
    }

    public override async ValueTask WriteAsync(ResponseWriter output, FieldPlan field, object settled)
    {
        var json = output.Json;
        json.WriteStartArray();
        var count = settled is SettledList parts ? parts.Items.Length : ((IReadOnlyList<T>)settled).Count;
        for (var i = 0; i < count; i++)
        {
            if (_leaf is not null && settled is IReadOnlyList<T> leaves)
                _leaf.Write(json, leaves[i]);
            else
                await output.WriteValueAsync(item, field, settled is SettledList list ? list.Items[i] : ((IReadOnlyList<T>)settled)[i]).ConfigureAwait(false);
            await output.FlushWhenFullAsync().ConfigureAwait(false);
        }
        json.WriteEndArray();
    }

    private object SettleLeaves(Settlement run, FieldPlan field, IReadOnlyList<T> items, ValuePath path)
    {
        object?[]? kept = null;
        for (var i = 0; i < items.Count; i++)
        {
            var problem = _leaf!.Problem(items[i]);
            if (problem is null || (ReferenceEquals(problem, LeafWriter.IsNull) && !item.NonNull))
                continue;
            run.Report(field, new ValuePath(path, i), problem);
            if (item.NonNull)
                return Settled.Failed;
            kept ??= [.. items];
            kept[i] = null;
        }
        return kept is null ? items : new SettledList(kept);
    }

    private ValueTask<object?> SettleItemsAsync(Settlement run, FieldPlan field, IReadOnlyList<T> items, ValuePath path)
    {
        object?[]? kept = null;
        List<(int Index, Task<object?> Task)>? waiting = null;
        var flat = (item as ObjectShape)?.FlatPlan(run.Planner, field);
        for (var i = 0; i < items.Count; i++)
        {
            object? value = items[i];
            // Most objects of a layer are whole; only for the others is it worth knowing where they stand.
            if (flat is not null && value is not null && Settlement.IsWhole(flat, value))
                continue;
            var settling = run.SettleValueAsync(item, field, value, new ValuePath(path, i));
            if (!settling.IsCompletedSuccessfully)
            {
                (waiting ??= []).Add((i, settling.AsTask()));
                continue;
            }
            var settled = settling.Result;
            if (ReferenceEquals(settled, Settled.Failed))
                return waiting is null ? new(settled) : Settlement.FailAfterAsync(waiting);
            if (!ReferenceEquals(settled, value))
                (kept ??= [.. items])[i] = settled;
        }
        return waiting is null
            ? new(kept is null ? items : new SettledList(kept))
            : Settlement.JoinAsync(kept ?? [.. items], waiting, static slots => new SettledList(slots));
    }
}
