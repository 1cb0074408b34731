using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace GeoCrime.Api.Hosting;

/// <summary>Compresses answers of the listed kinds (brotli, gzip), save those so short that it would cost more than it gains.</summary>
internal sealed class LargeAnswers(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    /// <summary>What fits one packet.</summary>
    private const int LeastBytes = 1400;

    public override bool ShouldCompressResponse(HttpContext context) =>
        context.Response.ContentLength is not < LeastBytes && base.ShouldCompressResponse(context);
}
