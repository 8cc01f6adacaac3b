/*
 * Writes points and the values of four functions there, far beyond double precision, for PortableMathReferenceTests.
 *
 *   apt-get install libmpfr-dev
 *   gcc -O2 -o portable-math-reference portable-math-reference.c -lmpfr -lgmp -lm
 *   ./portable-math-reference 25000 1 | gzip -9n > portable-math-reference.bin.gz     the table beside this file
 *
 * The long run, 10,000,000 points, which prints the worst error of each function:
 *
 *   ./portable-math-reference 2500000 2 > long.bin
 *   PORTABLE_MATH_TABLE=long.bin dotnet test -c Release Locality.Tests --filter FullyQualifiedName~PortableMathReferenceTests \
 *     --logger "console;verbosity=detailed"
 *
 * Arguments: how many points a function, and a seed. Output, little-endian: for each of exp, log, log1p, pow the column of x, for pow
 * that of y, the column of the value rounded to nearest (doubles), and the column of what the rounding left, in units of the last
 * place of the rounded value times 2^16 (16-bit integers). Values that overflow are left out.
 */
#include <math.h>
#include <mpfr.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state;

/* SplitMix64. */
static uint64_t bits(void)
{
    uint64_t z = (state += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

static double unit(void) { return (double)(bits() >> 11) * 0x1p-53; }
static double between(double a, double b) { return a + (b - a) * unit(); }
static double sign(void) { return bits() & 1 ? 1 : -1; }

/* A number whose logarithm is uniform. */
static double spread(double low, double high) { return ldexp(1 + unit(), (int)floor(between(low, high))); }

/* Any positive finite number, subnormal ones with one chance in eight. */
static double positive(void)
{
    uint64_t b = bits() & 0x7FFFFFFFFFFFFFFFu;
    double x;
    if (bits() % 8 == 0) b &= 0x000FFFFFFFFFFFFFu >> bits() % 52;
    memcpy(&x, &b, 8);
    return isfinite(x) && x > 0 ? x : positive();
}

static double near_one(void)
{
    uint64_t b = 0x3FF0000000000000u;
    double x;
    b += (bits() & 1 ? 1 : -1) * (int64_t)(bits() >> (12 + bits() % 52));
    memcpy(&x, &b, 8);
    return x;
}

static double exp_argument(int i)
{
    switch (i % 8) {
    case 0: return between(-745.2, -708);                       /* subnormal results */
    case 1: return between(708, 709.783);
    case 2: return sign() * spread(-60, 0);
    case 3: return between(-1, 1);
    case 4: return (floor(between(-1000, 1000)) + 0.5) * 0.6931471805599453 * (1 + sign() * spread(-60, -40)); /* ends of the reduction */
    case 5: return floor(between(-700, 700));
    default: return between(-745, 709.7);
    }
}

static double log_argument(int i)
{
    switch (i % 6) {
    case 0: return near_one();
    case 1: return between(0.5, 2);
    case 2: return between(0.70, 0.715) * (bits() & 1 ? 1 : 2); /* ends of the reduction */
    case 3: return floor(between(1, 1e6));
    case 4: return ldexp(1, (int)floor(between(-1074, 1023)));
    default: return positive();
    }
}

static double log1p_argument(int i)
{
    switch (i % 7) {
    case 0: return sign() * spread(-70, -1);
    case 1: return between(-1, 1);
    case 2: return -1 + spread(-53, -1);
    case 3: return between(-0.3, 0.45);
    case 4: return -unit();
    case 5: return spread(0, 1023);
    default: return positive();
    }
}

static void pow_arguments(int i, double *x, double *y)
{
    switch (i % 10) {
    case 0: *x = positive(); *y = between(-700, 700) / log(*x); break;
    case 1: *x = near_one(); *y = sign() * fmin(spread(0, 62), 700 / fabs(log(*x) + 1e-300)); break;  /* huge exponents */
    case 2: *x = between(0.5, 2); *y = between(-1000, 1000); break;
    case 3: *x = between(0, 10); *y = between(0, 3); break;
    case 4: *x = floor(between(2, 1000)); *y = floor(between(-20, 20)) / 2; break;      /* exact or halfway */
    case 5: *x = positive(); *y = between(-745, -708) / fabs(log(*x)) * (*x > 1 ? 1 : -1); break;     /* subnormal results */
    case 6: *x = between(1, 2); *x *= *x; *y = 0.5 + sign() * spread(-60, -20); break;
    case 7: *x = unit() + 0x1p-54; *y = spread(-60, 3); break;
    case 8: *x = between(1.39, 1.4142); *y = sign() * between(1900, 2060); break;       /* the slowest series, much magnified */
    default: *x = ldexp(1 + sign() * spread(-52, -20), (int)between(-500, 500)); *y = between(-2, 2); break;
    }
}

int main(int count, char **arguments)
{
    if (count != 3) { fprintf(stderr, "usage: %s points-a-function seed\n", arguments[0]); return 2; }
    size_t points = (size_t)atol(arguments[1]);
    state = strtoull(arguments[2], 0, 10);
    double *x = malloc(points * sizeof *x), *y = malloc(points * sizeof *y), *high = malloc(points * sizeof *high);
    int16_t *left = malloc(points * sizeof *left);
    mpfr_t a, b, v;
    mpfr_init2(a, 53);
    mpfr_init2(b, 53);
    mpfr_init2(v, 200);
    for (int function = 0; function < 4; function++) {
        for (size_t i = 0; i < points;) {
            int kind = (int)(bits() >> 40);
            y[i] = 0;
            if (function == 0) x[i] = exp_argument(kind);
            if (function == 1) x[i] = log_argument(kind);
            if (function == 2) x[i] = log1p_argument(kind);
            if (function == 3) pow_arguments(kind, &x[i], &y[i]);
            if (!isfinite(x[i]) || !isfinite(y[i])) continue;
            mpfr_set_d(a, x[i], MPFR_RNDN);
            mpfr_set_d(b, y[i], MPFR_RNDN);
            if (function == 0) mpfr_exp(v, a, MPFR_RNDN);
            if (function == 1) mpfr_log(v, a, MPFR_RNDN);
            if (function == 2) mpfr_log1p(v, a, MPFR_RNDN);
            if (function == 3) mpfr_pow(v, a, b, MPFR_RNDN);
            high[i] = mpfr_get_d(v, MPFR_RNDN);
            if (!isfinite(high[i]) || fabs(high[i]) == 0x1.fffffffffffffp1023) continue;
            mpfr_sub_d(v, v, high[i], MPFR_RNDN);
            mpfr_div_d(v, v, nextafter(fabs(high[i]), INFINITY) - fabs(high[i]), MPFR_RNDN);
            mpfr_mul_2si(v, v, 16, MPFR_RNDN);
            long units = mpfr_get_si(v, MPFR_RNDN);
            left[i] = (int16_t)(units > 32767 ? 32767 : units);
            i++;
        }
        fwrite(x, sizeof *x, points, stdout);
        if (function == 3) fwrite(y, sizeof *y, points, stdout);
        fwrite(high, sizeof *high, points, stdout);
        fwrite(left, sizeof *left, points, stdout);
    }
    return 0;
}
