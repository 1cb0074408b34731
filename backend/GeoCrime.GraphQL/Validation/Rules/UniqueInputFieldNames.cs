using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>Fields of an input object literal have different names (section 5.6.3).</summary>
internal static class UniqueInputFieldNames
{
    public static void Register(ValidationContext context, Visitor visitor)
    {
        var stack = new Stack<Dictionary<string, NameNode>>();
        visitor.Enter<ObjectNode>(_ => stack.Push([]));
        visitor.Leave<ObjectNode>(_ => stack.Pop());
        visitor.Enter<ObjectFieldNode>(field =>
        {
            if (!stack.Peek().TryAdd(field.Name.Value, field.Name))
                context.Report($"There can be only one input field named \"{field.Name}\".", stack.Peek()[field.Name.Value], field.Name);
        });
    }
}
