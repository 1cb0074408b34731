using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using GeoCrime.GraphQL.Errors;

namespace GeoCrime.GraphQL.Execution;

/// <summary>The outcome of one operation, settled but not yet written (section 7).</summary>
public sealed class Response
{
    private readonly SelectionPlan? _plan;
    private readonly Planner? _planner;
    private readonly object? _data;

    internal Response(IReadOnlyList<GraphQLError> errors) => Errors = errors;

    internal Response(IReadOnlyList<GraphQLError> errors, Planner planner, SelectionPlan plan, object? data)
        : this(errors)
    {
        _planner = planner;
        _plan = plan;
        _data = ReferenceEquals(data, Settled.Failed) ? null : data;
    }

    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>Whether the request failed before execution, so that the response has no <c>data</c> entry.</summary>
    public bool IsRequestError => _plan is null;

    /// <summary>Whether <c>data</c> is present and not null.</summary>
    public bool HasData => _data is not null;

    /// <summary>Writes the response as UTF-8 JSON into memory.</summary>
    public void Write(IBufferWriter<byte> target)
    {
        using var output = new ResponseWriter(target, _planner!, null, default);
        output.Json.WriteStartObject();
        if (_plan is not null)
        {
            output.Json.WritePropertyName("data");
            if (_data is null)
                output.Json.WriteNullValue();
            else
                output.WriteObject(_plan, Source, Slots);
        }
        End(output.Json);
    }

    /// <summary>Writes the response as UTF-8 JSON, flushing every 32 KB; waits for slow readers.</summary>
    public Task WriteAsync(PipeWriter target, CancellationToken cancellation = default) => WriteAsync(target, null, null, cancellation);

    /// <inheritdoc cref="WriteAsync(PipeWriter, CancellationToken)"/>
    /// <param name="onWhole">Told the length of a response that fits one piece, before that is sent.</param>
    /// <param name="patience">How long a reader may leave a full buffer standing; null for ever.</param>
    /// <exception cref="OperationCanceledException">The reader has gone, or takes nothing: its connection is to be cut.</exception>
    public async Task WriteAsync(PipeWriter target, Action<long>? onWhole, TimeSpan? patience, CancellationToken cancellation)
    {
        using var output = new ResponseWriter(target, _planner!, patience, cancellation);
        output.Json.WriteStartObject();
        if (_plan is not null)
        {
            output.Json.WritePropertyName("data");
            if (_data is null)
                output.Json.WriteNullValue();
            else
                await output.WriteObjectAsync(_plan, Source, Slots).ConfigureAwait(false);
        }
        End(output.Json);
        if (output.IsFirstPiece)
            onWhole?.Invoke(output.Json.BytesCommitted);
        await output.FlushAsync().ConfigureAwait(false);
    }

    /// <inheritdoc cref="WriteAsync(PipeWriter, CancellationToken)"/>
    public async Task WriteAsync(Stream target, CancellationToken cancellation = default)
    {
        var pipe = PipeWriter.Create(target, new StreamPipeWriterOptions(leaveOpen: true));
        await WriteAsync(pipe, cancellation).ConfigureAwait(false);
        await pipe.CompleteAsync().ConfigureAwait(false);
    }

    private object Source => (_data as SettledObject)?.Source ?? _data!;

    private object?[]? Slots => (_data as SettledObject)?.Slots;

    private void End(Utf8JsonWriter json)
    {
        // Errors come last: they are known before, but data is what a client draws first.
        if (Errors.Count > 0)
        {
            json.WritePropertyName("errors");
            json.WriteStartArray();
            foreach (var error in Errors)
                ErrorWriter.Write(json, error);
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.Flush();
    }
}
