using GeoCrime.Tests;

namespace GeoCrime.Architecture.Tests;

public class ProjectArrowsTests
{
    private static readonly string[] ProjectFiles =
    [
        .. new[] { "backend", "migrations" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, folder), "*.csproj", SearchOption.AllDirectories)),
    ];

    [Fact]
    public void Every_arrow_between_projects_is_in_the_layout() =>
        Assert.Empty(ProjectFiles.SelectMany(file => ProjectArrows.NotDrawn(Path.GetRelativePath(RepositoryFiles.Root, file), File.ReadAllText(file))));

    [Fact]
    public void All_eight_projects_are_looked_at() => Assert.Equal(8, ProjectFiles.Length);

    [Fact]
    public void An_arrow_the_wrong_way_is_named_with_its_file() =>
        Assert.Equal(
            ["backend/GeoCrime.Studies/GeoCrime.Studies.csproj: GeoCrime.Studies → GeoCrime.Data is not in the layout."],
            ProjectArrows.NotDrawn("backend/GeoCrime.Studies/GeoCrime.Studies.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <ItemGroup>
                    <ProjectReference Include="..\GeoCrime.Domain\GeoCrime.Domain.csproj" />
                    <ProjectReference Include="..\GeoCrime.Data\GeoCrime.Data.csproj" />
                  </ItemGroup>
                </Project>
                """));

    [Theory]
    [InlineData("Npgsql")]
    [InlineData("Microsoft.EntityFrameworkCore")]
    [InlineData("NetTopologySuite")]
    public void A_package_that_an_inner_project_may_not_know_is_named(string package) =>
        Assert.Equal(
            [$"x/GeoCrime.Analytics.csproj: GeoCrime.Analytics → package {package} is not in the layout."],
            ProjectArrows.NotDrawn("x/GeoCrime.Analytics.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="MathNet.Numerics" /><PackageReference Include="{package}" /></ItemGroup></Project>
                """));

    [Fact]
    public void The_web_reaches_an_inner_project_neither_by_framework_nor_by_sdk()
    {
        Assert.Equal(
            ["GeoCrime.GraphQL.csproj: GeoCrime.GraphQL → framework Microsoft.AspNetCore.App is not in the layout."],
            ProjectArrows.NotDrawn("GeoCrime.GraphQL.csproj", """
                <Project Sdk="Microsoft.NET.Sdk"><ItemGroup><FrameworkReference Include="Microsoft.AspNetCore.App" /></ItemGroup></Project>
                """));
        Assert.Equal(
            ["GeoCrime.GraphQL.csproj: GeoCrime.GraphQL is built by Microsoft.NET.Sdk.Web, not by Microsoft.NET.Sdk."],
            ProjectArrows.NotDrawn("GeoCrime.GraphQL.csproj", """<Project Sdk="Microsoft.NET.Sdk.Web" />"""));
    }

    [Fact]
    public void A_project_that_nobody_drew_is_named() =>
        Assert.Equal(
            ["backend/GeoCrime.Helpers/GeoCrime.Helpers.csproj: GeoCrime.Helpers is not in the layout; draw its arrows here first."],
            ProjectArrows.NotDrawn("backend/GeoCrime.Helpers/GeoCrime.Helpers.csproj", """<Project Sdk="Microsoft.NET.Sdk" />"""));
}
