namespace GeoCrime.GraphQL.Validation;

/// <summary>Ends a validation that has found enough, or that would cost too much.</summary>
internal sealed class ValidationAbortedException(string message) : Exception(message);
