using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Targets are read as people write them, or refused with what was expected.</summary>
public sealed class StaffTargetTests
{
    [Theory]
    [InlineData("p90 wait <= 20 working days", "p90 wait <= 20 working days")]
    [InlineData("P90 wait ≤ 20 Working Days", "p90 wait <= 20 working days")]
    [InlineData("p 97.5 of the wait within 4.5 days", "p97.5 wait <= 4.5 days")]
    [InlineData("median wait < 1 day", "p50 wait <= 1 days")]
    [InlineData("mean wait at most 3 working days", "mean wait <= 3 working days")]
    [InlineData("average wait under 2 weeks", "mean wait <= 14 days")]
    [InlineData("90% seen in 20 working days", "p90 wait <= 20 working days")]
    [InlineData("  95 % are seen within 30 calendar days ", "p95 wait <= 30 days")]
    public void Targets_are_read_and_written_in_one_form(string text, string written)
    {
        StaffTarget target = StaffTarget.Parse(text);
        Assert.Equal(written, target.ToString());
        Assert.Equal(target, StaffTarget.Parse(written));
    }

    [Theory]
    [InlineData("soon", "found 'soon'; expected a target such as 'p90 wait <= 20 working days'")]
    [InlineData("", "found ''; expected a target such as")]
    [InlineData("p90 wait >= 20 days", "expected a target such as")]
    [InlineData("p90 wait <= 20", "expected a target such as")]
    [InlineData("p90 wait <= 20 working weeks", "expected a target such as")]
    [InlineData("p90 wait <= 1,5 days", "expected a target such as")]
    [InlineData("p100 wait <= 20 days", "expected a share above 0 and below 1: no staffing makes it certain")]
    [InlineData("p0 wait <= 20 days", "expected a share above 0 and below 1")]
    [InlineData("90% seen in 181 days", "expected from 0 to 180: waits are followed that far")]
    [InlineData("mean wait <= 0 days", "expected above 0, at most 180: no staffing makes it zero")]
    public void What_cannot_be_read_or_never_met_is_refused(string text, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => StaffTarget.Parse(text)).Message, StringComparison.Ordinal);
}
