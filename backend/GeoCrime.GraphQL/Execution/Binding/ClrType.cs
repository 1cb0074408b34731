using System.Reflection;

namespace GeoCrime.GraphQL.Execution;

/// <summary>A CLR type as the binder sees it: what it is, whether it may be null, what it lists.</summary>
/// <param name="Declared">As written, <see cref="Nullable{T}"/> included, task wrappers not.</param>
/// <param name="MayBeNull">Nullable by its annotation or as Nullable&lt;T&gt;; unannotated code counts as never null.</param>
/// <param name="Item">What it enumerates; null where it is no list. A string is no list.</param>
internal sealed record ClrType(Type Declared, bool MayBeNull, ClrType? Item)
{
    private static readonly Type[] Tasks = [typeof(Task<>), typeof(ValueTask<>)];

    public Type Type => Nullable.GetUnderlyingType(Declared) ?? Declared;

    public static ClrType Of(PropertyInfo property) => From(new NullabilityInfoContext().Create(property));

    public static ClrType Of(ParameterInfo parameter) => From(new NullabilityInfoContext().Create(parameter));

    /// <summary>What a method gives once awaited or enumerated.</summary>
    public static ClrType Returned(MethodInfo method)
    {
        var info = new NullabilityInfoContext().Create(method.ReturnParameter);
        return From(IsTask(info.Type) || IsStream(info.Type) ? info.GenericTypeArguments[0] : info);
    }

    public static bool IsTask(Type type) => type.IsGenericType && Tasks.Contains(type.GetGenericTypeDefinition());

    public static bool IsStream(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>);

    private static ClrType From(NullabilityInfo info)
    {
        var mayBeNull = info.ReadState == NullabilityState.Nullable || info.WriteState == NullabilityState.Nullable;
        return new ClrType(info.Type, mayBeNull, ItemOf(info));
    }

    private static ClrType? ItemOf(NullabilityInfo info)
    {
        if (info.Type == typeof(string))
            return null;
        if (info.ElementType is { } element)
            return From(element);
        var enumerable = info.Type.GetInterfaces().Append(info.Type)
            .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>));
        if (enumerable is null)
            return null;
        var item = enumerable.GetGenericArguments()[0];
        return info.GenericTypeArguments is [var argument] && argument.Type == item
            ? From(argument)
            : new ClrType(item, Nullable.GetUnderlyingType(item) is not null, null);
    }
}
