using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Execution;

/// <summary>How values of one CLR type become one output type: first settled, then written.</summary>
/// <param name="type">The output type as the schema writes it.</param>
internal abstract class Shape(GraphType type)
{
    public GraphType Type { get; } = type;

    public bool NonNull { get; } = type is NonNullType;

    /// <summary>Whether a list of objects stands somewhere below, so that writing pauses to flush.</summary>
    public virtual bool Streams => false;

    /// <summary>Resolves everything below a value that is not null, and reports what fails.</summary>
    /// <returns>
    /// The value itself where it can be written as it is, a settled stand-in where parts were resolved or nulled,
    /// or <see cref="Settled.Failed"/> where the value as a whole cannot be had.
    /// </returns>
    public abstract ValueTask<object?> SettleAsync(Settlement run, FieldPlan field, object value, ValuePath path);

    /// <summary>Writes what <see cref="SettleAsync"/> gave; not null.</summary>
    public abstract void Write(ResponseWriter output, FieldPlan field, object settled);

    /// <summary>Like <see cref="Write"/>, but hands full buffers on while writing.</summary>
    public virtual ValueTask WriteAsync(ResponseWriter output, FieldPlan field, object settled)
    {
        Write(output, field, settled);
        return ValueTask.CompletedTask;
    }
}
