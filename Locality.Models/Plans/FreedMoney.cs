namespace LocalitySim.Models;

/// <summary>Says what is done with the money that a structure frees against the first one.</summary>
public enum FreedMoney
{
    /// <summary>It buys posts of a named service, so that every structure costs the same.</summary>
    BuysPosts,

    /// <summary>It is released: the structure costs less.</summary>
    Released,
}
