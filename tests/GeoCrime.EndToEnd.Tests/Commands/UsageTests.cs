using System.Text.RegularExpressions;
using GeoCrime.EndToEnd.Tests.Serving;

namespace GeoCrime.EndToEnd.Tests.Commands;

public partial class UsageTests
{
    [Fact]
    public async Task Help_lists_the_verbs_and_every_verb_has_help_of_its_own()
    {
        var help = await CommandLine.RunAsync("--help");
        Assert.Equal(0, help.Code);
        var verbs = Verb().Matches(help.Output[help.Output.IndexOf("Commands:", StringComparison.Ordinal)..]).Select(match => match.Groups[1].Value).ToList();
        Assert.Superset(new HashSet<string> { "serve", "import", "sample", "migrate", "areas", "imports", "undo" }, verbs.ToHashSet());

        foreach (var verb in verbs)
        {
            var ended = await CommandLine.RunAsync(verb, "--help");
            Assert.Equal((0, ""), (ended.Code, ended.Errors));
            Assert.Contains($"geocrime {verb}", ended.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("fly")]
    [InlineData("serve --colour red")]
    [InlineData("serve --port abc")]
    [InlineData("serve --port 70000")]
    [InlineData("serve --port -1")]
    [InlineData("serve --data")]
    [InlineData("import")]
    [InlineData("undo latest")]
    [InlineData("risk --jurisdiction x")]
    [InlineData("risk --jurisdiction x --kind y --as-of yesterday")]
    [InlineData("staffing --jurisdiction x --kind y --units many")]
    [InlineData("staffing --jurisdiction x --kind y --units 5 --from 2024-13-01")]
    [InlineData("places nowhere.csv --jurisdiction x --kind bar --lon lon --lat lat")]
    [InlineData("places README.md --jurisdiction x --kind bar --lon lon")]
    [InlineData("places README.md --jurisdiction x --kind ?! --lon lon --lat lat")]
    [InlineData("indicators nowhere.csv --jurisdiction x --kind y --code z --value v")]
    [InlineData("briefing --jurisdiction x --out nowhere/briefing.pdf")]
    [InlineData("briefing --jurisdiction x --area y --out briefing.pdf")]
    [InlineData("briefing --jurisdiction x --server http://example.org --out briefing.pdf")]
    [InlineData("import nowhere.csv --jurisdiction x")]
    [InlineData("import nowhere.csv --jurisdiction x --map occurred=a,category=b --time-zone Mars/Olympus")]
    [InlineData("serve --data /etc/hostname/geocrime")]
    public async Task Bad_options_are_bad_usage_and_said_in_plain_words(string line)
    {
        var ended = await CommandLine.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, ended.Code);
        Assert.NotEmpty(ended.Errors);
        Assert.DoesNotContain("   at ", ended.Errors, StringComparison.Ordinal);
        Assert.Equal("", ended.Output);
    }

    [GeneratedRegex(@"^  ([a-z]+)\s", RegexOptions.Multiline)]
    private static partial Regex Verb();
}
