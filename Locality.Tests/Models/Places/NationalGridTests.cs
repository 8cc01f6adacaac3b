using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

public class NationalGridTests
{
    /// <summary>Ordnance Survey, "A guide to coordinate systems in Great Britain" (version 3.6), annex C.1: the worked example.</summary>
    [Fact]
    public void The_worked_example_of_the_projection_comes_out_to_the_millimetre()
    {
        const double RadiansPerDegree = Math.PI / 180;
        GridPoint point = NationalGrid.Project((52 + (39.0 / 60) + (27.2531 / 3600)) * RadiansPerDegree, (1 + (43.0 / 60) + (4.5177 / 3600)) * RadiansPerDegree);
        Assert.Equal(651409.903, point.EastingMetres, 0.001);
        Assert.Equal(313177.270, point.NorthingMetres, 0.001);
    }

    /// <summary>Ordnance Survey's test points of the exact transformation (OSTN15 developer pack, 2016), from Scilly to Shetland.</summary>
    [Theory]
    [InlineData(49.92226393730, -6.29977752014, 91492.146, 11318.804)]
    [InlineData(50.57563665000, -1.29782277240, 449816.371, 75335.861)]
    [InlineData(50.93127937910, -1.45051433700, 438710.920, 114792.250)]
    [InlineData(51.37447025550, 1.44454730409, 639821.835, 169565.858)]
    [InlineData(51.42754743020, -2.54407618349, 362269.991, 169978.690)]
    [InlineData(51.48936564950, -0.11992557180, 530624.974, 178388.464)]
    [InlineData(51.85890896400, -4.30852476960, 241124.584, 220332.641)]
    [InlineData(52.25529381630, -2.15458614387, 389544.190, 261912.153)]
    [InlineData(53.80021519630, -1.66379168242, 422242.186, 433818.701)]
    [InlineData(57.48625000720, -4.21926398555, 267056.768, 846176.972)]
    [InlineData(60.13308091660, -2.07382822798, 395999.668, 1138728.951)]
    public void Degrees_come_within_five_metres_of_the_exact_transformation(double latitude, double longitude, double easting, double northing)
    {
        GridPoint point = NationalGrid.FromWgs84(latitude, longitude);
        double x = point.EastingMetres - easting;
        double y = point.NorthingMetres - northing;
        Assert.InRange(Math.Sqrt((x * x) + (y * y)), 0, 5);
    }

    [Theory]
    [InlineData(47.9, 0)]
    [InlineData(62.1, 0)]
    [InlineData(52, -10.1)]
    [InlineData(52, 5.1)]
    [InlineData(double.NaN, 0)]
    public void Degrees_outside_Britain_are_refused(double latitude, double longitude) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NationalGrid.FromWgs84(latitude, longitude));
}
