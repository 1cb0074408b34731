using GeoCrime.Data.Import.Profiles;

namespace GeoCrime.Data.Tests.Import.Profiles;

public class MappedProfileTests
{
    [Fact]
    public void A_map_becomes_a_profile()
    {
        var profile = MappedProfile.Parse("occurred=When, category=What,lon=X,lat=Y,id=No,format=d/M/yyyy HH:mm,area:beat=Beat,keep=Street,keep=Zip", "mine", "Europe/London");
        Assert.Equal(("mine", "Europe/London", "No"), (profile.Code, profile.TimeZone, profile.Id));
        Assert.Equal(("When", "d/M/yyyy HH:mm"), (profile.OccurredFrom.Column, Assert.Single(profile.OccurredFrom.Formats)));
        Assert.Equal(("X", "Y", "EPSG:4326"), (profile.Position!.X, profile.Position.Y, profile.Position.Crs));
        Assert.Equal("Beat", profile.StatedAreas["beat"]);
        Assert.Equal(["Street", "Zip"], profile.Attributes);
    }

    [Theory]
    [InlineData("category=c", "--map lacks occurred=COLUMN")]
    [InlineData("occurred=d", "--map lacks category=COLUMN")]
    [InlineData("occurred=d,category=c,lon=x", "--map takes both lon and lat (or x and y), or neither")]
    [InlineData("occurred=d,category=c,when=x", "--map: 'when' is none of occurred, ")]
    [InlineData("occurred=d,category", "--map: 'category' is not KEY=COLUMN")]
    [InlineData("occurred=d,category=c,category=e", "--map gives category more than once")]
    public void Misuse_says_what_is_wrong(string map, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => MappedProfile.Parse(map, "m", "Europe/London")).Message);
}
