namespace LocalitySim.Models;

/// <summary>Is what one future and its relatives came to.</summary>
/// <param name="Values">Each structure's value in the future as it falls out.</param>
/// <param name="SameFigures">With the same figures, and other drift and chance; null where no figure is uncertain.</param>
/// <param name="SameDrift">With the same drift, and other figures and chance; null where demand does not drift.</param>
/// <param name="AsTheyStand">With the same drift and chance, and figures as they stand; null where no figure is uncertain.</param>
/// <param name="Figures">The values drawn for the uncertain figures.</param>
/// <param name="Drift">The mean factor of the drift over the counted part.</param>
internal sealed record FutureOutcome(double[] Values, double[]? SameFigures, double[]? SameDrift, double[]? AsTheyStand, double[] Figures, double Drift);
