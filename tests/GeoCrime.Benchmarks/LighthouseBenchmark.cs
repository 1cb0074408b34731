using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace GeoCrime.Benchmarks;

/// <summary>Lighthouse's desktop audit of the built application beside a running server: its scores, what the performance score is made of, and the scripts loaded.</summary>
internal static class LighthouseBenchmark
{
    /// <summary>The version whose scores are in the results; npm fetches it.</summary>
    private const string Package = "lighthouse@13.5.0";
    private const string Chromium = "/usr/bin/chromium";
    private static readonly string[] Timings = ["first-contentful-paint", "largest-contentful-paint", "speed-index", "total-blocking-time", "cumulative-layout-shift"];

    public static async Task RunAsync(string[] args)
    {
        var url = args.ElementAtOrDefault(0) ?? "http://127.0.0.1:5080/?j=denver";
        var runs = args.ElementAtOrDefault(1) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 3;
        for (var run = 1; run <= runs; run++)
        {
            using var report = JsonDocument.Parse(await AuditAsync(url));
            var audits = report.RootElement.GetProperty("audits");
            Console.WriteLine(string.Join(", ", report.RootElement.GetProperty("categories").EnumerateObject().Select(category =>
                string.Create(CultureInfo.InvariantCulture, $"{category.Value.GetProperty("title").GetString()} {100 * category.Value.GetProperty("score").GetDouble():0}"))));
            Console.WriteLine("  " + string.Join(", ", Timings.Select(name => $"{audits.GetProperty(name).GetProperty("title").GetString()} {audits.GetProperty(name).GetProperty("displayValue").GetString()}")));
            var scripts = audits.GetProperty("network-requests").GetProperty("details").GetProperty("items").EnumerateArray()
                .Where(item => item.TryGetProperty("resourceType", out var type) && type.GetString() == "Script").ToList();
            var worker = scripts.Where(item => item.GetProperty("url").GetString()!.Contains("worker", StringComparison.Ordinal)).Sum(Transferred);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  scripts transferred {(scripts.Sum(Transferred) - worker) / 1000:0} kB, the map library's worker {worker / 1000:0} kB"));
        }
    }

    private static double Transferred(JsonElement request) => request.GetProperty("transferSize").GetDouble();

    private static async Task<string> AuditAsync(string url)
    {
        var start = new ProcessStartInfo("npx", ["--yes", Package, url, "--preset=desktop", "--output=json", "--quiet", "--chrome-flags=--headless --no-sandbox --enable-unsafe-swiftshader"]) { RedirectStandardOutput = true };
        start.Environment["CHROME_PATH"] = Chromium;
        using var process = Process.Start(start)!;
        var report = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? report : throw new InvalidOperationException($"Lighthouse ended with {process.ExitCode}; its messages are above.");
    }
}
