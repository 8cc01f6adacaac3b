namespace LocalitySim.Models;

/// <summary>Is an input file and what was in it.</summary>
/// <param name="File">The file's name in the scenario's folder.</param>
/// <param name="Sha256">The SHA-256 hash of its bytes, in hexadecimal.</param>
public sealed record InputFile(string File, string Sha256);
