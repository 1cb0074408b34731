using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>Literals are values of the type that their place expects (section 5.6.1).</summary>
internal static class ValuesOfCorrectType
{
    public static void Register(ValidationContext context, Visitor visitor)
    {
        // Variables are checked where all their uses are known.
        visitor.Enter<VariableNode>(_ => true);
        visitor.Enter<ListNode>(list => Check(context, list, context.Types.ParentInputType));
        visitor.Enter<ValueNode>(value => Check(context, value, context.Types.InputType));
    }

    private static bool Check(ValidationContext context, ValueNode value, GraphType? type)
    {
        if (type is not null)
            new LiteralCoercion(null, (message, node, _) => context.Report(message, node)).Coerce(value, type);
        return false;
    }
}
