using BenchmarkDotNet.Running;
using GeoCrime.Benchmarks;

if (args is ["map", ..])
    await MapDragBenchmark.RunAsync(args[1..]);
else if (args is ["lighthouse", ..])
    await LighthouseBenchmark.RunAsync(args[1..]);
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
