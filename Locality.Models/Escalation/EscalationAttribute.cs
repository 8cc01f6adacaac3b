namespace LocalitySim.Models;

/// <summary>What is known of a referral when it comes, and a model of escalation reads.</summary>
public enum EscalationAttribute
{
    /// <summary>The pathway on which it came, against the most common one.</summary>
    Pathway,

    /// <summary>Who referred, against the most common source.</summary>
    Source,

    /// <summary>The child's age in years.</summary>
    Age,

    /// <summary>Whether the age is not known.</summary>
    AgeNotKnown,

    /// <summary>Whether the child was referred before.</summary>
    Returned,

    /// <summary>The share of children in income-deprived families where the child lives, in tenths: 2.5 is 25 per cent.</summary>
    Deprivation,
}
