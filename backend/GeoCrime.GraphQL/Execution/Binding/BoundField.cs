using System.Text.Json;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Execution;

/// <summary>Calls the resolver of a field; the arguments stand in the order of <see cref="BoundField.Parameters"/>.</summary>
internal delegate ValueTask<object?> Resolver(object source, object?[] arguments, RequestContext context);

/// <summary>Opens the source stream of a subscription field.</summary>
internal delegate IAsyncEnumerable<object?> StreamOpener(object source, object?[] arguments, RequestContext context);

/// <summary>A field of an object type and what serves it: exactly one of the four ways is set.</summary>
internal sealed class BoundField(Field field, Shape shape)
{
    public Field Field { get; } = field;

    public Shape Shape { get; } = shape;

    /// <summary>A property behind a leaf: checked and written without leaving its CLR type.</summary>
    public LeafProperty? Leaf { get; init; }

    /// <summary>A property behind an object or a list.</summary>
    public Func<object, object?>? Read { get; init; }

    public Resolver? Resolve { get; init; }

    public StreamOpener? Open { get; init; }

    /// <summary>One for each parameter that takes an argument.</summary>
    public IReadOnlyList<BoundParameter> Parameters { get; init; } = [];

    public CostAttribute? Cost { get; init; }
}

/// <param name="Convert">From a coerced value (see <see cref="InputCoercion"/>) to the parameter's type.</param>
internal sealed record BoundParameter(InputValue Argument, Func<object?, object?> Convert);

/// <summary>A property that holds a leaf value.</summary>
internal abstract class LeafProperty
{
    /// <inheritdoc cref="LeafWriter{T}.Problem"/>
    public abstract string? Problem(object source);

    public abstract void Write(Utf8JsonWriter writer, object source);
}

internal sealed class LeafProperty<TSource, TValue>(Func<TSource, TValue> read, LeafWriter<TValue> leaf) : LeafProperty
{
    public override string? Problem(object source) => leaf.Problem(read((TSource)source));

    public override void Write(Utf8JsonWriter writer, object source) => leaf.Write(writer, read((TSource)source));
}
