using System.Reflection;

namespace GeoCrime.Studies.Runs;

/// <summary>The version of the code that computes.</summary>
public static class CodeVersion
{
    /// <summary>The build's informational version, commit included where it is known.</summary>
    public static string Current { get; } =
        typeof(CodeVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
