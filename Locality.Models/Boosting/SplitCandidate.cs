using System.Runtime.Intrinsics;

namespace LocalitySim.Models;

/// <summary>A split that a node may make.</summary>
/// <param name="Column">The column.</param>
/// <param name="Bin">The last bin that goes left.</param>
/// <param name="MissingLeft">Whether missing values go left.</param>
/// <param name="Gain">What it takes off the loss, to second order; above zero.</param>
/// <param name="Left">The derivatives summed over the left side.</param>
internal readonly record struct SplitCandidate(int Column, int Bin, bool MissingLeft, double Gain, Vector128<double> Left);
