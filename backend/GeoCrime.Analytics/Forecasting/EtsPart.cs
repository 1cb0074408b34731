namespace GeoCrime.Analytics.Forecasting;

/// <summary>How a part of exponential smoothing joins the others.</summary>
public enum EtsPart
{
    None,
    Additive,
    Multiplicative,
}
