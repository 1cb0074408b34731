using System.Linq.Expressions;
using System.Reflection;

namespace GeoCrime.GraphQL.Execution;

/// <summary>Compiles members into delegates, so that no call reflects.</summary>
internal static class ResolverCompiler
{
    private static readonly ParameterExpression Source = Expression.Parameter(typeof(object), "source");
    private static readonly ParameterExpression Arguments = Expression.Parameter(typeof(object?[]), "arguments");
    private static readonly ParameterExpression Context = Expression.Parameter(typeof(RequestContext), "context");

    public static Func<object, object?> Property(PropertyInfo property) =>
        Expression.Lambda<Func<object, object?>>(Expression.Convert(Get(property), typeof(object)), Source).Compile();

    public static LeafProperty Leaf(PropertyInfo property, LeafWriter leaf)
    {
        var source = property.DeclaringType!;
        var typed = Expression.Parameter(source);
        var read = Expression.Lambda(
            typeof(Func<,>).MakeGenericType(source, property.PropertyType),
            Expression.Property(property.GetMethod!.IsStatic ? null : typed, property),
            typed).Compile();
        return (LeafProperty)Activator.CreateInstance(typeof(LeafProperty<,>).MakeGenericType(source, property.PropertyType), read, leaf)!;
    }

    public static Resolver AsyncProperty(PropertyInfo property) => Lambda<Resolver>(Adapt(Get(property)));

    /// <param name="slots">For each parameter its place in the arguments, or -1 for context and cancellation.</param>
    public static Resolver Method(MethodInfo method, int[] slots) => Lambda<Resolver>(Adapt(Call(method, slots)));

    public static StreamOpener Stream(MethodInfo method, int[] slots) =>
        Lambda<StreamOpener>(Expression.Call(typeof(ResolverCompiler), nameof(Box), [method.ReturnType.GetGenericArguments()[0]], Call(method, slots)));

    private static T Lambda<T>(Expression body) => Expression.Lambda<T>(body, Source, Arguments, Context).Compile();

    private static MemberExpression Get(PropertyInfo property) =>
        Expression.Property(Instance(property.GetMethod!), property);

    private static MethodCallExpression Call(MethodInfo method, int[] slots) => Expression.Call(
        Instance(method),
        method,
        method.GetParameters().Select((parameter, i) => slots[i] >= 0
            ? Expression.Convert(Expression.ArrayIndex(Arguments, Expression.Constant(slots[i])), parameter.ParameterType)
            : parameter.ParameterType == typeof(RequestContext)
                ? (Expression)Context
                : Expression.Property(Context, nameof(RequestContext.CancellationToken))));

    private static UnaryExpression? Instance(MethodInfo method) =>
        method.IsStatic ? null : Expression.Convert(Source, method.DeclaringType!);

    private static MethodCallExpression Adapt(Expression value)
    {
        if (!ClrType.IsTask(value.Type))
            return Expression.Call(typeof(ResolverCompiler), nameof(FromValue), [value.Type], value);
        var adapter = value.Type.GetGenericTypeDefinition() == typeof(Task<>) ? nameof(FromTask) : nameof(FromValueTask);
        return Expression.Call(typeof(ResolverCompiler), adapter, value.Type.GetGenericArguments(), value);
    }

    private static ValueTask<object?> FromValue<T>(T value) => new(value);

    private static ValueTask<object?> FromTask<T>(Task<T> task) => FromValueTask(new ValueTask<T>(task));

    private static ValueTask<object?> FromValueTask<T>(ValueTask<T> task)
    {
        return task.IsCompletedSuccessfully ? new(task.Result) : Wait(task);

        static async ValueTask<object?> Wait(ValueTask<T> waiting) => await waiting.ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<object?> Box<T>(IAsyncEnumerable<T> stream)
    {
        await foreach (var item in stream.ConfigureAwait(false))
            yield return item;
    }
}
