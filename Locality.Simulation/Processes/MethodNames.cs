namespace LocalitySim.Simulation;

/// <summary>Reads a method's name out of the name of its state machine.</summary>
internal static class MethodNames
{
    internal static string Of(Type stateMachine)
    {
        // The compiler writes <Method>d__3, or <<Outer>g__Local|2_0>d for a local function.
        string name = stateMachine.Name;
        int local = name.IndexOf("g__", StringComparison.Ordinal);
        if (local >= 0)
        {
            int bar = name.IndexOf('|', local);
            return bar > local + 3 ? name[(local + 3)..bar] : name;
        }

        int open = name.LastIndexOf('<');
        int close = name.IndexOf('>', StringComparison.Ordinal);
        return open >= 0 && close > open + 1 ? name[(open + 1)..close] : name;
    }
}
