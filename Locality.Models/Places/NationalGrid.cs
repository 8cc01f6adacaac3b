using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Turns degrees as satellites give them (WGS 84) into metres on the British national grid.</summary>
/// <remarks>
/// Source: Ordnance Survey, "A guide to coordinate systems in Great Britain" (version 3.6, 2020): section 6.6 (Helmert transformation, good to
/// about 5 metres), annexes A (ellipsoids), B (cartesian coordinates) and C (Transverse Mercator). The grid of corrections that makes it exact
/// to centimetres (OSTN15) is left out: a map of a county shows no 5 metres.
/// </remarks>
public static class NationalGrid
{
    private const double RadiansPerDegree = 0.017453292519943295;
    private const double RadiansPerSecond = RadiansPerDegree / 3600;

    // WGS 84, and Airy 1830: semi-major and semi-minor axes in metres.
    private const double WgsMajor = 6378137;
    private const double WgsMinor = 6356752.3141;
    private const double AiryMajor = 6377563.396;
    private const double AiryMinor = 6356256.909;

    // The projection: scale on the central meridian, true origin, and the coordinates given to it.
    private const double Scale = 0.9996012717;
    private const double OriginLatitude = 49 * RadiansPerDegree;
    private const double OriginLongitude = -2 * RadiansPerDegree;
    private const double OriginEasting = 400_000;
    private const double OriginNorthing = -100_000;

    // From WGS 84 to OSGB36: shifts in metres, scale, and rotations.
    private const double ShiftX = -446.448;
    private const double ShiftY = 125.157;
    private const double ShiftZ = -542.060;
    private const double Stretch = 1 + 20.4894e-6;
    private const double RotationX = -0.1502 * RadiansPerSecond;
    private const double RotationY = -0.2470 * RadiansPerSecond;
    private const double RotationZ = -0.8421 * RadiansPerSecond;

    /// <summary>Gets the least and the most degrees of latitude for which the formulas are meant: Great Britain with its seas.</summary>
    public static (double Least, double Most) LatitudeRange => (48, 62);

    /// <summary>Gets the least and the most degrees of longitude for which the formulas are meant.</summary>
    public static (double Least, double Most) LongitudeRange => (-10, 5);

    /// <summary>Returns the point on the national grid, good to about 5 metres in Great Britain.</summary>
    /// <param name="latitude">Degrees north on WGS 84, in <see cref="LatitudeRange"/>.</param>
    /// <param name="longitude">Degrees east on WGS 84, in <see cref="LongitudeRange"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside its range.</exception>
    public static GridPoint FromWgs84(double latitude, double longitude)
    {
        Check(latitude, LatitudeRange, nameof(latitude));
        Check(longitude, LongitudeRange, nameof(longitude));
        (double x, double y, double z) = Cartesian(latitude * RadiansPerDegree, longitude * RadiansPerDegree);
        (double phi, double lambda) = OnAiry(
            ShiftX + (Stretch * x) - (RotationZ * y) + (RotationY * z),
            ShiftY + (RotationZ * x) + (Stretch * y) - (RotationX * z),
            ShiftZ - (RotationY * x) + (RotationX * y) + (Stretch * z));
        return Project(phi, lambda);
    }

    /// <summary>Projects OSGB36 latitude and longitude, in radians: annex C.1.</summary>
    internal static GridPoint Project(double phi, double lambda)
    {
        double sin = PortableMath.Sin(phi);
        double cos = PortableMath.Cos(phi);
        double tan2 = sin / cos * (sin / cos);
        double e2 = 1 - (AiryMinor * AiryMinor / (AiryMajor * AiryMajor));
        double flat = 1 - (e2 * sin * sin);
        double nu = AiryMajor * Scale / Math.Sqrt(flat);
        double rho = AiryMajor * Scale * (1 - e2) / (flat * Math.Sqrt(flat));
        double eta2 = (nu / rho) - 1;

        double cos3 = cos * cos * cos;
        double cos5 = cos3 * cos * cos;
        double i = Meridian(phi) + OriginNorthing;
        double ii = nu / 2 * sin * cos;
        double iii = nu / 24 * sin * cos3 * (5 - tan2 + (9 * eta2));
        double iiiA = nu / 720 * sin * cos5 * (61 - (58 * tan2) + (tan2 * tan2));
        double iv = nu * cos;
        double v = nu / 6 * cos3 * ((nu / rho) - tan2);
        double vi = nu / 120 * cos5 * (5 - (18 * tan2) + (tan2 * tan2) + (14 * eta2) - (58 * tan2 * eta2));

        double east = lambda - OriginLongitude;
        double east2 = east * east;
        return new(
            OriginEasting + (east * (iv + (east2 * (v + (east2 * vi))))),
            i + (east2 * (ii + (east2 * (iii + (east2 * iiiA))))));
    }

    /// <summary>The length of the meridian from the true origin, scaled: annex C, equation C3.</summary>
    private static double Meridian(double phi)
    {
        double n = (AiryMajor - AiryMinor) / (AiryMajor + AiryMinor);
        double n2 = n * n;
        double n3 = n2 * n;
        double difference = phi - OriginLatitude;
        double sum = phi + OriginLatitude;
        return AiryMinor * Scale * (
            ((1 + n + (5.0 / 4 * n2) + (5.0 / 4 * n3)) * difference)
            - (((3 * n) + (3 * n2) + (21.0 / 8 * n3)) * PortableMath.Sin(difference) * PortableMath.Cos(sum))
            + (((15.0 / 8 * n2) + (15.0 / 8 * n3)) * PortableMath.Sin(2 * difference) * PortableMath.Cos(2 * sum))
            - (35.0 / 24 * n3 * PortableMath.Sin(3 * difference) * PortableMath.Cos(3 * sum)));
    }

    /// <summary>Cartesian coordinates of a point on the surface of WGS 84: annex B.1.</summary>
    private static (double X, double Y, double Z) Cartesian(double phi, double lambda)
    {
        double sin = PortableMath.Sin(phi);
        double e2 = 1 - (WgsMinor * WgsMinor / (WgsMajor * WgsMajor));
        double nu = WgsMajor / Math.Sqrt(1 - (e2 * sin * sin));
        double across = nu * PortableMath.Cos(phi);
        return (across * PortableMath.Cos(lambda), across * PortableMath.Sin(lambda), (1 - e2) * nu * sin);
    }

    /// <summary>Latitude and longitude on Airy 1830: annex B.2. Each round gains more than two digits; Britain lies where x is above zero.</summary>
    private static (double Phi, double Lambda) OnAiry(double x, double y, double z)
    {
        const int Rounds = 10;
        double e2 = 1 - (AiryMinor * AiryMinor / (AiryMajor * AiryMajor));
        double across = Math.Sqrt((x * x) + (y * y));
        double phi = PortableMath.Atan(z / (across * (1 - e2)));
        for (int round = 0; round < Rounds; round++)
        {
            double sin = PortableMath.Sin(phi);
            double nu = AiryMajor / Math.Sqrt(1 - (e2 * sin * sin));
            phi = PortableMath.Atan((z + (e2 * nu * sin)) / across);
        }

        return (phi, PortableMath.Atan(y / x));
    }

    private static void Check(double degrees, (double Least, double Most) range, string name)
    {
        if (!(degrees >= range.Least && degrees <= range.Most))
        {
            throw new ArgumentOutOfRangeException(name, degrees, $"Expected degrees from {range.Least} to {range.Most}.");
        }
    }
}
