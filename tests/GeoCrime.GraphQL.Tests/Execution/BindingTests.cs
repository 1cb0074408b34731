using GeoCrime.GraphQL.Execution;
using GeoCrime.GraphQL.Types;

// Resolvers are instance members by the binding's convention.
#pragma warning disable CA1822

namespace GeoCrime.GraphQL.Tests.Execution;

public sealed class BindingTests
{
    public sealed class Root
    {
        public string? Maybe => null;

        public int Number => 1;

        public IReadOnlyList<string?> Names => [];

        public Colour Shade => Colour.Red;

        public string Greet(string name) => name;

        public int Sum(int a, int? b) => a + (b ?? 0);

        public string Search(Box box) => box.ToString();

        [NotAField]
        public void Warm()
        {
        }
    }

    public enum Colour
    {
        Red,
    }

    public sealed record Box(double Width, string? Label);

    [Theory]
    [InlineData("type Query { number: Int! missing: Int }", "The field Query.missing has no public property or method Missing in Root.")]
    [InlineData("type Query { number: Int! }", "The public method Root.Greet serves no field of Query; name one so or mark it [NotAField].")]
    [InlineData("type Query { maybe: String! }", "Query.maybe is String!, but String may be null.")]
    [InlineData("type Query { number: String! }", "Query.number is String!; Int32 cannot stand behind it.")]
    [InlineData("type Query { number: [Int!]! }", "Query.number is [Int!]!, but Int32 is no list.")]
    [InlineData("type Query { names: [String!]! }", "Query.names is String!, but String may be null.")]
    [InlineData("type Query { shade: Shade! } enum Shade { RED DARK_BLUE }", "Query.shade: Colour has no member for the enum value Shade.DARK_BLUE.")]
    [InlineData("type Query { greet(name: String!, loud: Boolean): String! }", "The argument Query.greet(loud:) has no parameter loud in Root.Greet.")]
    [InlineData("type Query { greet: String! }", "The parameter name of Root.Greet is no argument of Query.greet.")]
    [InlineData("type Query { greet(name: Int!): String! }", "Query.greet(name:) is Int; String cannot hold it.")]
    [InlineData("type Query { sum(a: Int, b: Int): Int! }", "Query.sum(a:) may be null, but Int32 may not; make it nullable or give the schema a default.")]
    [InlineData("type Query { number(a: Int): Int! }", "The field Query.number takes arguments, but Root.Number is a property.")]
    [InlineData("type Query { search(box: Box!): String! } input Box { width: Float! height: Float }", "The input field Box.height has no constructor parameter in Box.")]
    [InlineData("type Query { search(box: Box!): String! } input Box { label: String }", "The parameter Width of Box is no field of the input Box.")]
    [InlineData("type Query { number: Int! } type Lost { a: Int }", "The object type \"Lost\" is bound to no class, and no field that returns it tells its class.")]
    public void Misfit_stops_the_build_and_is_named(string sdl, string fault)
    {
        var error = Assert.Throws<SchemaException>(() => GraphQLEngine.Build(sdl, bind => bind.Type("Query", new Root())));
        Assert.Contains(fault, error.Errors.Select(each => each.Message));
    }

    [Fact]
    public void Type_that_the_schema_lacks_stops_the_build()
    {
        var error = Assert.Throws<SchemaException>(() => GraphQLEngine.Build(
            "type Query { warmth: Int }", bind => bind.Type("Query", new Heat(1)).Type<Box>("Box").Scalar<DateOnly>("Date", _ => default, (_, _) => { })));
        Assert.Equal(
            ["The schema has no custom scalar \"Date\".", "Box is bound to \"Box\", which is no object type of the schema."],
            error.Errors.Select(each => each.Message));
    }

    public sealed record Heat(int? Warmth);

    [Fact]
    public async Task Null_for_a_parameter_without_null_takes_the_default_of_the_schema()
    {
        var engine = GraphQLEngine.Build("type Query { sum(a: Int = 5, b: Int): Int! }", bind => bind.Type("Query", new Sums()));
        Assert.Equal("""{"data":{"a":5,"b":7,"c":3}}""", await Run.Query(engine, "query($n: Int) { a: sum(a: null) b: sum(b: 2, a: $n) c: sum(a: 1, b: 2) }"));
    }

    public sealed class Sums
    {
        public int Sum(int a, int? b) => a + (b ?? 0);
    }

    [Fact]
    public async Task Derived_class_is_written_by_the_writer_of_its_base()
    {
        var engine = GraphQLEngine.Build("scalar Shape type Query { round: Shape! any: [Shape]! }", bind => bind
            .Type("Query", new Shapes()).Scalar<Figure>("Shape", _ => new Round(), (writer, figure) => writer.WriteStringValue(figure.GetType().Name)));
        Assert.Equal("""{"data":{"round":"Round","any":["Round",null]}}""", await Run.Query(engine, "{ round any }"));
    }

    public abstract class Figure;

    public sealed class Round : Figure;

    public sealed class Shapes
    {
        public static Round Round => new();

        public static IReadOnlyList<Figure?> Any() => [new Round(), null];
    }

    [Fact]
    public async Task Custom_scalar_is_parsed_from_literal_and_variable_and_written()
    {
        var engine = GraphQLEngine.Build(
            "scalar Date type Query { next(day: Date!): Date! }",
            bind => bind.Type("Query", new Calendar()).Scalar<DateOnly>(
                "Date",
                value => DateOnly.TryParseExact(value.ToString(), "yyyy-MM-dd", out var day) ? day : throw new FormatException("not a date"),
                (writer, day) => writer.WriteStringValue(day.ToString("yyyy-MM-dd"))));
        Assert.Equal(
            """{"data":{"a":"2024-03-01","b":"2025-01-01"}}""",
            await Run.Query(engine, """query($d: Date!) { a: next(day: "2024-02-29") b: next(day: $d) }""", """{"d":"2024-12-31"}"""));
        Assert.StartsWith(
            """{"errors":[{"message":"Expected value of type \"Date!\", but encountered error \"not a date\"; found: \"2024-13-01\"." """.TrimEnd().Replace("Date!", "Date"),
            await Run.Query(engine, """{ next(day: "2024-13-01") }"""));
        Assert.StartsWith(
            """{"errors":[{"message":"Variable \"$d\" has invalid value: Expected value of type \"Date\", but encountered error \"not a date\"; found: 5.","locations":[{"line":1,"column":7}],"extensions":{"code":"BAD_USER_INPUT"}}]}""",
            await Run.Query(engine, """query($d: Date!) { next(day: $d) }""", """{"d":5}"""));
    }

    public sealed class Calendar
    {
        public DateOnly Next(DateOnly day) => day.AddDays(1);
    }
}
