using System.Buffers;
using System.Text;
using System.Text.Json;
using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Execution;
using GeoCrime.GraphQL.Http;
using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;
using GeoCrime.GraphQL.Validation;

namespace GeoCrime.GraphQL.Tests.Reference;

/// <summary>Verdicts, messages, places and results agree with the reference implementation, graphql 17.1 of npm.</summary>
public sealed class ReferenceTests(ITestOutputHelper output)
{
    private static int Seed => int.TryParse(Environment.GetEnvironmentVariable("GEOCRIME_SEED"), out var seed) ? seed : 20250901;

    private static int PerSchema => int.TryParse(Environment.GetEnvironmentVariable("GEOCRIME_DIFFERENTIAL"), out var count) ? count : 900;

    [Fact]
    public async Task Documents_get_the_verdict_messages_and_places_of_the_reference()
    {
        var cases = new List<(string Schema, string Document)>();
        foreach (var name in new[] { "contract", "kitchen", "small", "zoo" })
        {
            var schema = SchemaLoader.Load(ReferenceImplementation.Schema(name));
            var random = new Random(Seed);
            var generator = new DocumentGenerator(schema, random);
            var mutator = new DocumentMutator(NamesOf(schema), random);
            for (var i = 0; i < PerSchema; i++)
            {
                var document = generator.Next().Document;
                cases.Add((name, i % 3 == 0 ? document : mutator.Mutate(document)));
            }
        }
        var answers = await ReferenceImplementation.AskAsync(
            [.. cases.Select(each => (object)new { schema = each.Schema, document = each.Document })], TestContext.Current.CancellationToken);
        var schemas = cases.Select(each => each.Schema).Distinct().ToDictionary(name => name, name => SchemaLoader.Load(ReferenceImplementation.Schema(name)));
        var valid = 0;
        var seen = new StringBuilder();
        for (var i = 0; i < cases.Count; i++)
        {
            var (schema, document) = cases[i];
            var expected = Errors(answers[i].GetProperty("errors"));
            seen.AppendJoin('\n', expected);
            valid += expected.Length == 0 ? 1 : 0;
            Same(expected, [.. Verdict(schemas[schema], document).Select(Describe)], schema, document);
        }
        output.WriteLine($"seed {Seed}: {cases.Count} documents over {schemas.Count} schemas, {valid} valid");
        Assert.InRange(valid, cases.Count / 5, cases.Count * 4 / 5);
        // The comparison is blind to a rule that no document breaks.
        var text = seen.ToString();
        Assert.All(Messages, message => Assert.Contains(message, text, StringComparison.Ordinal));
    }

    private static readonly string[] Messages =
    [
        "is not executable.", "There can be only one operation named", "anonymous operation must be the only", "must select only one top level field",
        "Unknown type", "cannot condition on non composite type", "cannot be non-input type", "must not have a selection", "must have a selection",
        "Cannot query field", "There can be only one fragment named", "Unknown fragment", "is never used.", "cannot be spread here", "within itself",
        "There can be only one variable named", "is not defined", "Unknown directive", "may not be used on", "can only be used once at this location",
        "Unknown argument", "There can be only one argument named", "cannot represent", "does not exist in", "is required, but it was not provided",
        "used in position expecting type", "must be non-nullable to be used for OneOf", "conflict because", "There can be only one input field named",
        "exactly one field must be specified", "to include required field", "not to include unknown field", "Syntax Error",
    ];

