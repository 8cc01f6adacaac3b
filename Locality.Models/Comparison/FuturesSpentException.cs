namespace LocalitySim.Models;

/// <summary>Ends a selection that has had all the futures it may have.</summary>
internal sealed class FuturesSpentException : Exception;
