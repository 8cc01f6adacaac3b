using System.Globalization;
using System.Text;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Writes a model's card: data, method, skill, calibration and limits, for whoever has to answer for its forecasts.</summary>
/// <remarks>Source of the form: Mitchell et al., "Model cards for model reporting", FAT* 2019.</remarks>
internal static class NeedCard
{
    internal static string Of(NeedModel model, NeedBacktest backtest, NeedData data)
    {
        StringBuilder text = new();
        void Say(string line) => text.Append(line).Append('\n');
        int[] ahead = [.. model.Fits.Select(fit => fit.YearsAhead).Distinct().Order()];
        Say("# Model of need");
        Say("");
        Say("## Data");
        Say("");
        Say($"- {data.Name}, SHA-256 `{data.Sha256}`: years {data.Panel.FirstPeriod.ToString(CultureInfo.InvariantCulture)} to {data.Panel.LastPeriod.ToString(CultureInfo.InvariantCulture)}, {backtest.Data.Authorities.Length} authorities.");
        Say($"- {NeedText.LeftOut(data, model.LeftOut)}");
        Say("");
        Say("## Method");
        Say("");
        Say($"- Version {model.MethodVersion.ToString(CultureInfo.InvariantCulture)}. The change of the logarithm of each rate is forecast, {string.Join(", ", ahead)} years ahead; the mean change of all authorities is taken as nought.");
        Say($"- Parts are blended (geometric mean, equal weights) that were better than 'same as last year' on the years of choice, {NeedText.Years(model.ChoiceYears)}; so were penalties chosen.");
        Say("- Intervals and draws come from past errors, scaled by the size of the authority, newer ones weighing more (conformal).");
        Say("");
        Say("| Target | Parts |");
        Say("|---|---|");
        foreach (NeedTargetBacktest target in backtest.Targets)
        {
            Say($"| {target.Target.Label} | {NeedText.Model(target)} |");
        }

        Say("");
        Say("## Skill");
        Say("");
        Say($"Forecasts of {NeedText.Years(backtest.TestYears)}, one year ahead, by settings chosen on the years before alone. Root mean squared error per 10,000 children.");
        Say("");
        Say("| Target | Same as last year | Forecast | Skill, % | One-sided p | Reading |");
        Say("|---|---|---|---|---|---|");
        foreach (NeedTargetBacktest target in backtest.Targets)
        {
            Say(string.Create(CultureInfo.InvariantCulture, $"| {target.Target.Label} | {target.Skill.PersistenceRmse:0.00} | {target.Skill.Rmse:0.00} | {NeedText.Percent(target.Skill.Skill).Replace('-', '−')} | {NeedText.PValue(target.Skill.PValue)} | {NeedText.Verdict(target)} |"));
        }

        Say("");
        Say("## Calibration");
        Say("");
        Say("| Target | 80 % intervals held, % | 95 % intervals held, % | Tenths of deprivation rejected |");
        Say("|---|---|---|---|");
        foreach (NeedTargetBacktest target in backtest.Targets)
        {
            (NeedCoverage likely, NeedCoverage wide) = target.Coverage;
            Say($"| {target.Target.Label} | {NeedText.Percent(likely.Share.Mean)} ({NeedText.Bounds(likely.Share, NeedText.Percent)}) | {NeedText.Percent(wide.Share.Mean)} ({NeedText.Bounds(wide.Share, NeedText.Percent)}) | {target.Deciles.Count(decile => decile.IsRejected).ToString(CultureInfo.InvariantCulture)} of {target.Deciles.Length.ToString(CultureInfo.InvariantCulture)} |");
        }

        Say("");
        Say("## Limits");
        Say("");
        Say("- For planning capacity. It says nothing about a child or a family, and must not be used for one.");
        Say("- Rates are of recorded activity: they move with practice and thresholds as well as with need.");
        Say("- Intervals cover what moved rates in the years of the errors. A break that those years did not see is not covered.");
        Say($"- {NeedText.Validity} {Downscaling.Caveat}");
        Say("- The number of children is taken as that of the last year.");
        return text.ToString();
    }
}