    [Fact]
    public async Task Operations_give_the_results_of_the_reference()
    {
        var engine = Zoo.Build(ReferenceImplementation.Schema("zoo"));
        var generator = new DocumentGenerator(engine.Schema, new Random(Seed));
        var cases = Enumerable.Range(0, PerSchema).Select(_ => generator.Next()).ToList();
        var answers = await ReferenceImplementation.AskAsync(
            [.. cases.Select(each => (object)new { schema = "zoo", document = each.Document, variables = JsonDocument.Parse(each.Variables).RootElement, execute = true })],
            TestContext.Current.CancellationToken);
        var executed = 0;
        for (var i = 0; i < cases.Count; i++)
        {
            if (!answers[i].TryGetProperty("result", out var result))
                continue;
            executed++;
            var (document, variables) = cases[i];
            var request = new GraphQLRequest(document, Variables: JsonDocument.Parse(variables).RootElement);
            var response = await engine.ExecuteAsync(request, new RequestContext(), TestContext.Current.CancellationToken);
            var buffer = new ArrayBufferWriter<byte>();
            response.Write(buffer);
            var given = JsonDocument.Parse(buffer.WrittenMemory).RootElement;
            var at = $"{document}\n{variables}";
            Same(Errors(result.GetProperty("errors")).Order(), Errors(given).Order(), "zoo", at);
            var data = result.TryGetProperty("data", out var present) ? present : default;
            Assert.True(
                given.TryGetProperty("data", out var own) ? data.ValueKind != JsonValueKind.Undefined && JsonElement.DeepEquals(data, own) : data.ValueKind == JsonValueKind.Undefined,
                $"seed {Seed}\n{at}\nreference {data}\nengine    {own}");
        }
        output.WriteLine($"seed {Seed}: {executed} operations executed of {cases.Count}");
        Assert.True(executed > cases.Count / 2);
    }

    [Fact]
    public async Task Schemas_get_the_verdict_messages_and_places_of_the_reference()
    {
        var cases = new List<string>();
        foreach (var name in new[] { "contract", "small", "zoo" })
        {
            var text = ReferenceImplementation.Schema(name);
            var mutator = new DocumentMutator([.. NamesOf(SchemaLoader.Load(text)), "Int", "Float", "ID", "__Type", "extend type", "input", "interface", "union"], new Random(Seed));
            cases.Add(text);
            cases.AddRange(Enumerable.Range(0, PerSchema / (name == "contract" ? 20 : 2)).Select(_ => mutator.Mutate(text)));
        }
        cases.AddRange(SchemaCases.All);
        var answers = await ReferenceImplementation.AskAsync(
            [.. cases.Select(document => (object)new { document, sdl = true })], TestContext.Current.CancellationToken);
        var valid = 0;
        for (var i = 0; i < cases.Count; i++)
        {
            Assert.False(answers[i].TryGetProperty("crash", out var crash), $"{crash}\n{cases[i]}");
            var expected = Errors(answers[i].GetProperty("errors"));
            valid += expected.Length == 0 ? 1 : 0;
            var given = SchemaVerdict(cases[i]).Select(Describe);
            if (answers[i].TryGetProperty("invalid", out _))
                Assert.NotEmpty(given);
            else
                Same(expected.Order(), answers[i].TryGetProperty("first", out _) ? given.Where(expected.Contains) : given.Order(), "", cases[i]);
        }
        output.WriteLine($"seed {Seed}: {cases.Count} schemas, {valid} valid");
    }

    [Fact]
    public async Task Introspection_tells_of_the_schema_what_the_reference_tells()
    {
        const string type = "kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } }";
        const string inputs = $"name description type {{ {type} }} defaultValue isDeprecated deprecationReason";
        const string query = $$"""
            { __schema { description queryType { name } mutationType { name } subscriptionType { name }
              types { kind name description specifiedByURL isOneOf interfaces { name } possibleTypes { name }
                fields(includeDeprecated: true) { name description isDeprecated deprecationReason type { {{type}} } args(includeDeprecated: true) { {{inputs}} } }
                enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } inputFields(includeDeprecated: true) { {{inputs}} } }
              directives { name isRepeatable locations args { {{inputs}} } } }
              unknown: __type(name: "None") { name } few: __type(name: "Kind") { enumValues { name } } }
            """;
        var answer = Assert.Single(await ReferenceImplementation.AskAsync(
            [new { schema = "zoo", document = query, execute = true }], TestContext.Current.CancellationToken));
        var own = JsonDocument.Parse(await Execution.Run.Query(Zoo.Build(ReferenceImplementation.Schema("zoo")), query)).RootElement;
        Assert.Equal(Flatten(answer.GetProperty("result").GetProperty("data")), Flatten(own.GetProperty("data")));

        // Built-in types describe themselves in words of their own, and the reference is ahead of the specification in two of them.
        static List<string> Flatten(JsonElement data)
        {
            var lines = new List<string> { data.GetProperty("unknown").ToString(), data.GetProperty("few").ToString() };
            foreach (var (name, member) in data.GetProperty("__schema").EnumerateObject().Select(entry => (entry.Name, entry.Value)))
                if (member.ValueKind == JsonValueKind.Array)
                    lines.AddRange(member.EnumerateArray().Where(each => !BuiltIn.Contains(each.GetProperty("name").GetString()!)).Select(each => $"{name} {each}").Order());
                else
                    lines.Add($"{name} {member}");
            return lines;
        }
    }

