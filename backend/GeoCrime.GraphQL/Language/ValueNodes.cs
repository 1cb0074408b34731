using GeoCrime.GraphQL.Errors;

namespace GeoCrime.GraphQL.Language;

/// <summary>An input value as written in a document (section 2.9).</summary>
public abstract class ValueNode(SourceLocation location) : Node(location)
{
    public override string ToString() => Printer.Print(this);
}

public sealed class VariableNode(SourceLocation location, NameNode name) : ValueNode(location)
{
    public NameNode Name { get; } = name;
}

/// <summary>An integer, kept as its digits so that no precision is lost before its type is known.</summary>
public sealed class IntNode(SourceLocation location, string digits) : ValueNode(location)
{
    public string Digits { get; } = digits;
}

/// <summary>A number with a fraction or an exponent, kept as its digits.</summary>
public sealed class FloatNode(SourceLocation location, string digits) : ValueNode(location)
{
    public string Digits { get; } = digits;
}

public sealed class StringNode(SourceLocation location, string value, bool isBlock) : ValueNode(location)
{
    /// <summary>The value with escapes resolved and, for a block string, indentation removed.</summary>
    public string Value { get; } = value;

    public bool IsBlock { get; } = isBlock;
}

public sealed class BooleanNode(SourceLocation location, bool value) : ValueNode(location)
{
    public bool Value { get; } = value;
}

public sealed class NullNode(SourceLocation location) : ValueNode(location);

public sealed class EnumNode(SourceLocation location, string value) : ValueNode(location)
{
    public string Value { get; } = value;
}

public sealed class ListNode(SourceLocation location, IReadOnlyList<ValueNode> values) : ValueNode(location)
{
    public IReadOnlyList<ValueNode> Values { get; } = values;
}

public sealed class ObjectNode(SourceLocation location, IReadOnlyList<ObjectFieldNode> fields) : ValueNode(location)
{
    public IReadOnlyList<ObjectFieldNode> Fields { get; } = fields;
}

public sealed class ObjectFieldNode(SourceLocation location, NameNode name, ValueNode value) : Node(location)
{
    public NameNode Name { get; } = name;

    public ValueNode Value { get; } = value;
}
