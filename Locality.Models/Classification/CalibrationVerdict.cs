namespace LocalitySim.Models;

/// <summary>What can be said of a group's events against those forecast.</summary>
public enum CalibrationVerdict
{
    /// <summary>The interval holds what was forecast.</summary>
    NoClearDifference,

    /// <summary>More events came than were forecast: chances are too low.</summary>
    MoreThanForecast,

    /// <summary>Fewer events came than were forecast: chances are too high.</summary>
    FewerThanForecast,
}
