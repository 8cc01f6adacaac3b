namespace LocalitySim.Models;

/// <summary>Says what is counted at the end of each week to judge a warm-up.</summary>
public enum WarmUpSeries
{
    /// <summary>Cases that workers hold.</summary>
    Held,

    /// <summary>Cases on lists.</summary>
    Waiting,
}
