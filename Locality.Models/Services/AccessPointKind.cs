namespace LocalitySim.Models;

/// <summary>Says what sort of door a contact comes through.</summary>
public enum AccessPointKind
{
    /// <summary>The front door itself.</summary>
    Primary,

    /// <summary>Another agency's door: a school, a surgery, a children's centre.</summary>
    Secondary,

    /// <summary>A telephone line or a form.</summary>
    Virtual,
}
