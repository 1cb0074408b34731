namespace GeoCrime.GraphQL.Execution;

/// <summary>Marks a public method of a bound type that serves no field.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NotAFieldAttribute : Attribute;
