using System.Xml.Linq;

namespace GeoCrime.Architecture.Tests;

/// <summary>Which project may know which, and which packages the inner ones may use. Arrows point one way.</summary>
internal static class ProjectArrows
{
    private static readonly Dictionary<string, string[]> Projects = new()
    {
        ["GeoCrime.Domain"] = [],
        ["GeoCrime.Analytics"] = [],
        ["GeoCrime.GraphQL"] = [],
        ["GeoCrime.Studies"] = ["GeoCrime.Domain", "GeoCrime.Analytics"],
        ["GeoCrime.Data"] = ["GeoCrime.Domain"],
        ["GeoCrime.Migrations"] = ["GeoCrime.Data"],
        ["GeoCrime.Api"] = ["GeoCrime.Domain", "GeoCrime.Analytics", "GeoCrime.GraphQL", "GeoCrime.Studies", "GeoCrime.Data", "GeoCrime.Migrations"],
        ["GeoCrime.Cli"] = ["GeoCrime.Domain", "GeoCrime.Analytics", "GeoCrime.GraphQL", "GeoCrime.Studies", "GeoCrime.Data", "GeoCrime.Migrations", "GeoCrime.Api"],
    };

    /// <summary>Packages of the projects that know neither the web nor the database; the others are free to choose.</summary>
    private static readonly Dictionary<string, string[]> Packages = new()
    {
        ["GeoCrime.Domain"] = ["NetTopologySuite", "ProjNet"],
        ["GeoCrime.Analytics"] = ["MathNet.Numerics", "System.Numerics.Tensors"],
        ["GeoCrime.GraphQL"] = [],
        ["GeoCrime.Studies"] = [],
    };

    /// <summary>The arrows of one project file that the layout does not draw, each as a sentence.</summary>
    /// <param name="file">Path of the project file; its name is the project's.</param>
    /// <param name="xml">Its text.</param>
    public static IEnumerable<string> NotDrawn(string file, string xml)
    {
        var project = Path.GetFileNameWithoutExtension(file);
        if (!Projects.TryGetValue(project, out var known))
            return [$"{file}: {project} is not in the layout; draw its arrows here first."];
        var document = XDocument.Parse(xml);
        var references = Included(document, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))
            .Where(name => !known.Contains(name)).Select(name => $"{file}: {project} → {name} is not in the layout.");
        if (!Packages.TryGetValue(project, out var allowed))
            return references;
        var packages = Included(document, "PackageReference").Where(name => !allowed.Contains(name)).Select(name => $"{file}: {project} → package {name} is not in the layout.");
        var frameworks = Included(document, "FrameworkReference").Select(name => $"{file}: {project} → framework {name} is not in the layout.");
        var sdk = document.Root?.Attribute("Sdk")?.Value;
        return [.. references, .. packages, .. frameworks, .. sdk == "Microsoft.NET.Sdk" ? [] : new[] { $"{file}: {project} is built by {sdk ?? "no SDK"}, not by Microsoft.NET.Sdk." }];
    }

    private static IEnumerable<string> Included(XDocument document, string element) =>
        document.Descendants(element).Select(each => each.Attribute("Include")?.Value).OfType<string>();
}