    private static readonly HashSet<string> BuiltIn =
    [
        "String", "Int", "Float", "Boolean", "ID", "skip", "include", "deprecated", "specifiedBy", "oneOf",
        "__Schema", "__Type", "__TypeKind", "__Field", "__InputValue", "__EnumValue", "__Directive", "__DirectiveLocation",
    ];

    [Fact]
    public async Task Documents_print_as_the_reference_prints_them()
    {
        var names = new[] { "contract", "kitchen", "small", "zoo" };
        var cases = names.Select(ReferenceImplementation.Schema).ToList();
        foreach (var name in names)
        {
            var generator = new DocumentGenerator(SchemaLoader.Load(ReferenceImplementation.Schema(name)), new Random(Seed));
            cases.AddRange(Enumerable.Range(0, PerSchema / 4).Select(_ => generator.Next().Document));
        }
        var answers = await ReferenceImplementation.AskAsync(
            [.. cases.Select(document => (object)new { document, print = true })], TestContext.Current.CancellationToken);
        for (var i = 0; i < cases.Count; i++)
        {
            var printed = Printer.Print(Parser.Parse(cases[i], ParserLimits.Trusted));
            Assert.Equal(answers[i].GetProperty("printed").GetString(), printed);
            Assert.Equal(printed, Printer.Print(Parser.Parse(printed, ParserLimits.Trusted)));
        }
    }

    private static IReadOnlyList<GraphQLError> Verdict(Schema schema, string document)
    {
        try
        {
            return DocumentValidator.Validate(schema, Parser.Parse(document, ParserLimits.Trusted));
        }
        catch (GraphQLException error)
        {
            return [error.Error];
        }
    }

    private static IReadOnlyList<GraphQLError> SchemaVerdict(string sdl)
    {
        try
        {
            SchemaLoader.Load(sdl);
            return [];
        }
        catch (GraphQLException error)
        {
            return [error.Error];
        }
        catch (SchemaException error)
        {
            return error.Errors;
        }
    }

    private static void Same(IEnumerable<string> expected, IEnumerable<string> given, string schema, string document) => Assert.True(
        expected.SequenceEqual(given),
        $"seed {Seed}, schema {schema}\n{document}\nreference:\n  {string.Join("\n  ", expected)}\nengine:\n  {string.Join("\n  ", given)}");

    private static string Describe(GraphQLError error) => $"{error.Message} at {string.Join(" ", error.Locations)}";

    private static string[] Errors(JsonElement from)
    {
        if (from.ValueKind == JsonValueKind.Object)
            return from.TryGetProperty("errors", out var errors) ? Errors(errors) : [];
        return [.. from.EnumerateArray().Select(Describe)];
    }

    private static string Describe(JsonElement error)
    {
        var text = new StringBuilder(error.GetProperty("message").GetString()).Append(" at ");
        if (error.TryGetProperty("locations", out var locations) && locations.ValueKind == JsonValueKind.Array)
            text.AppendJoin(' ', locations.EnumerateArray().Select(each => $"{each.GetProperty("line")}:{each.GetProperty("column")}"));
        if (error.TryGetProperty("path", out var path) && path.ValueKind == JsonValueKind.Array)
            text.Append(" in ").AppendJoin('/', path.EnumerateArray());
        return text.ToString();
    }

    private static List<string> NamesOf(Schema schema) =>
    [
        .. schema.Types.Select(type => type.Name),
        .. schema.Types.OfType<FieldedType>().SelectMany(type => type.Fields).Select(field => field.Name),
        .. schema.Types.OfType<FieldedType>().SelectMany(type => type.Fields).SelectMany(field => field.Arguments).Select(argument => argument.Name),
        .. schema.Types.OfType<EnumType>().SelectMany(type => type.Values).Select(value => value.Name),
    ];
}
