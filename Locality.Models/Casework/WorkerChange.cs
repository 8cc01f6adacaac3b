namespace LocalitySim.Models;

/// <summary>Is that a person took a case whom it did not have before.</summary>
/// <param name="Time">When, in days from the start of the run.</param>
/// <param name="Worker">The post.</param>
/// <param name="Holder">The number of the post's holder: post and holder together are a person.</param>
internal readonly record struct WorkerChange(double Time, Caseworker Worker, int Holder);
