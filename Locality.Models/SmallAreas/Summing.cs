namespace LocalitySim.Models;

/// <summary>Takes rounding out of numbers that are to sum to another.</summary>
internal static class Summing
{
    private const int MostTries = 16;

    /// <summary>Puts what rounding left on the largest number, until their sum in their order is the total, or next to it.</summary>
    internal static double[] To(double total, double[] values)
    {
        int largest = 0;
        for (int place = 1; place < values.Length; place++)
        {
            largest = Math.Abs(values[place]) > Math.Abs(values[largest]) ? place : largest;
        }

        for (int tries = 0; tries < MostTries; tries++)
        {
            double rest = total - values.Sum();
            if (rest == 0)
            {
                break;
            }

            values[largest] += rest;
        }

        return values;
    }
}
