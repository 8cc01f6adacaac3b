using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Cli;

/// <summary>Says what a model of escalation comes to, in sentences.</summary>
internal static class EscalationWords
{
    /// <summary>What every interval of a model of escalation covers.</summary>
    internal const string Intervals = "95 % intervals over referrals like these. They do not cover a change of practice or need since, nor what is not recorded.";

    /// <summary>Says where the referrals are from, and which were left out.</summary>
    internal static IEnumerable<string> Data(EscalationFit fit, int? windowDays)
    {
        (CaseTable table, EscalationTraining training, EscalationEvaluation test) = (fit.Table, fit.Model.Training, fit.Evaluation);
        string within = windowDays is { } days ? string.Create(CultureInfo.InvariantCulture, $" within {days} days") : "";
        yield return string.Create(CultureInfo.InvariantCulture, $"{table.Cases.Length:#,0} referrals of {table.Children:#,0} children, {table.Origin}; {table.Escalated:#,0} escalated{within}. {table.LeftOut:#,0} more left out: their window was not over.");
        yield return string.Create(CultureInfo.InvariantCulture, $"Fitted to the {training.Cases:#,0} before {test.From:yyyy-MM-dd}, of which {training.Escalated:#,0} escalated; tested by {test.Cases:#,0} later ones, of which {test.Escalated:#,0} did. {test.LeftOut:#,0} later ones left out: those children are in the fit.");
    }

    /// <summary>Says which method is used and why.</summary>
    internal static string Method(EscalationFit fit)
    {
        EscalationChoice choice = fit.Choice;
        if (choice is not { Trees: { } trees, Difference: { } difference })
        {
            return choice.WasStopped
                ? "Logistic regression. Boosted trees were not tried: the command was stopped."
                : "Logistic regression. Boosted trees were not tried.";
        }

        string used = choice.Method == EscalationMethod.Logistic ? "Logistic regression" : "Boosted trees";
        string clear = difference.Contains(0) ? "no clear difference, so that the lower is taken" : "a clear difference";
        return string.Create(CultureInfo.InvariantCulture, $"{used}: of children left out in turn, the log loss is {choice.Logistic.Mean:0.0000} by logistic regression and {trees.Mean:0.0000} by boosted trees; the difference is {Signed(difference.Mean)} ({Signed(difference.Lower)} to {Signed(difference.Upper)}): {clear}.");
    }

    /// <summary>Says what was set aside.</summary>
    internal static IEnumerable<string> Aside(EscalationFit fit) => fit.Model.Aside.Select(level =>
    {
        string where = level.Attribute == EscalationAttribute.Pathway ? $"on pathway {level.Level}" : $"referred by {level.Level}";
        Interval share = level.Share;
        return level.Escalated == 0
            ? string.Create(CultureInfo.InvariantCulture, $"Set aside: none of the {level.Cases:#,0} fitted {where} escalated, which is {100 * share.Upper:0.00} % at most. No odds can be given; each has a chance of {100 * level.Chance:0.0000} %.")
            : string.Create(CultureInfo.InvariantCulture, $"Set aside: all of the {level.Cases:#,0} fitted {where} escalated, which is {100 * share.Lower:0.00} % at least. No odds can be given; each has a chance of {100 * level.Chance:0.00} %.");
    });

    /// <summary>Says whether the model ranks and forecasts better than one chance for all, and whether its chances are what they say.</summary>
    internal static IEnumerable<string> Skill(EscalationEvaluation test)
    {
        yield return test.BrierToBaseRate.Upper < 0 ? "It forecasts better than one chance for all."
            : test.BrierToBaseRate.Lower > 0 ? "It forecasts worse than one chance for all: do not use it."
            : "No clear difference from one chance for all: what is known at referral hardly tells who will escalate.";
        yield return test.Calibration.PValue is not { } p ? "Whether its chances are what they say cannot be told: they hardly differ."
            : p < 0.05 ? string.Create(CultureInfo.InvariantCulture, $"Its chances are not what they say (p = {p:0.0000}): more or fewer escalated than it forecast, or chances are too far apart or too close.")
            : string.Create(CultureInfo.InvariantCulture, $"Its chances against what came: no clear difference (p = {p:0.00}).");
    }

    /// <summary>Writes a number with its interval.</summary>
    internal static string Text(Interval? interval, string format = "0.00") => interval is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{Number(known.Mean, format)} ({Number(known.Lower, format)} to {Number(known.Upper, format)})")
        : "–";

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Signed(double value) => value.ToString("+0.0000;−0.0000;0.0000", CultureInfo.InvariantCulture);
}
