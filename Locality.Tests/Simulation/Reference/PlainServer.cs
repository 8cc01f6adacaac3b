namespace LocalitySim.Tests;

/// <summary>Is a server of a <see cref="PlainPool"/>.</summary>
internal sealed class PlainServer(int number, SmallModel.ServerData data)
{
    private int change;

    public int Number => number;

    public double Speed => data.Speed;

    /// <summary>Gets whether it is on duty now; before the first change, in the state which that ends.</summary>
    public bool IsOnDuty { get; private set; } = data.Shifts.Count == 0 || !data.Shifts[0].OnDuty;

    /// <summary>Gets or sets the job that it works on or, where that is suspended, keeps.</summary>
    public PlainJob? Job { get; set; }

    public double StartTime { get; set; }

    public double EndTime { get; set; }

    /// <summary>Gets or sets the end of its job in the calendar; absent while it is suspended.</summary>
    public PlainCalendar.Entry? End { get; set; }

    /// <summary>Gets or sets its turn among those that became free.</summary>
    public int IdleTurn { get; set; }

    public bool IsFree => IsOnDuty && Job is null;

    /// <summary>Gets the time of the next change of shift, if there is one.</summary>
    public double? NextChange
    {
        get
        {
            if (data.Period is { } period && data.Shifts.Count > 0)
            {
                return (change / data.Shifts.Count * period) + data.Shifts[change % data.Shifts.Count].Time;
            }

            return change < data.Shifts.Count ? data.Shifts[change].Time : null;
        }
    }

    public void Change()
    {
        change++;
        IsOnDuty = !IsOnDuty;
    }
}
