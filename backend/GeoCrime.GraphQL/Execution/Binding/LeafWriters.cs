using System.Text.Json;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Execution;

/// <summary>Which CLR types may stand behind which leaf types, and how each is written.</summary>
internal sealed class LeafWriters
{
    private readonly Dictionary<(string Scalar, Type ClrType), LeafWriter> _writers = [];

    public LeafWriters()
    {
        Add("Int", new ValueLeafWriter<int>(static (writer, value) => writer.WriteNumberValue(value)));
        Add("Int", new ValueLeafWriter<short>(static (writer, value) => writer.WriteNumberValue(value)));
        Add("Int", new ValueLeafWriter<byte>(static (writer, value) => writer.WriteNumberValue(value)));
        Add("Int", new ValueLeafWriter<long>(
            static (writer, value) => writer.WriteNumberValue(value),
            static value => value is >= int.MinValue and <= int.MaxValue ? null : $"Int cannot represent non 32-bit signed integer value: {value}"));
        Add("Float", new ValueLeafWriter<double>(
            static (writer, value) => writer.WriteNumberValue(value),
            static value => double.IsFinite(value) ? null : $"Float cannot represent non numeric value: {Name(value)}"));
        Add("Float", new ValueLeafWriter<float>(
            static (writer, value) => writer.WriteNumberValue(value),
            static value => float.IsFinite(value) ? null : $"Float cannot represent non numeric value: {Name(value)}"));
        Add("Float", new ValueLeafWriter<int>(static (writer, value) => writer.WriteNumberValue(value)));
        Add("Float", new ValueLeafWriter<long>(static (writer, value) => writer.WriteNumberValue(value)));
        Add("Float", new ValueLeafWriter<decimal>(static (writer, value) => writer.WriteNumberValue(value)));
        Add("String", new ValueLeafWriter<string>(static (writer, value) => writer.WriteStringValue(value)));
        Add("Boolean", new ValueLeafWriter<bool>(static (writer, value) => writer.WriteBooleanValue(value)));
        Add("ID", new ValueLeafWriter<string>(static (writer, value) => writer.WriteStringValue(value)));
        Add("ID", new ValueLeafWriter<int>(static (writer, value) => writer.WriteStringValue(value.ToString())));
        Add("ID", new ValueLeafWriter<long>(static (writer, value) => writer.WriteStringValue(value.ToString())));
        Add("ID", new ValueLeafWriter<Guid>(static (writer, value) => writer.WriteStringValue(value)));
    }

    public void Add(string scalar, LeafWriter writer) => _writers[(scalar, writer.ClrType)] = writer;

    /// <returns>Null where the CLR type cannot stand behind the leaf type.</returns>
    public LeafWriter? Find(NamedType leaf, Type clrType)
    {
        if (Nullable.GetUnderlyingType(clrType) is { } underlying)
            return Find(leaf, underlying) is { } inner
                ? (LeafWriter)Activator.CreateInstance(typeof(NullableLeafWriter<>).MakeGenericType(underlying), inner)!
                : null;
        if (leaf is EnumType choice)
            return clrType.IsEnum && EnumNames.Misfit(choice, clrType) is null
                ? (LeafWriter)Activator.CreateInstance(typeof(EnumLeafWriter<>).MakeGenericType(clrType), choice)!
                : null;
        if (_writers.TryGetValue((leaf.Name, clrType), out var exact) || clrType.IsValueType)
            return exact;
        var (_, general) = _writers.FirstOrDefault(each => each.Key.Scalar == leaf.Name && each.Key.ClrType.IsAssignableFrom(clrType));
        return general is null
            ? null
            : (LeafWriter)Activator.CreateInstance(typeof(DerivedLeafWriter<,>).MakeGenericType(clrType, general.ClrType), general)!;
    }

    private static string Name(double value) =>
        double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
}
