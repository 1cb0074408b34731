using System.Buffers;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GeoCrime.GraphQL.Execution;

/// <summary>Writes settled values as UTF-8 JSON, property by property from the objects themselves.</summary>
internal sealed class ResponseWriter : IDisposable
{
    private const int FlushBytes = 32 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly PipeWriter? _pipe;
    private readonly CancellationToken _cancellation;
    private readonly TimeSpan? _patience;
    private long _flushed;

    /// <param name="patience">How long a reader may leave a full buffer standing; null for ever.</param>
    public ResponseWriter(IBufferWriter<byte> target, Planner planner, TimeSpan? patience, CancellationToken cancellation)
    {
        _patience = patience;
        Json = new Utf8JsonWriter(target, Options);
        Planner = planner;
        _pipe = target as PipeWriter;
        _cancellation = cancellation;
    }

    public Utf8JsonWriter Json { get; }

    public Planner Planner { get; }

    /// <summary>Whether nothing has been handed on yet.</summary>
    public bool IsFirstPiece => _flushed == 0;

    public void WriteObject(SelectionPlan plan, object source, object?[]? slots)
    {
        Json.WriteStartObject();
        for (var i = 0; i < plan.Fields.Length; i++)
        {
            var field = plan.Fields[i];
            Json.WritePropertyName(field.EncodedName);
            if (TryGetValue(plan, field, source, slots, i, out var value))
                WriteValue(field.Bound!.Shape, field, value);
        }
        Json.WriteEndObject();
    }

    public async ValueTask WriteObjectAsync(SelectionPlan plan, object source, object?[]? slots)
    {
        Json.WriteStartObject();
        for (var i = 0; i < plan.Fields.Length; i++)
        {
            var field = plan.Fields[i];
            Json.WritePropertyName(field.EncodedName);
            if (TryGetValue(plan, field, source, slots, i, out var value))
                await WriteValueAsync(field.Bound!.Shape, field, value).ConfigureAwait(false);
        }
        Json.WriteEndObject();
    }

    public void WriteValue(Shape shape, FieldPlan field, object? value)
    {
        if (value is null)
            Json.WriteNullValue();
        else
            shape.Write(this, field, value);
    }

    public ValueTask WriteValueAsync(Shape shape, FieldPlan field, object? value)
    {
        if (value is not null && shape.Streams)
            return shape.WriteAsync(this, field, value);
        WriteValue(shape, field, value);
        return ValueTask.CompletedTask;
    }

    /// <summary>Hands on what is written once it is worth a packet; waits for a slow reader.</summary>
    public ValueTask FlushWhenFullAsync() =>
        _pipe is not null && Json.BytesCommitted + Json.BytesPending - _flushed >= FlushBytes ? FlushAsync() : ValueTask.CompletedTask;

    /// <exception cref="OperationCanceledException">The reader has gone, or takes nothing.</exception>
    public async ValueTask FlushAsync()
    {
        Json.Flush();
        _flushed = Json.BytesCommitted;
        if (_pipe is null)
            return;
        var flush = _pipe.FlushAsync(_cancellation);
        var result = flush.IsCompletedSuccessfully ? flush.Result : await TakenAsync(flush.AsTask()).ConfigureAwait(false);
        // A reader that has gone takes nothing more: what is left need not be made.
        if (result.IsCompleted)
            throw new OperationCanceledException("The reader of the response has gone.");
    }

    public void Dispose() => Json.Dispose();

    private async Task<FlushResult> TakenAsync(Task<FlushResult> flush)
    {
        try
        {
            return await flush.WaitAsync(_patience ?? Timeout.InfiniteTimeSpan).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new OperationCanceledException("The reader of the response takes nothing.");
        }
    }

    // True where a value of its own is still to be written; leaves behind properties are written here.
    private bool TryGetValue(SelectionPlan plan, FieldPlan field, object source, object?[]? slots, int i, out object? value)
    {
        value = slots is null ? Settled.ReadAgain : slots[i];
        if (!ReferenceEquals(value, Settled.ReadAgain))
            return true;
        if (field.Bound is null)
            Json.WriteStringValue(plan.Binding.EncodedName);
        else if (field.Bound.Leaf is { } leaf)
            leaf.Write(Json, source);
        else
        {
            value = field.Bound.Read!(source);
            return true;
        }
        return false;
    }
}
