namespace GeoCrime.Api.Schema;

/// <summary>The schema that /graphql serves; every field of it is real.</summary>
public static class ServedSchema
{
    public static string Sdl { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(ServedSchema).Assembly.GetManifestResourceStream("schema.graphql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
