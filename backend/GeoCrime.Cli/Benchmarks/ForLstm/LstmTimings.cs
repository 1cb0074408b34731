namespace GeoCrime.Cli.Benchmarks.ForLstm;

/// <summary>What one run of the benchmark measured.</summary>
/// <param name="Peer">Versions of PyTorch and its BLAS.</param>
/// <param name="Rounds">Medians are over so many.</param>
/// <param name="Own">One and two threads.</param>
/// <param name="Torch">One and two threads.</param>
/// <param name="KernelGflops">Matrix product of 512³, packing included, on one thread.</param>
/// <param name="PeakGflops">Multiply-adds on registers alone.</param>
internal sealed record LstmTimings(
    string Peer, int Rounds, IReadOnlyList<LstmTiming> Own, IReadOnlyList<LstmTiming> Torch, double KernelGflops, double PeakGflops)
{
    public double EpochRatioOneThread => Torch[0].Epoch / Own[0].Epoch;

    public double EpochRatioTwoThreads => Torch.Min(t => t.Epoch) / Own[1].Epoch;

    public double InferenceRatioOneThread => Torch[0].Inference / Own[0].Inference;

    public double InferenceRatioTwoThreads => Torch.Min(t => t.Inference) / Own[1].Inference;

    public double ShareOfPeak => KernelGflops / PeakGflops;
}
