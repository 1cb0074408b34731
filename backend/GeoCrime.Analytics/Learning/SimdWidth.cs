using System.Runtime.Intrinsics;

namespace GeoCrime.Analytics.Learning;

/// <summary>The vector width that a matrix kernel uses. All widths give the same bits: each sum runs in the same order.</summary>
public enum SimdWidth
{
    Scalar,
    Bits256,
    Bits512,
}

/// <summary>What this processor runs natively.</summary>
public static class SimdWidths
{
    /// <summary>The widest width with hardware support.</summary>
    public static SimdWidth Widest { get; } =
        Vector512.IsHardwareAccelerated ? SimdWidth.Bits512
        : Vector256.IsHardwareAccelerated ? SimdWidth.Bits256
        : SimdWidth.Scalar;
}
