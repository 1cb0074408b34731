using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Profiles;
using GeoCrime.Data.Import.Rows;

namespace GeoCrime.Data.Tests.Import.Rows;

public class CategoryMatcherTests
{
    private static readonly CategoryRule[] Rules =
    [
        new("burglary-any", "Burglary", "property", 20, Prefix: "BURGLARY"),
        new("theft", "Theft", "property", 5, Pattern: "THEFT|STOLEN"),
        new("from-vehicle", "Theft from vehicle", "vehicle", 6, Match: "BURGLARY FROM VEHICLE"),
        new("drugs", "Drugs", "drugs", 4, OfficerInitiated: true, Match: "drug"),
    ];

    private readonly CategoryMatcher matcher = new(Rules, "f.csv");

    [Theory]
    [InlineData("BURGLARY, ATTEMPTED", "burglary-any")]
    [InlineData("BURGLARY FROM VEHICLE", "from-vehicle")]
    [InlineData("Burglary of a stolen car", "burglary-any")]
    [InlineData("BIKE - STOLEN", "theft")]
    [InlineData("DRUG", "drugs")]
    public void Exact_matches_come_first_then_rules_in_their_order_whatever_the_case(string value, string code) =>
        Assert.Equal(code, matcher.Of(value).Code);

    [Fact]
    public void A_value_without_a_rule_is_a_category_of_its_own() =>
        Assert.Equal(new Category("non-criminal-subject-specified", "NON-CRIMINAL (SUBJECT SPECIFIED)", "other", 1, false, false), matcher.Of("NON-CRIMINAL (SUBJECT SPECIFIED)"));

    [Fact]
    public void A_column_with_too_many_values_is_not_one_of_categories()
    {
        for (var number = 0; number < CategoryMatcher.MostUnmapped; number++)
            matcher.Of($"{number} MAIN ST");
        var error = Assert.Throws<ImportException>(() => matcher.Of("5000 MAIN ST"));
        Assert.Equal("f.csv: the category column has more than 1,000 values that no rule knows, '5000 MAIN ST' among them; is it the right column?", error.Message);
    }

    [Theory]
    [InlineData("Gateway / Green Valley Ranch", "gateway-green-valley-ranch")]
    [InlineData("  ", "unnamed")]
    [InlineData("ÑUÑOA #3", "ñuñoa-3")]
    public void Slugs_are_lower_case_with_single_hyphens(string name, string slug) => Assert.Equal(slug, Slug.Of(name));
}
