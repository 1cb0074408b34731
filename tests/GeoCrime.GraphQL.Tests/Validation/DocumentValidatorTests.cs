using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;
using GeoCrime.GraphQL.Tests.Reference;
using GeoCrime.GraphQL.Validation;

namespace GeoCrime.GraphQL.Tests.Validation;

/// <summary>One document for each rule; ReferenceTests compares thousands with the reference implementation.</summary>
public sealed class DocumentValidatorTests
{
    private static readonly Schema Kitchen = SchemaLoader.Load(ReferenceImplementation.Schema("kitchen"));

    [Theory]
    [InlineData("{ old } type T { a: Int }", "The \"T\" definition is not executable. at 1:9")]
    [InlineData("query A { old } query A { old }", "There can be only one operation named \"A\". at 1:7 1:23")]
    [InlineData("{ old } query A { old }", "This anonymous operation must be the only defined operation. at 1:1")]
    [InlineData("subscription { ticks saved { id } }", "Anonymous Subscription must select only one top level field. at 1:22")]
    [InlineData("subscription S { __typename }", "Subscription \"S\" must not select an introspection top level field. at 1:18")]
    [InlineData("subscription { ticks @skip(if: true) }", "Anonymous Subscription must not use `@skip` or `@include` directives in the top level selection. at 1:22")]
    [InlineData("query($a: Strin) { search(text: $a) { __typename } }", "Unknown type \"Strin\". Did you mean \"String\"? at 1:11")]
    [InlineData("{ node(id: 1) { ... on Int { id } } }", "Fragment cannot condition on non composite type \"Int\". at 1:24")]
    [InlineData("query($a: User) { any(value: $a) }", "Variable \"$a\" cannot be non-input type \"User\". at 1:11|Variable \"$a\" of type \"User\" used in position expecting type \"Any\". at 1:7 1:30")]
    [InlineData("{ old { a } }", "Field \"old\" must not have a selection since type \"String\" has no subfields. at 1:7")]
    [InlineData("{ node(id: 1) }", "Field \"node\" of type \"Node\" must have a selection of subfields. Did you mean \"node { ... }\"? at 1:3")]
    [InlineData("{ node(id: 1) { size } }", "Cannot query field \"size\" on type \"Node\". Did you mean to use an inline fragment on \"File\" or \"Folder\"? at 1:17")]
    [InlineData("{ olt }", "Cannot query field \"olt\" on type \"Query\". Did you mean \"old\"? at 1:3")]
    [InlineData("{ old } fragment F on User { id }", "Fragment \"F\" is never used. at 1:9")]
    [InlineData("{ ...F } fragment F on Query { old } fragment F on Query { old }", "There can be only one fragment named \"F\". at 1:19 1:47")]
    [InlineData("{ ...F }", "Unknown fragment \"F\". at 1:6")]
    [InlineData("{ users { ... on File { id } } }", "Fragment cannot be spread here as objects of type \"User\" can never be of type \"File\". at 1:11")]
    [InlineData("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }", "Cannot spread fragment \"A\" within itself via \"B\". at 1:32 1:61")]
    [InlineData("query($a: ID!, $a: ID!) { node(id: $a) { id } }", "There can be only one variable named \"$a\". at 1:8 1:17")]
    [InlineData("query Q { node(id: $a) { id } }", "Variable \"$a\" is not defined by operation \"Q\". at 1:20 1:1")]
    [InlineData("query Q($a: ID) { old }", "Variable \"$a\" is never used in operation \"Q\". at 1:9")]
    [InlineData("{ old @nope }", "Unknown directive \"@nope\". at 1:7")]
    [InlineData("{ old @oneOf }", "Directive \"@oneOf\" may not be used on FIELD. at 1:7")]
    [InlineData("{ old @once @once }", "The directive \"@once\" can only be used once at this location. at 1:7 1:13")]
    [InlineData("{ old(ar: 1) }", "Unknown argument \"ar\" on field \"Query.old\". Did you mean \"arg\"? at 1:7")]
    [InlineData("{ old @once(cont: 1) }", "Unknown argument \"cont\" on directive \"@once\". Did you mean \"count\"? at 1:13")]
    [InlineData("{ old(arg: 1, arg: 1) }", "There can be only one argument named \"arg\". at 1:7 1:15")]
    [InlineData("{ old(arg: 1.5) }", "Int cannot represent non-integer value: 1.5 at 1:12")]
    [InlineData("{ shape(kind: ROUNDD) { x } }", "Value \"ROUNDD\" does not exist in \"Shape\" enum. Did you mean the enum value \"ROUND\"? at 1:15|Field \"shape\" must not have a selection since type \"Shape\" has no subfields. at 1:23")]
    [InlineData("mutation { save(box: { width: 1, choice: { name: \"a\", number: 1 } }) { id } }", "Within OneOf Input Object type \"Choice\", exactly one field must be specified, and the value for that field must be non-null. at 1:42")]
    [InlineData("{ node { id } }", "Argument \"Query.node(id:)\" of type \"ID!\" is required, but it was not provided. at 1:3")]
    [InlineData("query($a: ID) { node(id: $a) { id } }", "Variable \"$a\" of type \"ID\" used in position expecting type \"ID!\". at 1:7 1:26")]
    [InlineData("query($a: String) { any } mutation M($a: String) { save(box: { width: 1, choice: { name: $a } }) { id } }", "Variable \"$a\" is never used. at 1:7|This anonymous operation must be the only defined operation. at 1:1|Variable \"$a\" is of type \"String\" but must be non-nullable to be used for OneOf Input Object \"Choice\". at 1:38 1:90")]
    [InlineData("{ a: old a: any }", "Fields \"a\" conflict because \"old\" and \"any\" are different fields. Use different aliases on the fields to fetch both if this was intentional. at 1:3 1:10")]
    [InlineData("mutation { save(box: { width: 1, width: 2 }) { id } }", "There can be only one input field named \"width\". at 1:24 1:34")]
    [InlineData("{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }", "Maximum introspection depth exceeded at 1:3")]
    public void Broken_rule_is_reported_with_its_places(string document, string expected) =>
        Assert.Equal(expected.Split('|').Order(), Validate(document).Order());

