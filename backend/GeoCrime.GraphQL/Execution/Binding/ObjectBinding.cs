using System.Text.Json;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Execution;

/// <summary>An object type and the CLR type behind it.</summary>
internal sealed class ObjectBinding(ObjectType type, Type clrType)
{
    public ObjectType Type { get; } = type;

    public Type ClrType { get; } = clrType;

    public JsonEncodedText EncodedName { get; } = JsonEncodedText.Encode(type.Name);

    /// <summary>Gives the root value; null for types that are no roots.</summary>
    public Func<RequestContext, object>? Root { get; init; }

    public Dictionary<string, BoundField> Fields { get; } = [];
}
