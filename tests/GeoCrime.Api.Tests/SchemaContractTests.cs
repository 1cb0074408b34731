using GeoCrime.GraphQL.Language;
using GeoCrime.Tests;

namespace GeoCrime.Api.Tests;

public class SchemaContractTests(Servers servers)
{
    [Fact]
    public void Served_schema_is_the_contract_or_less_plus_the_recorded_additions()
    {
        var contract = Members(Path.Combine(RepositoryFiles.Root, "tests", "GeoCrime.GraphQL.Tests", "Schemas", "contract.graphql"));
        var served = Members(Path.Combine(RepositoryFiles.Root, "backend", "GeoCrime.Api", "Schema", "schema.graphql"));
        var page = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs", "decisions", "0004-served-schema.md"));
        var recorded = page.Split("```")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        var additions = served.Except(contract).Order(StringComparer.Ordinal).ToArray();
        Assert.True(additions.SequenceEqual(recorded), $"The page's list should read:\n{string.Join('\n', additions)}");
    }

    [Fact]
    public async Task Server_introspects_as_the_schema_file_says()
    {
        var file = Members(Path.Combine(RepositoryFiles.Root, "backend", "GeoCrime.Api", "Schema", "schema.graphql"));
        var town = await servers.TownAsync();

        var data = await town.QueryAsync("{ __schema { types { name kind fields { name } enumValues { name } inputFields { name } } } }");

        foreach (var type in data.GetProperty("__schema").GetProperty("types").EnumerateArray().Where(type => !type.GetProperty("name").GetString()!.StartsWith("__", StringComparison.Ordinal)))
            foreach (var list in new[] { "fields", "enumValues", "inputFields" })
                if (type.GetProperty(list) is { ValueKind: System.Text.Json.JsonValueKind.Array } members)
                    foreach (var member in members.EnumerateArray())
                        Assert.Contains(file, line => line.StartsWith($"{type.GetProperty("name")}.{member.GetProperty("name")}", StringComparison.Ordinal));
    }

    /// <summary>One line a member: types, interfaces, fields with their types, arguments and input fields with types and defaults, enum values.</summary>
    private static HashSet<string> Members(string path)
    {
        var lines = new HashSet<string>();
        foreach (var definition in Parser.Parse(File.ReadAllText(path)).Definitions)
            foreach (var line in Lines(definition))
                Assert.True(lines.Add(line), $"{line} stands twice in {path}");
        return lines;
    }

    private static IEnumerable<string> Lines(Node definition) => definition switch
    {
        SchemaNode schema => schema.OperationTypes.Select(operation => $"schema.{operation.Operation}: {operation.Type}"),
        ScalarTypeNode scalar => [$"scalar {scalar.Name.Value}"],
        FieldedTypeNode type =>
        [
            $"{type.GetType().Name} {type.Name.Value}",
            .. type.Interfaces.Select(each => $"{type.Name.Value} implements {each}"),
            .. type.Fields.SelectMany(field => (string[])[$"{type.Name.Value}.{field.Name.Value}: {field.Type}", .. field.Arguments.Select(argument => Input($"{type.Name.Value}.{field.Name.Value}", argument))]),
        ],
        EnumTypeNode type => [$"enum {type.Name.Value}", .. type.Values.Select(value => $"{type.Name.Value}.{value.Name.Value}")],
        InputObjectTypeNode type =>
        [
            $"input {type.Name.Value}{string.Concat(type.Directives.Select(directive => $" @{directive.Name.Value}"))}",
            .. type.Fields.Select(field => Input(type.Name.Value, field)),
        ],
        _ => throw new NotSupportedException($"{definition.GetType().Name} is not compared."),
    };

    private static string Input(string owner, InputValueNode input) =>
        $"{owner}.{input.Name.Value}: {input.Type}{(input.DefaultValue is { } value ? $" = {Printer.Print(value)}" : "")}";
}