    [Fact]
    public void Kind_of_operation_that_the_schema_lacks_is_refused() =>
        Assert.Equal(
            ["The mutation operation is not supported by the schema. at 1:1"],
            DocumentValidator.Validate(SchemaLoader.Load("type Query { a: Int }"), Parser.Parse("mutation { a }")).Select(Describe));

    [Fact]
    public void Errors_stop_at_a_hundred()
    {
        var errors = Validate($"{{ {string.Join(' ', Enumerable.Range(0, 500).Select(i => $"x{i}"))} }}");
        Assert.Equal(101, errors.Count);
        Assert.Equal("Too many validation errors, error limit reached. Validation aborted. at ", errors[^1]);
    }

    [Theory]
    [InlineData(3_000)]
    [InlineData(30_000)]
    public void Many_fields_of_one_name_are_refused_not_compared_pair_by_pair(int fields) =>
        Assert.Equal(
            "Validation aborted. at ",
            Validate($"{{ {string.Concat(Enumerable.Repeat("users { id } ", fields))} }}")[^1]);

    [Fact]
    public void Web_of_fragments_is_refused()
    {
        // Each fragment spreads all others: as many paths as permutations.
        var names = Enumerable.Range(0, 120).Select(i => $"F{i}").ToList();
        var text = "{ ...F0 } " + string.Concat(names.Select(name =>
            $"fragment {name} on Query {{ {string.Concat(names.Where(other => other != name).Select(other => $"...{other} "))} old }} "));
        Assert.NotEmpty(Validate(text));
    }

    private static List<string> Validate(string document) =>
        [.. DocumentValidator.Validate(Kitchen, Parser.Parse(document, ParserLimits.Trusted)).Select(Describe)];

    private static string Describe(GraphQL.Errors.GraphQLError error) => $"{error.Message} at {string.Join(" ", error.Locations)}";
}
