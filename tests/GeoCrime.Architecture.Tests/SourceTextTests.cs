using System.Text.RegularExpressions;

namespace GeoCrime.Architecture.Tests;

public partial class SourceTextTests
{
    private const int MostLines = 300;

    /// <summary>Files that may be longer, or folders of them, and why.</summary>
    private static readonly Dictionary<string, string> LongOnes = new()
    {
        ["frontend/src/api/generated.ts"] = "generated from the schema",
        ["migrations/GeoCrime.Migrations/Migrations/"] = "written by dotnet ef",
    };

    /// <summary>Literal colours outside tokens.css, and why.</summary>
    private static readonly Dictionary<string, string> LiteralColours = new()
    {
        ["rgba(0,0,0,0)"] = "no colour at all, as MapLibre writes it",
        ["rgb(0 0 0 / .35)"] = "the shade over what a dialog covers, the same in both themes",
        ["#000"] = "a mask's opaque end; its colour is never seen",
    };

    [Theory]
    [InlineData("backend/GeoCrime.Analytics")]
    [InlineData("backend/GeoCrime.GraphQL")]
    public void The_word_is_known_only_as_part_of_the_products_name(string folder) =>
        Assert.Empty(Found(folder, [".cs"], Word()));

    [Fact]
    public void No_file_is_long_without_a_reason() =>
        Assert.Empty(new[] { "backend", "frontend/src", "frontend/test", "migrations", "tests" }
            .Where(folder => Directory.Exists(Path.Combine(GeoCrime.Tests.RepositoryFiles.Root, folder)))
            .SelectMany(folder => SourceFiles.Under(folder, ".cs", ".ts", ".tsx", ".css"))
            .Where(file => !LongOnes.Keys.Any(file.StartsWith))
            .Select(file => (File: file, SourceFiles.Lines(file).Length))
            .Where(each => each.Length > MostLines)
            .Select(each => $"{each.File} has {each.Length} lines; more than {MostLines} need a reason in {nameof(LongOnes)}."));

    [Fact]
    public void Colours_of_the_front_end_stand_in_its_tokens_alone() =>
        Assert.Empty(SourceFiles.Under("frontend/src", ".ts", ".tsx", ".css")
            .Where(file => !file.EndsWith("/tokens.css", StringComparison.Ordinal))
            .SelectMany(file => LiteralColoursIn(SourceFiles.Lines(file)).Select(colour => $"{file}: {colour} is not in tokens.css.")));

    [Theory]
    [InlineData("  color: #1f2a30;", "#1f2a30")]
    [InlineData("const fill = 'rgb(10 20 30)';", "rgb(10 20 30)")]
    [InlineData("background: hsl(210, 50%, 40%);", "hsl(210, 50%, 40%)")]
    [InlineData("  color: #FFF8;", "#FFF8")]
    public void A_literal_colour_is_seen(string line, string colour) => Assert.Equal([colour], LiteralColoursIn([line]));

    [Theory]
    [InlineData("  color: var(--ink);")]
    [InlineData("/** \"rgb(20 24 27 / .62)\" → numbers */")]
    [InlineData(" * #ffffff is white.")]
    [InlineData("location.hash = '#layers';")]
    [InlineData("mask-image: linear-gradient(90deg, #000 85%, transparent);")]
    public void What_is_no_literal_colour_passes(string line) => Assert.Empty(LiteralColoursIn([line]));

    private static IEnumerable<string> Found(string folder, string[] endings, Regex forbidden) =>
        from file in SourceFiles.Under(folder, endings)
        from line in SourceFiles.Lines(file).Index()
        where forbidden.IsMatch(line.Item)
        select $"{file}:{line.Index + 1}: {line.Item.Trim()}";

    private static IEnumerable<string> LiteralColoursIn(string[] lines) =>
        lines.Where(line => !Comment().IsMatch(line)).SelectMany(line => Colour().Matches(line)).Select(match => match.Value).Where(colour => !LiteralColours.ContainsKey(colour));

    [GeneratedRegex("(?<!geo)crime", RegexOptions.IgnoreCase)]
    private static partial Regex Word();

    [GeneratedRegex(@"^\s*(/\*|\*|//)")]
    private static partial Regex Comment();

    // Three, four, six or eight digits; a function of numbers, not of variables.
    [GeneratedRegex(@"#([0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b|\b(rgb|hsl)a?\(\s*\d[^)]*\)")]
    private static partial Regex Colour();
}
