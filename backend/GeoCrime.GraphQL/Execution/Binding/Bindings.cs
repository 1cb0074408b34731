using System.Text.Json;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Execution;

/// <summary>Says which CLR types stand behind the types of a schema; the engine checks the whole at start-up.</summary>
/// <remarks>
/// A field is served by the public property or method of its name in PascalCase; arguments go to parameters of their name;
/// a parameter of type <see cref="RequestContext"/> or <see cref="CancellationToken"/> gets the request's. Properties are
/// plain data: cheap, without side effects, and read twice (once to check, once to write); what computes is a method.
/// Members may be static. Public instance methods that serve no field stop the build unless marked <see cref="NotAFieldAttribute"/>; further public
/// properties are allowed. Object types that are not named here are bound to the CLR type that a field returns.
/// </remarks>
public sealed class Bindings
{
    private readonly Dictionary<string, (Type ClrType, Func<RequestContext, object>? Root)> _types = [];
    private readonly Dictionary<string, (ScalarInput Input, Type ClrType)> _scalars = [];

    internal LeafWriters Leaves { get; } = new();

    internal IReadOnlyDictionary<string, (Type ClrType, Func<RequestContext, object>? Root)> Types => _types;

    internal IReadOnlyDictionary<string, (ScalarInput Input, Type ClrType)> Scalars => _scalars;

    /// <summary>Binds an object type, or an interface whose members are checked too.</summary>
    public Bindings Type<T>(string name)
    {
        _types[name] = (typeof(T), null);
        return this;
    }

    /// <summary>Binds a root type to one instance for all requests.</summary>
    public Bindings Type<T>(string name, T instance)
        where T : class => Type(name, _ => instance);

    /// <summary>Binds a root type to an instance for each request.</summary>
    public Bindings Type<T>(string name, Func<RequestContext, T> root)
        where T : class
    {
        _types[name] = (typeof(T), root);
        return this;
    }

    /// <summary>Binds a custom scalar; classes derived from T are written too.</summary>
    /// <param name="parse">Takes the input as JSON (literals are converted); throws <see cref="FormatException"/> with what is wrong.</param>
    /// <param name="write">Writes exactly one JSON value.</param>
    /// <param name="problem">Says why a value cannot be written, or gives null; asked before <paramref name="write"/>.</param>
    public Bindings Scalar<T>(string name, Func<JsonElement, T> parse, Action<Utf8JsonWriter, T> write, Func<T, string?>? problem = null)
        where T : notnull
    {
        _scalars[name] = (new CustomScalarInput(element => parse(element)), typeof(T));
        return ScalarOutput(name, write, problem);
    }

    /// <summary>Adds another CLR type that may stand behind a custom scalar in output.</summary>
    public Bindings ScalarOutput<T>(string name, Action<Utf8JsonWriter, T> write, Func<T, string?>? problem = null)
        where T : notnull
    {
        Leaves.Add(name, new ValueLeafWriter<T>(write, problem));
        return this;
    }
}
