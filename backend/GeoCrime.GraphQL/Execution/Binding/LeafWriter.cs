using System.Text.Json;

namespace GeoCrime.GraphQL.Execution;

/// <summary>Writes values of the CLR type T as one leaf type.</summary>
internal abstract class LeafWriter
{
    /// <summary>Stands for null where a problem is asked for; whether null is one depends on the position.</summary>
    public const string IsNull = "null";

    public abstract Type ClrType { get; }
}

/// <inheritdoc/>
internal abstract class LeafWriter<T> : LeafWriter
{
    public override Type ClrType => typeof(T);

    /// <summary>Why the value cannot be written, <see cref="LeafWriter.IsNull"/> for null, or null when it can.</summary>
    public abstract string? Problem(T value);

    /// <summary>Writes a value without problem, or null.</summary>
    public abstract void Write(Utf8JsonWriter writer, T value);
}

/// <param name="problem">Null where every value can be written.</param>
internal sealed class ValueLeafWriter<T>(Action<Utf8JsonWriter, T> write, Func<T, string?>? problem = null) : LeafWriter<T>
{
    private static readonly bool CanBeNull = !typeof(T).IsValueType;

    public override string? Problem(T value) => CanBeNull && value is null ? IsNull : problem?.Invoke(value);

    public override void Write(Utf8JsonWriter writer, T value)
    {
        if (CanBeNull && value is null)
            writer.WriteNullValue();
        else
            write(writer, value);
    }
}

internal sealed class NullableLeafWriter<T>(LeafWriter<T> inner) : LeafWriter<T?>
    where T : struct
{
    public override string? Problem(T? value) => value is { } present ? inner.Problem(present) : IsNull;

    public override void Write(Utf8JsonWriter writer, T? value)
    {
        if (value is { } present)
            inner.Write(writer, present);
        else
            writer.WriteNullValue();
    }
}

/// <summary>Writes a derived class by the writer of its base, such as a polygon as a geometry.</summary>
internal sealed class DerivedLeafWriter<T, TWritten>(LeafWriter<TWritten> inner) : LeafWriter<T>
    where T : class, TWritten
{
    public override string? Problem(T value) => inner.Problem(value);

    public override void Write(Utf8JsonWriter writer, T value) => inner.Write(writer, value);
}
